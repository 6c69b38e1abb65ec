import type { Certainty } from '../certainty.js';
import type { Reason } from './reason.js';

/** What the gateway tests, in its order. */
export type CheckName = 'source' | 'form' | 'signature' | 'lifetime' | 'audience' | 'issuer' | 'application' | 'claims';

/** What a check, a token policy, a document may come to. Exported for tests. */
export const outcomes = ['pass', 'fail', 'uncertain', 'unresolved'] as const;

/**
 * `uncertain`: the gateway's behaviour at this point is not documented or is inside a tolerance.
 * `unresolved`: a value or document is missing; `missing` names it.
 */
export type Outcome = (typeof outcomes)[number];

/** What one check came to. */
export interface CheckOutcome {
  readonly check: CheckName;
  readonly outcome: Outcome;
  readonly certainty: Certainty;
  /** The library's code, as 8.23.0's JsonWebTokenHandler reports it; null where the check is not the library's or passes. */
  readonly idx: string | null;
  /** The gateway's own text; null where none is known. Never invented. */
  readonly message: string | null;
  /** The documents (addresses) and values that would settle the check. */
  readonly missing: readonly string[];
}

/** What one check came to, and why. */
export interface CheckResult extends CheckOutcome {
  /** Why, for rules and the panel to word; null where it passes plainly. */
  readonly reason: Reason | null;
}

/** What another generation of the library, or an earlier check that is not decided, would report instead. */
export interface Alternative {
  readonly check: CheckName;
  readonly idx: string | null;
  /** On what it depends, in plain words. */
  readonly because: string;
}

export interface GatewayReport {
  readonly check: CheckName;
  readonly idx: string | null;
  readonly message: string | null;
  readonly alternatives: readonly Alternative[];
}

/** What the checks of one token policy come to together. */
export interface PredictedAnswer {
  /** Any `fail` makes it `fail`; else `unresolved`; else `uncertain`; else `pass`. */
  readonly outcome: Outcome;
  /** The status that a failure gets; null where the policy's value is not literal. 200 stands for no failure here. */
  readonly status: number | null;
  /** Null unless the outcome is `fail`. */
  readonly reports: GatewayReport | null;
}

/** What one token policy says to one token at one moment. */
export interface Prediction extends PredictedAnswer {
  /** Every check, in the gateway's order. */
  readonly checks: readonly CheckResult[];
}

/** What the caller meets: token policies in sequence, branches and error handling considered. */
export interface DocumentPrediction {
  readonly outcome: Outcome;
  /** Which token policy decides; null where none does. */
  readonly policy: number | null;
  /** What stands between the token policies' answers and the caller's; null where the one that decides says it all. */
  readonly because: Reason | null;
  /** One for each token policy, in document order. */
  readonly predictions: readonly Prediction[];
}
