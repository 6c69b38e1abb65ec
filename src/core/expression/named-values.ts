/** A named value inside other text, as the gateway fills it in before anybody reads that text. */
const namedValue = /\{\{([A-Za-z0-9._-]{1,256})\}\}/g;

/** The named values that a text names, such as an expression, in their order. */
export function namesInside(text: string): string[] {
  return [...text.matchAll(namedValue)].map(([, name = '']) => name);
}

/** The text with each named value filled in that `find` knows; the others stay as they are written. */
export function fillNamedValues(text: string, find: (name: string) => string | undefined): string {
  return text.replace(namedValue, (whole, name: string) => find(name) ?? whole);
}
