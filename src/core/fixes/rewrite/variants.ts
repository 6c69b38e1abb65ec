// The rewrites between the two token policies and what each can be written as: the one list, from which types, menus, the command line
// and its help are made.

/** The rewrites of a whole element, by name. */
export const rewriteNames = ['to-validate-jwt', 'to-validate-azure-ad-token'] as const;

export type RewriteName = (typeof rewriteNames)[number];

/**
 * The variants of `to-validate-jwt` by whom the policy trusts, the first offered first. `both`: tokens of both versions; `v2`, `v1`:
 * those of one; `keep-workforce`: External ID and, as before, the workforce endpoint. B2C has one form only.
 */
export const variantsOf = {
  workforce: ['both', 'v2', 'v1'],
  'external-id': ['v2', 'both', 'v1', 'keep-workforce'],
  b2c: [],
} as const;

/** What a workforce tenant's element is written as, so that it accepts what it accepted. */
export const advisedVariant = variantsOf.workforce[0];

/** A variant that an element can be written in. */
export type WrittenVariant = (typeof variantsOf)[keyof typeof variantsOf][number];

/** Every variant that may be asked for; `token`: the one that fits the token at hand. */
export const rewriteVariants = ['both', 'v2', 'v1', 'token', 'keep-workforce'] as const satisfies readonly (WrittenVariant | 'token')[];

export type RewriteVariant = WrittenVariant | 'token';

/** Whether a code is the name of a rewrite. */
export function isRewriteName(code: string | null): code is RewriteName {
  return rewriteNames.some(name => name === code);
}

/** The variant with that name; undefined where there is none. */
export function findVariant(name: string | null | undefined): RewriteVariant | undefined {
  return rewriteVariants.find(variant => variant === name);
}

/** What a refusal offers in the place of a variant that does not exist for whom the policy trusts. */
export function listOffered(kind: keyof typeof variantsOf): readonly RewriteVariant[] {
  const variants: readonly WrittenVariant[] = variantsOf[kind];
  return variants.length > 0 ? variants : ['token'];
}
