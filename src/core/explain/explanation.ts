import type { CheckName } from '../gateway/prediction.js';
import type { RuleCode } from '../rule-codes.js';
import type { Span } from '../text/span.js';

/** What was found in a pasted error text, verbatim: not trimmed, not unescaped; lists split at `, `. Tokens in it are `[token]`. */
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

/** Where in the policy document at hand the cause stands, and in which of its token policies. */
export interface CauseLocation extends Span {
  readonly policy: number;
}

export interface Explanation {
  /** Null where the text has no code. */
  readonly idx: string | null;
  readonly check: CheckName | null;
  readonly values: ErrorValues;
  readonly explanation: string;
  /** Never empty. */
  readonly cures: readonly string[];
  /** The codes of the rules whose findings, where the document at hand has some, are about the same thing; the likeliest first. */
  readonly rules: readonly RuleCode[];
  /** Absent without a document, and where the cause cannot be told. */
  readonly location?: CauseLocation;
}
