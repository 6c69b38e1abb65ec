import type { ScopeSource } from './scope-source.js';

/** The global scope, a workspace's, a product's, an API's, an operation's; a fragment stands in any of them. */
export type ScopeKind = 'global' | 'workspace' | 'product' | 'api' | 'operation' | 'fragment';

/** What of a scope the files leave open. */
export interface Uncertainty {
  /** Whether its name is an expression or a part of one, which is not worked out: then it is the name of nothing else, but what it will be is not known. */
  readonly name: boolean;
  /** Whether a condition decides over its policy: it may not be there. */
  readonly policy: boolean;
}

/** One operation of an API. */
export interface OperationScope {
  readonly name: string;
  /** The policy, as it is called in `sources`; null where there is none. */
  readonly policy: string | null;
  /** Absent means as it is named: see `Uncertainty`. */
  readonly uncertain?: Uncertainty;
}

/** One API, or one revision of it: that has its own policies and answers only where it is asked for. */
export interface ApiScope {
  /** The name of the resource, `orders` or `orders;rev=2`. */
  readonly name: string;
  /** Null where it belongs to no workspace. */
  readonly workspace: string | null;
  readonly policy: string | null;
  readonly uncertain?: Uncertainty;
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
  readonly uncertain?: Uncertainty;
  readonly subscriptionRequired: boolean | null;
  /** The names of its APIs, of its own workspace. */
  readonly apis: readonly string[];
}

/** One workspace. */
export interface WorkspaceScope {
  readonly name: string;
  readonly policy: string | null;
  readonly uncertain?: Uncertainty;
}

/** One policy fragment. */
export interface FragmentScope {
  readonly name: string;
  readonly workspace: string | null;
  /** What holds its policies, as it is called in `sources`. */
  readonly policy: string;
  /** How the file of a policy may write its name in the place of the name itself: references that Terraform fills in. Absent where there are none. */
  readonly references?: readonly string[];
  readonly uncertain?: Uncertainty;
}

/** What one API Management instance has, as far as the files say. All lists are in the order of their names. */
export interface ServiceScopes {
  /**
   * The folder that holds it, as its files' paths begin, without a slash at the end; no two have the same. Of resources the folder from which they are deployed, and
   * what tells several there apart.
   */
  readonly root: string;
  /** What says so: folders with the names of scopes, or resources of Terraform, Bicep and Azure Resource Manager. */
  readonly form: 'folders' | 'resources';
  /** The global policy, as it is called in `sources`; null where there is none. */
  readonly global: string | null;
  /** Of the global policy; absent means as it stands there. */
  readonly uncertain?: Uncertainty;
  readonly workspaces: readonly WorkspaceScope[];
  readonly products: readonly ProductScope[];
  readonly apis: readonly ApiScope[];
  readonly fragments: readonly FragmentScope[];
}

/**
 * A file or a resource that is not used as its place says: it is wrong, too large, the second of its kind; it names something that is not there (`unknown-api`,
 * `unknown-operation`, `file-missing`); somebody asks for an operation that has no entry of its own (`other-operation`); its name (`name-unknown`) or its policy (`policy-unknown`) is an expression that is not worked out.
 */
export interface ScopeProblem {
  readonly path: string;
  readonly code:
    | 'unreadable'
    | 'too-large'
    | 'not-json'
    | 'no-policy'
    | 'twice'
    | 'unknown-api'
    | 'unknown-operation'
    | 'other-operation'
    | 'file-missing'
    | 'name-unknown'
    | 'policy-unknown';
  /** What it is about, where the path does not say so. */
  readonly name: string | null;
  /** The name that was perhaps meant; absent where none is near. */
  readonly near?: string;
  /** The line in the file, from 1; absent where it is about all of it. */
  readonly line?: number;
}

/** Everything that files say of scopes. */
export interface Scopes {
  readonly services: readonly ServiceScopes[];
  /** Every policy by what it is called here: the path of its file, and with a number where that is a host of several. */
  readonly sources: ReadonlyMap<string, ScopeSource>;
  /** Files that resources load or call and that were not among those given, by their paths; of modules of Terraform the folder, with a slash at its end. */
  readonly missing: readonly string[];
  /** What is wrong with files; nothing of it stops the reading. */
  readonly problems: readonly ScopeProblem[];
}
