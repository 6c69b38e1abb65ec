const firstLook = 4096;

/**
 * Whether a text begins like a policy document: the root is `policies` or `fragment`, after a byte order mark, an XML
 * declaration and comments. `read` gives the first so many characters of the text, or all of a shorter one. Four thousand
 * are enough, unless a comment at the beginning is longer than that.
 */
export function looksLikePolicy(read: (length: number) => string): boolean {
  for (let length = firstLook; ; length *= 8) {
    const beginning = read(length);
    const answer = lookAt(beginning);
    if (answer !== 'unknown') return answer === 'policy';
    if (beginning.length < length) return false;
  }
}

/** Unknown where a comment does not end in what was read. */
function lookAt(beginning: string): 'policy' | 'other' | 'unknown' {
  const skip = /[\s\uFEFF]*/y;
  for (let at = 0; ;) {
    skip.lastIndex = at;
    skip.test(beginning);
    at = skip.lastIndex;
    const close = beginning.startsWith('<!--', at) ? '-->' : beginning.startsWith('<?', at) ? '?>' : null;
    if (close === null) {
      if (at === beginning.length) return 'unknown';
      return /^<(?:policies|fragment)[\s/>]/.test(beginning.slice(at, at + 16)) ? 'policy' : 'other';
    }
    const end = beginning.indexOf(close, at + 2);
    if (end < 0) return 'unknown';
    at = end + close.length;
  }
}
