const firstLook = 4096;

/**
 * Whether a text begins like a policy document: the root is `policies` or `fragment`, after a byte order mark, an XML
 * declaration, comments and the directives of a template (`%{ if … }`). `read` gives the first so many characters of the text, or all of a shorter one. Four thousand
 * are enough, unless a comment at the beginning is longer than that.
 */
export function looksLikePolicy(read: (length: number) => string): boolean {
  for (let length = firstLook; ; length *= 8) {
    const beginning = read(length);
    const whole = beginning.length < length;
    const answer = lookAt(beginning, whole);
    if (answer !== 'unknown' || whole) return answer === 'policy';
  }
}

/** What may stand before the root, and how it ends. */
const skipped = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['%{', '}'],
] as const;

/** The longest that must be seen at once to tell what begins somewhere: an opening tag's name and what follows it. */
const longestStart = 16;

/** Unknown where a comment or a tag's name does not end in what was read. */
function lookAt(beginning: string, whole: boolean): 'policy' | 'other' | 'unknown' {
  const skip = /[\s\uFEFF]*/y;
  for (let at = 0; ;) {
    skip.lastIndex = at;
    skip.test(beginning);
    at = skip.lastIndex;
    if (!whole && at + longestStart > beginning.length) return 'unknown';
    const close = skipped.find(([open]) => beginning.startsWith(open, at))?.[1];
    if (close === undefined) {
      return /^<(?:policies|fragment)[\s/>]/.test(beginning.slice(at, at + longestStart)) ? 'policy' : 'other';
    }
    const end = beginning.indexOf(close, at + 2);
    if (end < 0) return 'unknown';
    at = end + close.length;
  }
}
