import * as core from '../core/index.js';
import type { CheckOutcome, DecodedToken, GivenFacts, Outcome, PredictedAnswer, Reason, TokenPolicy, TokenProblem } from '../core/index.js';

/** What one check of the gateway came to. */
export interface CheckResult extends CheckOutcome {
  /** Why, and what to do, in words; null where it passes plainly. */
  readonly reason: string | null;
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
  /** What stands between the token policies' answers and the caller's, in words; null where the one that decides says it all. */
  readonly because: string | null;
  /** One for each token policy, in document order. */
  readonly predictions: readonly Prediction[];
}

/**
 * What one token policy answers to one token at the moment `facts.now`, check by check. Documents and named values that are not in the
 * facts are unresolved, and `missing` names them. Never throws; the token stays in memory.
 */
export async function predict(policy: TokenPolicy, token: DecodedToken | TokenProblem, facts: GivenFacts): Promise<Prediction> {
  return inWords(await core.predict(policy, token, facts));
}

/** What the caller meets who sends the token to a gateway with this policy document and no other. Never throws. */
export async function predictDocument(text: string, token: DecodedToken | TokenProblem, facts: GivenFacts): Promise<DocumentPrediction> {
  const { because, predictions, ...rest } = await core.predictDocument(text, token, facts);
  return { ...rest, because: explain(because), predictions: predictions.map(inWords) };
}

const inWords = (prediction: core.Prediction): Prediction => ({
  ...prediction,
  checks: prediction.checks.map(check => ({ ...check, reason: explain(check.reason) })),
});

const explain = (reason: Reason | null): string | null => (reason === null ? null : core.explainReason(reason, core.englishCatalogue));
