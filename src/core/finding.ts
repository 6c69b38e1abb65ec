import type { Certainty } from './certainty.js';
import type { Span } from './text/span.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Meaning that a fix or an editor needs; never a token, never an unrelated personal claim. */
export type FindingData = { readonly [name: string]: string | number | boolean | null | readonly string[] };

/** One diagnostic. */
export interface Finding extends Span {
  /** The rule's code, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number;
  /** Which token policy of the document it is about; null where it is about the document. */
  readonly policy: number | null;
  readonly certainty: Certainty;
  readonly data: FindingData;
}
