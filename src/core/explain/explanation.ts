import type { CheckName } from '../gateway/prediction.js';

/** What was found in a pasted error text, verbatim: not trimmed, not unescaped; lists split at `, `. */
export interface ErrorValues {
  readonly issuer?: string;
  readonly validIssuers?: readonly string[];
  readonly audiences?: readonly string[];
  readonly validAudiences?: readonly string[];
  readonly kid?: string;
  /** ISO 8601. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly now?: string;
  readonly claim?: string;
}

export interface Explanation {
  /** Null where the text has no code. */
  readonly idx: string | null;
  readonly check: CheckName | null;
  readonly values: ErrorValues;
  readonly explanation: string;
  /** Never empty. */
  readonly cures: readonly string[];
}
