import type { ScopeSource } from './scope-source.js';

/** The global scope, a workspace's, a product's, an API's, an operation's; a fragment stands in any of them. */
export type ScopeKind = 'global' | 'workspace' | 'product' | 'api' | 'operation' | 'fragment';

/** One operation of an API. */
export interface OperationScope {
  readonly name: string;
  /** The file of its policy; null where there is none. */
  readonly policy: string | null;
}

/** One API, or one revision of it: that has its own policies and answers only where it is asked for. */
export interface ApiScope {
  /** The name of the resource, `orders` or `orders;rev=2`. */
  readonly name: string;
  /** Null where it belongs to no workspace. */
  readonly workspace: string | null;
  readonly policy: string | null;
  /** Of a revision that is not the current one, the name of its API. */
  readonly revisionOf: string | null;
  /** What stands in its addresses after the gateway's; null where it is not known. */
  readonly path: string | null;
  /** Whether a call needs a key; null where it is not known. */
  readonly subscriptionRequired: boolean | null;
  /** Whether it is an MCP server. */
  readonly isMcp: boolean;
  /** Those with a name that is known; there may be others. */
  readonly operations: readonly OperationScope[];
}

/** One product. */
export interface ProductScope {
  readonly name: string;
  readonly workspace: string | null;
  readonly policy: string | null;
  readonly subscriptionRequired: boolean | null;
  /** The names of its APIs, of its own workspace. */
  readonly apis: readonly string[];
}

/** One workspace. */
export interface WorkspaceScope {
  readonly name: string;
  readonly policy: string | null;
}

/** One policy fragment. */
export interface FragmentScope {
  readonly name: string;
  readonly workspace: string | null;
  /** The file that holds its policies. */
  readonly policy: string;
}

/** What one API Management instance has, as far as the files say. All lists are in the order of their names. */
export interface ServiceScopes {
  /** The folder that holds it, as its files' paths begin, without a slash at the end. */
  readonly root: string;
  /** The file of the global policy; null where there is none. */
  readonly global: string | null;
  readonly workspaces: readonly WorkspaceScope[];
  readonly products: readonly ProductScope[];
  readonly apis: readonly ApiScope[];
  readonly fragments: readonly FragmentScope[];
}

/** A file that is not used as its place says: it is wrong, too large, or the second of its kind. */
export interface ScopeProblem {
  readonly path: string;
  readonly code: 'unreadable' | 'too-large' | 'not-json' | 'no-policy' | 'twice' | 'unknown-api';
  /** What it is about, where the path does not say so. */
  readonly name: string | null;
}

/** Everything that files say of scopes. */
export interface Scopes {
  readonly services: readonly ServiceScopes[];
  /** Every file that holds a policy, by its path. */
  readonly sources: ReadonlyMap<string, ScopeSource>;
  /** What is wrong with files; nothing of it stops the reading. */
  readonly problems: readonly ScopeProblem[];
}
