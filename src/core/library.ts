// What the library offers to those who have a text and nothing else: each reads it, judges it, and asks one thing. The product itself
// judges once and asks the same things of what it has.
import { runRules, type DiagnoseOptions } from './diagnosis/run-rules.js';
import { explainTrace } from './explain/explain-error.js';
import type { AdvisedExplanation } from './explain/explanation.js';
import type { Literals } from './expression/literals.js';
import type { Facts, GivenFacts } from './facts.js';
import type { Finding } from './finding.js';
import type { Fix, Refusal } from './fixes/fix.js';
import type { RewriteName, RewriteVariant } from './fixes/rewrite/variants.js';
import { makeFixes } from './fixes/make-fixes.js';
import { findFixMaker } from './fixes/registry.js';
import { rewriteEach } from './fixes/rewrite/rewrite.js';
import { openContext } from './gateway/check-context.js';
import { predictPath } from './gateway/predict-path.js';
import { predictPolicy } from './gateway/predict.js';
import type { DocumentPrediction, Prediction } from './gateway/prediction.js';
import { judge } from './judgement/judge.js';
import type { Judged } from './judgement/judged.js';
import { readPolicies } from './policy/read-policies.js';
import { resolvePolicy } from './policy/resolve-document.js';
import type { TokenPolicy } from './policy/token-policy.js';
import { pathOf } from './scopes/path.js';
import type { DecodedToken, TokenProblem } from './token/token.js';

/** One document, judged: the path that knows of no other. Never throws. `literals`: where a `${` or `%{` means itself. */
export function judgeText(text: string, facts: Facts, literals?: Literals): Promise<Judged> {
  return judge(pathOf(readPolicies(text, literals)), facts);
}

/**
 * What one token policy answers to one token at the moment `facts.now`, check by check. Documents and named values that are not in the
 * facts are unresolved. Never throws; the token stays in memory.
 */
export function predict(policy: TokenPolicy, token: DecodedToken | TokenProblem, facts: GivenFacts): Promise<Prediction> {
  return predictPolicy(openContext(resolvePolicy(policy, facts), facts), token);
}

/** What the caller meets: see `predictPath`. Never throws. */
export function predictDocument(text: string, token: DecodedToken | TokenProblem, facts: GivenFacts): Promise<DocumentPrediction> {
  return predictPath(pathOf(readPolicies(text)), token, facts);
}

/** Everything the product has to say about a policy document: without a token what is wrong in any case, with one why it passes or not. */
export async function diagnose(text: string, facts: GivenFacts, options: DiagnoseOptions = {}): Promise<Finding[]> {
  return runRules(await judgeText(text, facts), options);
}

/**
 * The fixes of one finding, worked out on the text as it is now: the finding says what it is about, every position is found anew.
 * The best stands first; none where no edit of the policy is the cure. At most one is preferred.
 */
export async function applyFix(text: string, finding: Finding, facts: GivenFacts): Promise<Fix[]> {
  return findFixMaker(finding.code) === undefined ? [] : makeFixes(await judgeText(text, facts), finding);
}

/** Rewrites every element of the one kind into the other: a fix for each, or the reason why there is none. See `rewriteEach`. */
export async function rewrite(
  text: string,
  name: RewriteName,
  variant: RewriteVariant | undefined,
  facts: GivenFacts,
): Promise<(Fix | Refusal)[]> {
  return rewriteEach(await judgeText(text, facts), name, variant);
}

/** Explains what an API gateway said; `text` is the policy document at hand, if any. See `explainTrace`. */
export function explainError(pasted: string, text?: string): AdvisedExplanation[] {
  return explainTrace(pasted, text === undefined ? undefined : readPolicies(text));
}
