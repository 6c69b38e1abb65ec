import type { SampleToken, TokenSummary } from '../../protocol.js';
import type { ServerLink } from '../client/server-link.js';
import { CappedTimer } from './capped-timer.js';

/** What has to be told to a server that knows nothing: a paste, or which sample to mint. */
type Source = { readonly pasted: string } | { readonly sample: SampleToken };

/**
 * The token in force. The paste is kept in memory, here and nowhere else in the extension, so that a server that died can
 * be told again; it is forgotten after a while. The first `setTimeout` may be long: see `CappedTimer`.
 */
export class TokenStore {
  readonly #server: ServerLink;
  readonly #lifetime: () => number;
  readonly #timer = new CappedTimer();
  readonly #listeners: (() => void)[] = [];
  #source: Source | null = null;
  #summary: TokenSummary | null = null;
  #id = '';
  #since = 0;

  /** `lifetime` gives the minutes after which a token is forgotten. */
  constructor(server: ServerLink, lifetime: () => number) {
    this.#server = server;
    this.#lifetime = lifetime;
  }

  /** What is known of the token; null without one. */
  get summary(): TokenSummary | null {
    return this.#summary;
  }

  /** Calls back after the token was set, cleared or forgotten. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Takes a pasted text as the token in force. A text that is no readable token is taken, too: the gateway would get it. */
  async setPasted(pasted: string): Promise<TokenSummary> {
    return this.#take({ pasted });
  }

  /** Has a sample's token minted and takes it as the token in force. */
  async setSample(sample: SampleToken): Promise<TokenSummary> {
    return this.#take({ sample });
  }

  async clear(): Promise<void> {
    const id = this.#id;
    this.#forget();
    await this.#server.ask('apimTokenDoctor/token/clear', { id });
  }

  /** Tells a server that came up anew. A sample is minted anew with another key. */
  async tellAgain(): Promise<void> {
    if (this.#source === null) return;
    const id = this.#id;
    const summary = await this.#tell(id, this.#source);
    if (this.#id === id) this.#settle(summary);
  }

  /** The setting has changed: counts from when the token was set. */
  restartTimer(): void {
    if (this.#source === null) return;
    this.#timer.set(this.#since + this.#lifetime() * 60_000, () => {
      this.clear().catch(() => undefined);
    });
  }

  dispose(): void {
    this.#timer.clear();
    this.#source = null;
    this.#summary = null;
  }

  async #take(source: Source): Promise<TokenSummary> {
    const id = crypto.randomUUID();
    this.#id = id;
    this.#source = source;
    this.#since = Date.now();
    this.restartTimer();
    const summary = await this.#tell(id, source);
    if (this.#id === id) this.#settle(summary);
    return summary;
  }

  #tell(id: string, source: Source): Promise<TokenSummary> {
    return 'pasted' in source
      ? this.#server.ask('apimTokenDoctor/token/set', { id, pasted: source.pasted })
      : this.#server.ask('apimTokenDoctor/sample/mint', { id, token: source.sample });
  }

  #forget(): void {
    this.#timer.clear();
    this.#source = null;
    this.#id = '';
    this.#settle(null);
  }

  #settle(summary: TokenSummary | null): void {
    this.#summary = summary;
    for (const listener of this.#listeners) listener();
  }
}
