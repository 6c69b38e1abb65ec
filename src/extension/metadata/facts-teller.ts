import type { ChangedFacts, ClientFacts } from '../../facts-protocol.js';
import type { ServerLink } from '../client/server-link.js';

/** Tells the server what the extension knows: all of it once, then what changed. */
export class FactsTeller {
  readonly #server: Pick<ServerLink, 'ask'>;
  readonly #failed: (error: unknown) => void;
  /** What the server knows; null where that is not known. */
  #told: ClientFacts | null = null;
  #telling: Promise<void> = Promise.resolve();

  /** `failed` gets what went wrong. */
  constructor(server: Pick<ServerLink, 'ask'>, failed: (error: unknown) => void) {
    this.#server = server;
    this.#failed = failed;
  }

  /** The server came up anew and knows nothing. */
  forget(): void {
    this.#told = null;
  }

  /** One after the other, so that the server knows the newest at last. Never rejects: what failed is told whole the next time. */
  tell(facts: ClientFacts): Promise<void> {
    this.#telling = this.#telling.then(() => this.#tell(facts));
    return this.#telling;
  }

  async #tell(facts: ClientFacts): Promise<void> {
    const told = this.#told;
    this.#told = facts;
    try {
      if (told !== null && (await this.#change(told, facts))) return;
      await this.#server.ask('apimTokenDoctor/facts/set', facts);
    } catch (error) {
      this.#told = null;
      this.#failed(error);
    }
  }

  /** False where the server did not take it: it may have come up meanwhile, and knows nothing that could be changed. */
  async #change(told: ClientFacts, facts: ClientFacts): Promise<boolean> {
    try {
      await this.#server.ask('apimTokenDoctor/facts/change', compare(told, facts));
      return true;
    } catch {
      return false;
    }
  }
}

/** Documents are compared by identity: whoever has a new one has made a new object. */
function compare(told: ClientFacts, { metadata, ...others }: ClientFacts): ChangedFacts {
  const changed = Object.entries(metadata).filter(([address, document]) => !Object.is(valueAt(told.metadata, address), document));
  return {
    metadata: Object.fromEntries(changed),
    removed: Object.keys(told.metadata).filter(address => !Object.hasOwn(metadata, address)),
    sources: others.sources,
    ...(others.namedValues === told.namedValues ? {} : { namedValues: others.namedValues }),
    identityHosts: others.identityHosts ?? [],
  };
}

function valueAt(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
