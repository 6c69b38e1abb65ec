import type { DecodedToken, TokenProblem, TokenProblemCode } from './token.js';

/** What is wrong with a text that is not even a broken token. */
const noToken: ReadonlySet<TokenProblemCode> = new Set(['empty', 'not-a-token', 'opaque', 'reference', 'placeholder', 'several-tokens']);

/**
 * Whether a text that was pasted as a token is one: readable, encrypted, or broken (cut, shortened, damaged: some part of it begins as
 * the JSON of a token does). False for an opaque token and for any other text, which nobody should judge policies by unasked.
 */
export function isToken(token: DecodedToken | TokenProblem): boolean {
  if (token.status === 'decoded' || token.kind === 'encrypted') return true;
  if (noToken.has(token.code)) return false;
  return token.compact
    .reveal()
    .split('.', 7)
    .some(part => /^e[yw][\w-]{2,}/.test(part));
}
