import type { FactOrigin, NeededDocument } from '../../facts-protocol.js';

/** The gateway keeps metadata for an hour, and asks again for a key that it does not know at most every five minutes. */
const freshFor = 3_600;
const retryAfter = 300;

/** How many addresses are remembered: five policies that each name as many as one command requests. */
const mostAddresses = 100;

interface Entry {
  /** Absent as long as no fetch succeeded. */
  readonly found?: { readonly document: unknown; readonly at: number };
  /** The newest fetch that failed. */
  readonly failed?: { readonly problem: string; readonly at: number };
}

/** What was fetched, and what could not be, of the addresses that were asked last. Moments are Unix seconds. */
export class DocumentCache {
  readonly #entries = new Map<string, Entry>();

  /**
   * Whether a document is to be fetched now. `asked`: by a user's command, which retries what failed a moment ago; without
   * it a failure counts for five minutes, so that nothing asks in circles.
   */
  isDue({ address, lacksKey }: Pick<NeededDocument, 'address' | 'lacksKey'>, now: number, asked: boolean): boolean {
    const { found, failed } = this.#entries.get(address) ?? {};
    if (failed !== undefined && !asked && now - failed.at < retryAfter) return false;
    if (found === undefined) return true;
    const age = now - found.at;
    return age >= freshFor || (lacksKey && age >= retryAfter);
  }

  /** Remembers what came of a fetch: a document, or in one sentence why there is none. A document that was there stays where a later fetch fails. Of too many the oldest go, failures first. */
  keep(address: string, fetched: { readonly document: unknown } | { readonly problem: string }, now: number): void {
    const { found } = this.#entries.get(address) ?? {};
    this.#entries.delete(address);
    this.#makeRoom();
    if ('document' in fetched) this.#entries.set(address, { found: { document: fetched.document, at: now } });
    else this.#entries.set(address, { ...(found === undefined ? {} : { found }), failed: { problem: fetched.problem, at: now } });
  }

  #makeRoom(): void {
    if (this.#entries.size < mostAddresses) return;
    const entries = [...this.#entries];
    const [oldest] = entries.find(([, { found }]) => found === undefined) ?? entries[0] ?? [];
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  documents(): Record<string, unknown> {
    const found = [...this.#entries].flatMap(([address, entry]) => (entry.found === undefined ? [] : [[address, entry.found.document]]));
    return Object.fromEntries(found) as Record<string, unknown>;
  }

  origins(): Record<string, FactOrigin> {
    return Object.fromEntries(
      [...this.#entries].map(([address, { found, failed }]): [string, FactOrigin] => {
        const at = found?.at ?? failed?.at;
        return [
          address,
          { from: 'network', ...(at === undefined ? {} : { at }), ...(failed === undefined ? {} : { problem: failed.problem }) },
        ];
      }),
    );
  }
}
