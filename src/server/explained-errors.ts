import { judge, type DecodedToken, type Judged } from '../core/index.js';

/** What explained errors told of tokens, document by document: while no token is in force, the rewrites offered there go by it. */
export class ExplainedErrors {
  readonly #tokens = new Map<string, DecodedToken>();
  /** What became of a judgement with the token, as long as somebody has that judgement. */
  #judged = new WeakMap<Judged, Promise<Judged>>();

  remember(uri: string, token: DecodedToken): void {
    this.#tokens.set(uri, token);
    this.#judged = new WeakMap();
  }

  drop(uri: string): void {
    this.#tokens.delete(uri);
  }

  /** Where no token is in force, the document as judged with the token that an error of its gateway was about. */
  async addTo(uri: string, judged: Judged): Promise<Judged> {
    const token = this.#tokens.get(uri);
    if (token === undefined || judged.facts.token !== undefined) return judged;
    const known = this.#judged.get(judged) ?? judge(judged.path, { ...judged.facts, token });
    this.#judged.set(judged, known);
    return known;
  }
}
