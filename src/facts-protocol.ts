// What of the custom messages is about facts: documents and values that the client has, and those that a judgement needs.

/** Where a document or a named value came from, when (Unix seconds), and what was wrong with it (one sentence, no secrets). */
export interface FactOrigin {
  readonly from: 'network' | 'file' | 'sample' | 'setting';
  readonly at?: number;
  readonly problem?: string;
  /** Of a named value that is marked as a secret: its value never gets into an address. */
  readonly secret?: boolean;
}

/** What the client knows and the server cannot find out: it has neither network nor files. */
export interface ClientFacts {
  /** Address → JSON document. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly namedValues: Readonly<Record<string, string>>;
  /** By address or by name of the named value. */
  readonly sources: Readonly<Record<string, FactOrigin>>;
  /** Hosts that the user named as the tenant's own; see `Facts.identityHosts`. Absent means none. */
  readonly identityHosts?: readonly string[];
}

/** What is different since the client last told its facts; what is absent is as it was. */
export interface ChangedFacts extends Partial<Omit<ClientFacts, 'metadata'>> {
  /** Documents that are new or have changed. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Addresses whose documents are gone. */
  readonly removed: readonly string[];
}

/** One document that a judgement needs. */
export interface NeededDocument {
  /** As it would be requested; where `withheld` names something, as the policy writes it, and then nothing is requested. */
  readonly address: string;
  /** What a log may hold: the address with named values by name. */
  readonly written: string;
  /** Whether named values were filled in. */
  readonly filled: boolean;
  /** Named values whose values do not belong into an address. */
  readonly withheld: readonly string[];
  readonly document: 'configuration' | 'keys';
  /** Why it matters, in a few words: "named by the policy". */
  readonly purpose: string;
  /** `token`: only the token's own issuer names it. */
  readonly usedBy: 'policy' | 'token';
  /** Whether it is known already; a failure that the facts hold is not. */
  readonly atHand: boolean;
  /** Whether it is a key set at hand without the key that the token names: worth fetching again, but not often. */
  readonly lacksKey: boolean;
  /** Where it came from, or why it is missing. */
  readonly origin: FactOrigin | null;
}
