import type { Facts } from '../core/facts.js';
import type { DecodedToken } from '../core/token/token.js';

/** What explained errors told of tokens, document by document: while no token is in force, the rewrites offered there go by it. */
export class ExplainedErrors {
  readonly #tokens = new Map<string, DecodedToken>();

  remember(uri: string, token: DecodedToken): void {
    this.#tokens.set(uri, token);
  }

  drop(uri: string): void {
    this.#tokens.delete(uri);
  }

  /** The facts, with the token that an error of this document's gateway was about where there is no other. */
  addTo(uri: string, facts: Facts): Facts {
    const token = this.#tokens.get(uri);
    return token === undefined || facts.token !== undefined ? facts : { ...facts, token };
  }
}
