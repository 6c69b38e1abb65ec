/** A token in a text: UTF-16 code units, end exclusive. */
interface TokenPlace {
  readonly start: number;
  readonly end: number;
}

/** Three parts in base64url, five of an encrypted one; the first one begins as the JSON of a header does: `{"`, `{ `, `{` and a line break. */
const token = /(?<![\w.-])ey[A-Za-z0-9][\w-]{8,16384}\.[\w-]{0,1048576}(?:\.[\w-]{0,16384}){1,3}(?![\w.-])/g;

/** Longer texts are not looked through. */
const longestText = 1_048_576;

/** The tokens in a text that look like whole ones, the first so many of them. Nothing is decoded. */
export function findTokens(text: string, most: number): TokenPlace[] {
  if (text.length > longestText || !text.includes('ey')) return [];
  const found: TokenPlace[] = [];
  for (const match of text.matchAll(token)) {
    if (found.length === most) break;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}
