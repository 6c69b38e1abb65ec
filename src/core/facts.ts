import type { DecodedToken, TokenProblem } from './token/token.js';

/** Where a document or a named value came from, when (Unix seconds), and what was wrong with it. */
export interface FactSource {
  readonly from: 'network' | 'file' | 'sample' | 'setting';
  readonly at?: number;
  /** A failed look-up is a fact, too: one sentence, no secrets. */
  readonly problem?: string;
  /** Of a named value that is marked as a secret: its value never gets into an address. */
  readonly secret?: boolean;
}

/** Everything from outside that a judgement rests on. The core reads no clock, file or network: what is absent here is unresolved. */
export interface Facts {
  /** Unix seconds. */
  readonly now: number;
  readonly token?: DecodedToken | TokenProblem;
  /** Address → JSON document, for OpenID configurations and key sets alike. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly namedValues?: Readonly<Record<string, string>>;
  /** Tenant ids that the user named for a rewrite of `organizations` or `common`. */
  readonly tenants?: readonly string[];
  /** Hosts that the user named as the tenant's own (a name host, a custom domain, a B2C host): a fix may write addresses on them. */
  readonly identityHosts?: readonly string[];
  /** By address or by name of the named value. */
  readonly sources?: Readonly<Record<string, FactSource>>;
}
