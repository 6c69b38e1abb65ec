import type { DecodedToken, JsonObject, TokenProblem } from './token.js';

/** The claims that say who issued a token, to whom, for what and when: their values may stand in a log. Of all others only a policy that compares them asks for the value. */
export const shownClaims: readonly string[] = ['iss', 'aud', 'azp', 'appid', 'ver', 'tid', 'iat', 'nbf', 'exp'];

/** A text that a token holds and that is not to be said, and where it holds it. */
interface PrivateValue {
  readonly text: string;
  /** What is said in its place: `[claims.roles]`, `[header.kid]`. */
  readonly place: string;
}

/** Names of the format itself (RFC 7515, 7518, 9068), which say nothing of anybody. */
const formatNames = /^(?:(?:RS|PS|ES|HS)(?:256|384|512)|EdDSA|none|(?:at\+)?jwt)$/i;

/** Where a policy or a reader may part a list. */
const separators = /[\s,;|]+/;

/**
 * Every text and number of a token but those of `shownClaims`, whole and in its parts, each once. What a shown claim says, too, is not among
 * them: an issuer that names the tenant says it anyway. Truth values are left out.
 */
export function listPrivateValues({ header, claims, texts }: DecodedToken | TokenProblem): PrivateValue[] {
  const isShown = (name: string): boolean => shownClaims.includes(name);
  const shown = Object.entries(claims).flatMap(([name, value]) => (isShown(name) ? listTexts(value) : []));
  const found = new Map<string, string>();
  const keep = (part: JsonObject, kind: 'header' | 'claims', skips: (name: string) => boolean): void => {
    for (const [name, value] of Object.entries(part)) {
      if (skips(name)) continue;
      const place = /^[\w:/.-]{1,60}$/.test(name) ? `[${kind}.${name}]` : `[${kind}]`;
      const written = texts?.[kind].get(name);
      for (const text of [...listTexts(value), ...(written === undefined ? [] : [written])].flatMap(splitText))
        if (!found.has(text) && !formatNames.test(text) && !shown.some(each => each.includes(text))) found.set(text, place);
    }
  };
  keep(claims, 'claims', isShown);
  keep(header, 'header', () => false);
  return [...found].map(([text, place]) => ({ text, place }));
}

/** The texts and numbers in a value, however deep: tokens that nest deeper than 64 are refused before. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(listTexts);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

function splitText(text: string): string[] {
  return [text, text.trim(), ...text.split(separators)].filter(part => part !== '');
}
