import type { HostKind, Judged, LineMap } from '../core/index.js';

/** A policy text of a file, judged on facts that keep the token's values back (`keepsClaims`). */
export interface JudgedText {
  /** The path below the folder of the tools. */
  readonly file: string;
  /** What the file is, where the policy stands inside it; null where it is the policy itself. */
  readonly host: HostKind | null;
  readonly judged: Judged;
  /** The lines of the file for offsets of the policy. */
  readonly lines: LineMap;
}
