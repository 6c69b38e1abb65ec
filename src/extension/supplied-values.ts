import type * as vscode from 'vscode';
import type { RefusedValue } from '../protocol.js';
import type { ServerLink } from './client/server-link.js';

const key = 'apimTokenDoctor.suppliedValues';

/** The values that the user typed in for this workspace: kept in its state, never in a file of it. */
export class SuppliedValues {
  readonly #server: Pick<ServerLink, 'ask'>;
  readonly #state: vscode.Memento;

  constructor(server: Pick<ServerLink, 'ask'>, state: vscode.Memento) {
    this.#server = server;
    this.#state = state;
  }

  /** How many are remembered. */
  get count(): number {
    return Object.keys(this.#values).length;
  }

  get #values(): Readonly<Record<string, string>> {
    const kept: unknown = this.#state.get(key);
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  /** A server that came up knows nothing: tells it what is remembered. */
  async tellAgain(): Promise<void> {
    await this.#server.ask('apimTokenDoctor/values/supply', { values: this.#values });
  }

  /** Remembers a value. Gives why it was refused; then nothing has changed. */
  async supply(name: string, value: string): Promise<RefusedValue['reason'] | null> {
    const values = { ...this.#values, [name]: value };
    const refused = (await this.#server.ask('apimTokenDoctor/values/supply', { values })).find(each => each.name === name);
    if (refused === undefined) await this.#state.update(key, values);
    else await this.tellAgain();
    return refused?.reason ?? null;
  }

  /** Forgets all of them, here and in the server. */
  async forget(): Promise<void> {
    await this.#state.update(key, undefined);
    await this.tellAgain();
  }
}
