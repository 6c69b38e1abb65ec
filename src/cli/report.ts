import type { DecodedToken, DocumentPrediction, Finding, Fix, PolicyDocument, TokenProblem } from '../core/index.js';

/** What `check` found in one file. */
export interface DocumentReport {
  /** As it was given. */
  readonly path: string;
  readonly document: PolicyDocument;
  /** Null without a token, and where the file is no policy document. */
  readonly prediction: DocumentPrediction | null;
  readonly findings: readonly FindingReport[];
}

/** What is said of a fix: all but its edits and its result. */
export type ListedFix = Omit<Fix, 'edits' | 'text' | 'neutral'>;

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
