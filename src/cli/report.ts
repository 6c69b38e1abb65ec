import type { After, DecodedToken, Finding, Fix, Judged, TokenProblem } from '../core/index.js';

/** What `check` found in one file. */
export interface DocumentReport {
  /** As it was given. */
  readonly path: string;
  readonly judged: Judged;
  readonly findings: readonly FindingReport[];
}

/** What is said of a fix: all but its edits and its result. */
export interface ListedFix extends Omit<Fix, 'edits' | 'text' | 'neutral'> {
  /** What the gateway answers to the token after it; null without one. */
  readonly after: Pick<After, 'outcome' | 'status' | 'check'> | null;
  /** What shows its changes, to be copied into a shell; null where only an editor offers it. */
  readonly command: string | null;
  /** The title with what follows. */
  readonly offer: string;
}

export interface FindingReport {
  readonly finding: Finding;
  readonly fixes: readonly ListedFix[];
}

/** Everything that a format needs. */
export interface CheckReport {
  /** Unix seconds. */
  readonly now: number;
  readonly version: string;
  readonly token: DecodedToken | TokenProblem | null;
  readonly documents: readonly DocumentReport[];
}
