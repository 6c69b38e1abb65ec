import * as core from '../core/index.js';
import type { DecodedToken, TokenProblem } from '../core/index.js';

/**
 * Takes the token out of what somebody pasted: with `Bearer` or a header's name before it, in quotes, in a curl line, in JSON, with line breaks
 * inside; also decoded claims. What was taken away stands in `cleaned`. Never throws: what is no token gives a `TokenProblem`, which says what is
 * wrong with it. The signature is kept for `predict` and printed nowhere.
 */
export function decodeToken(pasted: string): DecodedToken | TokenProblem {
  return core.decodeToken(pasted);
}

/** The token alone, as a gateway would take it: nothing is cleaned. */
export function parseToken(exact: string): DecodedToken | TokenProblem {
  return core.parseToken(exact);
}
