import type { FactSource, NeededDocument } from '../core/index.js';

type Documents = Readonly<Record<string, unknown>>;

/** What is to be fetched. */
interface FetchOrder {
  /** What is needed, as far as these documents tell: a key set is known only after its configuration. */
  readonly listNeeded: (documents: Documents) => readonly NeededDocument[];
  /** What is at hand, and is not requested again. */
  readonly known: Documents;
  /** Addresses that the user has seen and agreed to. */
  readonly agreed: ReadonlySet<string>;
}

/** What came of it. */
interface FetchedNow {
  readonly documents: Documents;
  /** By address. */
  readonly sources: Readonly<Record<string, FactSource>>;
  /** Why some were not fetched, each in one line that has the address as the policy writes it. */
  readonly problems: readonly string[];
}

/** The way to the network of the machine that the server runs on, with its rules and bounds. */
export interface Fetcher {
  /** Whether the user, when starting the server, allowed a host without being asked. */
  allows(host: string): boolean;
  /** Never rejects because of a document. */
  bring(order: FetchOrder): Promise<FetchedNow>;
}
