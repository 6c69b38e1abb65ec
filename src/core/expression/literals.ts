/**
 * Where in a text a `${` or `%{` stands that means itself, by offset. Whoever took the text out of its host knows that (`$${` of Terraform, `\${`
 * of Bicep); the text alone does not tell.
 */
export type Literals = ReadonlySet<number>;

/** Of a text that stands alone. */
export const noLiterals: Literals = new Set();
