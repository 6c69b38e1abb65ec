import type { Catalogue } from './messages/catalogue.js';
import type { DecodedToken, TokenProblem } from './token/token.js';

/** Where a document or a value came from, when (Unix seconds), and what was wrong with it. */
export interface FactSource {
  readonly from: 'network' | 'file' | 'sample' | 'setting';
  /** Of a setting that stands in no settings: an option of the command line, what somebody typed into the editor. */
  readonly given?: 'option' | 'input';
  readonly at?: number;
  /** A failed look-up is a fact, too: one sentence, no secrets. */
  readonly problem?: string;
  /** Of a value that is marked as secret or sensitive: it may be judged with, but never gets into an address and is never shown. */
  readonly secret?: boolean;
  /** Of a value from a file: the file, as its reader names it. */
  readonly path?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Of a value that belongs to one set of several: `dev`, `prod`. */
  readonly set?: string;
}

/**
 * What was read of documents, and keys, each imported once for each use. It rests on the documents alone, never on a token: who judges again and
 * again opens a ring (`openKeyRing`) and hands it in with the facts. A document of the metadata is never changed then, only replaced by another
 * object: a ring knows documents by their identity, and lets go of them with their owner. What stands on it is nobody else's business: by document
 * or key, then by the name of what was made of it.
 */
export type KeyRing = WeakMap<object, Map<string, unknown>>;

/** Everything from outside that a judgement rests on. The core reads no clock, file or network: what is absent here is unresolved. */
export interface GivenFacts {
  /** Unix seconds. */
  readonly now: number;
  readonly token?: DecodedToken | TokenProblem;
  /** Whether of the token's values only those of `shownClaims` are said, and no other is written into a policy: for readers who are not its owner. Absent means no. */
  readonly keepsClaims?: boolean;
  /** Address → JSON document, for OpenID configurations and key sets alike. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly namedValues?: Readonly<Record<string, string>>;
  /** Of template variables (`${name}`, `#{name}#`, `__NAME__` and their kin), by name. */
  readonly templateValues?: Readonly<Record<string, string>>;
  /** Tenant ids that the user named for a rewrite of `organizations` or `common`. */
  readonly tenants?: readonly string[];
  /** Hosts that the user named as the tenant's own (a name host, a custom domain, a B2C host): a fix may write addresses on them. */
  readonly identityHosts?: readonly string[];
  /** By address or by name of the named value. */
  readonly sources?: Readonly<Record<string, FactSource>>;
  /** Of template variables, by name. */
  readonly templateSources?: Readonly<Record<string, FactSource>>;
  /** Keeps what was read of the metadata, and the imported keys, from one judgement to the next; absent: for one judgement. */
  readonly keyRing?: KeyRing;
}

/** The facts, and how to speak of them. */
export interface Facts extends GivenFacts {
  /** The language of all that is said of the judgement: `languageOf`. */
  readonly catalogue?: Catalogue;
}
