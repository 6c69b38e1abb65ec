import type { SampleToken, TokenSummary } from '../../protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { CappedTimer } from './capped-timer.js';

/** What has to be told to a server that knows nothing: a paste, or which sample to mint. */
type Source = { readonly pasted: string } | { readonly sample: SampleToken };

/** A token that the server has taken. `since`: when (milliseconds since 1970). */
interface Held {
  readonly id: string;
  readonly source: Source;
  readonly since: number;
  readonly summary: TokenSummary;
}

/**
 * The token in force, and the readable one before it. The paste is kept in memory, here and nowhere else in the extension, so that a server
 * that died can be told again; it is forgotten after a while. The first `setTimeout` may be long: see `CappedTimer`.
 */
export class TokenStore {
  readonly #server: ServerLink;
  readonly #lifetime: () => number;
  readonly #timer = new CappedTimer();
  readonly #formerTimer = new CappedTimer();
  readonly #listeners: (() => void)[] = [];
  #held: Held | null = null;
  #former: Held | null = null;
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
    return this.#held?.summary ?? null;
  }

  /** What is known of the token that `restore` brings back; null without one. */
  get former(): TokenSummary | null {
    return this.#former?.summary ?? null;
  }

  /** Calls back after the token was set, cleared or forgotten. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Takes a pasted text as the token in force, also a broken token: the gateway would get it. A text that is no token is refused; the summary
   * says so, and the token in force stays.
   */
  async setPasted(pasted: string): Promise<TokenSummary> {
    return this.#take({ pasted });
  }

  /** Has a sample's token minted and takes it as the token in force. */
  async setSample(sample: SampleToken): Promise<TokenSummary> {
    return this.#take({ sample });
  }

  /** Takes the former token again, and keeps the one in force in its place where that is readable. Null where there is none. */
  async restore(): Promise<TokenSummary | null> {
    return this.#former === null ? null : this.#take(this.#former.source);
  }

  /** Forgets the token in force and the former one. */
  async clear(): Promise<void> {
    this.#settled = this.#told;
    const id = this.#held?.id ?? '';
    this.#keep(null, null);
    await this.#server.ask('apimTokenDoctor/token/clear', { id });
  }

  /** Tells a server that came up anew. A sample is minted anew with another key. */
  async tellAgain(): Promise<void> {
    const held = this.#held;
    if (held === null) return;
    const summary = await this.#tell(held.id, held.source);
    if (this.#held === held) this.#keep({ ...held, summary }, this.#former);
  }

  /** The setting has changed: counts from when the tokens were set. */
  restartTimer(): void {
    this.#setTimer(this.#timer, this.#held, () => {
      this.clear().catch(() => undefined);
    });
    this.#setTimer(this.#formerTimer, this.#former, () => this.#keep(this.#held, null));
  }

  dispose(): void {
    this.#timer.clear();
    this.#formerTimer.clear();
    this.#held = null;
    this.#former = null;
  }

  async #take(source: Source): Promise<TokenSummary> {
    const id = crypto.randomUUID();
    const since = Date.now();
    const turn = (this.#told += 1);
    const summary = await this.#tell(id, source);
    if (summary.refused === true) return summary;
    if (turn > this.#settled) {
      this.#settled = turn;
      // A broken token is nothing to come back to.
      const former = this.#held?.summary.problem === null ? this.#held : this.#former;
      this.#keep({ id, source, since, summary }, former);
    } else if (this.#held === null) {
      // It was cleared before the server had answered.
      await this.#server.ask('apimTokenDoctor/token/clear', { id });
    }
    return summary;
  }

  #tell(id: string, source: Source): Promise<TokenSummary> {
    return 'pasted' in source
      ? this.#server.ask('apimTokenDoctor/token/set', { id, pasted: source.pasted, tokensOnly: true })
      : this.#server.ask('apimTokenDoctor/sample/mint', { id, token: source.sample });
  }

  #keep(held: Held | null, former: Held | null): void {
    this.#held = held;
    this.#former = former;
    this.restartTimer();
    for (const listener of this.#listeners) listener();
  }

  #setTimer(timer: CappedTimer, held: Held | null, ring: () => void): void {
    if (held === null) timer.clear();
    else timer.set(held.since + this.#lifetime() * 60_000, ring);
  }
}
