import type { SampleToken, TokenSummary } from '../../protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { CappedTimer } from './capped-timer.js';

/** What has to be told to a server that knows nothing: a paste, or which sample to mint. */
type Source = { readonly pasted: string } | { readonly sample: SampleToken };

/** A token of this session that the server has taken. */
interface Held {
  readonly source: Source;
  /** When it was last put in force (milliseconds since 1970). */
  readonly since: number;
  /** Grows with each time that any token is put in force: tells which was in force last. */
  readonly turn: number;
  readonly summary: TokenSummary;
}

/** A token of this session, as a list shows it. Exported for tests. */
export interface SessionToken {
  readonly summary: TokenSummary;
  readonly isInForce: boolean;
  /** Which sample's it is; null for a token that was pasted. */
  readonly sample: SampleToken | null;
}

/** How many tokens are kept at once. */
const mostTokens = 5;

/**
 * The tokens of this session, one of them in force. Pastes are kept in memory, here and nowhere else in the extension, so that a server
 * that died can be told again; each is forgotten after a while. The first `setTimeout` may be long: see `CappedTimer`.
 */
export class TokenStore {
  readonly #server: ServerLink;
  readonly #lifetime: () => number;
  readonly #timers = new Map<string, CappedTimer>();
  readonly #listeners: (() => void)[] = [];
  /** By id, in the order in which they came first. */
  readonly #held = new Map<string, Held>();
  #inForce: string | null = null;
  /** How many sources were told, and up to which of them the answers count no more. */
  #told = 0;
  #settled = 0;

  /** `lifetime` gives the minutes after which a token is forgotten. */
  constructor(server: ServerLink, lifetime: () => number) {
    this.#server = server;
    this.#lifetime = lifetime;
  }

  /** What is known of the token in force; null without one. */
  get summary(): TokenSummary | null {
    return this.#current?.summary ?? null;
  }

  /** What is known of the token that `restore` brings back: the readable one that was in force last; null without one. */
  get former(): TokenSummary | null {
    return this.#findFormer()?.summary ?? null;
  }

  /** The tokens of this session in the order in which they came, at most `mostTokens`. */
  get tokens(): readonly SessionToken[] {
    return [...this.#held].map(([id, { summary, source }]) => ({
      summary,
      isInForce: id === this.#inForce,
      sample: 'sample' in source ? source.sample : null,
    }));
  }

  /** Calls back after a token was set, put in force, cleared or forgotten. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Takes a pasted text as the token in force, also a broken token: the gateway would get it. One that is held already is put in force again.
   * A text that is no token is refused; the summary says so, and the token in force stays.
   */
  async setPasted(pasted: string): Promise<TokenSummary> {
    return this.#take(crypto.randomUUID(), { pasted });
  }

  /** Has a sample's token minted and takes it as the token in force. */
  async setSample(sample: SampleToken): Promise<TokenSummary> {
    const known = [...this.#held].find(([, { source }]) => 'sample' in source && source.sample === sample);
    return this.#take(known?.[0] ?? crypto.randomUUID(), { sample });
  }

  /** Puts one of the session's tokens in force. Null where it was forgotten. */
  async use(id: string): Promise<TokenSummary | null> {
    const held = this.#held.get(id);
    return held === undefined ? null : this.#take(id, held.source);
  }

  /** Takes the former token again, and keeps the one in force in its place where that is readable. Null where there is none. */
  async restore(): Promise<TokenSummary | null> {
    const former = this.#findFormer();
    return former === null ? null : this.use(former.summary.id);
  }

  /** Forgets all tokens. */
  async clear(): Promise<void> {
    this.#settled = this.#told;
    await this.#forget([...this.#held.keys()]);
  }

  /** Tells a server that came up anew, the token in force last. A sample is minted anew with another key. */
  async tellAgain(): Promise<void> {
    const inForce = this.#inForce;
    if (inForce === null) return;
    const others = [...this.#held.keys()].filter(id => id !== inForce);
    for (const id of [...others, inForce]) {
      const held = this.#held.get(id);
      if (held === undefined) continue;
      const summary = await this.#tell(id, held.source);
      if (this.#held.get(id) === held) this.#held.set(id, { ...held, summary });
    }
    this.#tellListeners();
  }

  /** The setting has changed: counts from when the tokens were set. */
  restartTimer(): void {
    for (const [id, timer] of this.#timers) {
      if (this.#held.has(id)) continue;
      timer.clear();
      this.#timers.delete(id);
    }
    for (const [id, { since }] of [...this.#held]) {
      const timer = this.#timers.get(id) ?? new CappedTimer();
      this.#timers.set(id, timer);
      timer.set(since + this.#lifetime() * 60_000, () => void this.#forget([id]).catch(() => undefined));
    }
  }

  dispose(): void {
    this.#held.clear();
    this.#inForce = null;
    this.restartTimer();
  }

  get #current(): Held | null {
    return this.#inForce === null ? null : (this.#held.get(this.#inForce) ?? null);
  }

  #findFormer(): Held | null {
    const others = [...this.#held].filter(([id, { summary }]) => id !== this.#inForce && summary.problem === null);
    return others.map(([, held]) => held).sort((one, other) => other.turn - one.turn)[0] ?? null;
  }

  async #take(id: string, source: Source): Promise<TokenSummary> {
    const since = Date.now();
    const turn = (this.#told += 1);
    const summary = await this.#tell(id, source);
    if (summary.refused === true) return summary;
    if (turn > this.#settled) {
      this.#settled = turn;
      this.#keep({ source, since, turn, summary });
    } else if (!this.#held.has(id)) {
      // It was cleared, or another one came, before the server had answered.
      this.#tellForgotten([id]);
    }
    return summary;
  }

  #tell(id: string, source: Source): Promise<TokenSummary> {
    return 'pasted' in source
      ? this.#server.ask('apimTokenDoctor/token/set', { id, pasted: source.pasted, tokensOnly: true })
      : this.#server.ask('apimTokenDoctor/sample/mint', { id, token: source.sample });
  }

  #keep(held: Held): void {
    const { id } = held.summary;
    const before = this.#inForce;
    const dropped: string[] = [];
    const drop = (gone: string): void => void (this.#held.delete(gone) && dropped.push(gone));
    this.#held.set(id, held);
    this.#inForce = id;
    // A broken token is nothing to come back to.
    if (before !== null && before !== id && this.#held.get(before)?.summary.problem !== null) drop(before);
    while (this.#held.size > mostTokens) {
      const [oldest] = [...this.#held].filter(([each]) => each !== id).sort(([, one], [, other]) => one.turn - other.turn);
      if (oldest === undefined) break;
      drop(oldest[0]);
    }
    this.#tellForgotten(dropped);
    this.#changed();
  }

  async #forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#held.delete(id);
    if (this.#inForce !== null && !this.#held.has(this.#inForce)) this.#inForce = null;
    this.#changed();
    for (const id of ids) await this.#server.ask('apimTokenDoctor/token/clear', { id });
  }

  /** A server that cannot be told is gone, and its tokens with it. */
  #tellForgotten(ids: readonly string[]): void {
    for (const id of ids) this.#server.ask('apimTokenDoctor/token/clear', { id }).catch(() => undefined);
  }

  #changed(): void {
    this.restartTimer();
    this.#tellListeners();
  }

  #tellListeners(): void {
    for (const listener of this.#listeners) listener();
  }
}
