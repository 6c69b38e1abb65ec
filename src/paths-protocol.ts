// What client and server tell each other about the paths of the workspace's requests; the messages' names stand in protocol.ts.
import type { FilePlace, PathOutcome, StationCard } from './view.js';

/** Asks for the paths of the workspace. */
export interface PathsParams {
  /** How many paths are wanted at most. */
  readonly most: number;
}

/** What the workspace's requests meet, API by API. */
export interface RequestPaths {
  readonly apis: readonly ApiPaths[];
  /** How many paths were left out. */
  readonly more: number;
  /** What was not read of the files that say so, in a sentence or two; null where everything was. */
  readonly unread: string | null;
}

/** One API, or one revision of it. */
export interface ApiPaths {
  /** Distinguishes it from all others. */
  readonly key: string;
  readonly name: string;
  /** In which folder and workspace it stands; null where there is nothing to add to the name. */
  readonly where: string | null;
  readonly paths: readonly RequestPath[];
}

/** One way to an operation, or to all of an API that have no entry of their own: by a product or without one. */
export interface RequestPath {
  /** As in a view. */
  readonly key: string;
  /** "get-order (product starter)". */
  readonly name: string;
  /** "401 audience"; null without a token. */
  readonly answer: string | null;
  /** What was not read, in one sentence; null where everything was, and without a token. */
  readonly notRead: string | null;
  readonly outcome: PathOutcome | null;
  /** What decides, else the first token policy; null where there is none. */
  readonly place: FilePlace | null;
  /** Its token policies, in the order in which a request meets them. */
  readonly policies: readonly StationCard[];
}
