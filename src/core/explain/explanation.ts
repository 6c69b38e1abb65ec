import type { Certainty } from '../certainty.js';
import type { CheckName } from '../gateway/prediction.js';
import type { NextStep } from '../next-step.js';
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
  /** The value that the policy wants in that claim. */
  readonly wanted?: string;
}

/** Where in the policy document at hand the cause stands, and in which of its token policies. */
export interface CauseLocation extends Span {
  readonly policy: number;
}

/**
 * Who answered: the gateway itself; one of its policies; the backend; whoever was asked for a token; something in front of the gateway. `client` and
 * `management`: no answer at all, but words of the browser, or of the API that saves policies. `undecided`: the text does not tell.
 */
export type AnswererKind = 'gateway' | 'policy' | 'backend' | 'token-request' | 'in-front' | 'client' | 'management' | 'undecided';

/** Who answered, and by what that is known. */
export interface AnsweredBy {
  readonly kind: AnswererKind;
  /** The service, the policy, or the part of the gateway; where it is undecided all that it can be. */
  readonly service: string;
  readonly certainty: Certainty;
  /** What in the text says so; holds nothing of the text but numbers and names of policies. */
  readonly evidence: readonly string[];
  /** Who else writes the same. Mostly empty. */
  readonly others: readonly string[];
  /** All that in one sentence, as a first line has it. */
  readonly sentence: string;
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
  readonly answeredBy: AnsweredBy;
  /** Absent without a document, and where the cause cannot be told. */
  readonly location?: CauseLocation;
}

/** An explanation with what to do. */
export interface AdvisedExplanation extends Explanation {
  /** The first thing first: with what there is to copy where the text has the values for it, else the cures. */
  readonly nextSteps: readonly NextStep[];
}
