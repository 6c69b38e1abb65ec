import type { Facts } from '../facts.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';
import { openContext, readAttribute, type CheckContext, type ReadToken } from './check-context.js';
import { checksAfterSignature, type ClaimCheck } from './checks/order.js';
import { checkForm } from './checks/form.js';
import { checkSignature } from './checks/signature.js';
import { checkSource } from './checks/source.js';
import type { Engine } from './library/engines.js';
import { unresolved, type Judgement } from './outcome.js';
import type { CheckName, Outcome, Prediction } from './prediction.js';
import { combineOutcomes, settleRefusals, writeReport, type Judged } from './report.js';

/**
 * What one token policy answers to one token at the moment `facts.now`, check by check. Documents and named values that are not in the
 * facts are unresolved. Never throws; the token stays in memory.
 */
export async function predict(policy: TokenPolicy, token: DecodedToken | TokenProblem, facts: Facts): Promise<Prediction> {
  return predictIn(openContext(policy, facts), token);
}

/** The same in a context that was set up already. */
export async function predictIn(context: CheckContext, token: DecodedToken | TokenProblem): Promise<Prediction> {
  const judged = await judgeToken(context, token);
  const outcome = combineOutcomes(judged.judgements);
  return {
    outcome,
    status: readStatus(context, outcome),
    reports: writeReport(judged),
    checks: judged.judgements.map(judgement => judgement.result),
  };
}

/** Every check with what each engine answers there; `predict` shows what the engines agree on. */
export async function judgeToken(context: CheckContext, token: DecodedToken | TokenProblem): Promise<Judged> {
  const text = token.compact.reveal();
  const form = await checkForm(context, text);
  const judgements: Judgement[] = [checkSource(context, text), form.judgement];
  let looksFurther: ReadonlySet<Engine> = new Set();
  if (form.token === null) judgements.push(...(['signature', ...checksAfterSignature.map(([name]) => name)] as const).map(cannotTest));
  else {
    const signature = await checkSignature(context, form.token);
    looksFurther = signature.looksFurther;
    judgements.push(signature, ...runChecks(context, form.token, checksAfterSignature));
  }
  const { engines } = context;
  return { judgements: settleRefusals(judgements, engines), engines, token: form.token, looksFurther };
}

function runChecks(context: CheckContext, token: ReadToken, checks: readonly (readonly [CheckName, ClaimCheck])[]): Judgement[] {
  return checks.map(([, check]) => check(context, token));
}

function cannotTest(check: CheckName): Judgement {
  return unresolved(check, [], { reason: { code: 'needs-readable-token', values: {} } });
}

/** The status of a refusal: 401 unless the policy says otherwise; null where that is not known. */
function readStatus(context: CheckContext, outcome: Outcome): number | null {
  if (outcome === 'pass') return 200;
  const read = readAttribute(context, 'failed-validation-httpcode');
  if ('missing' in read) return null;
  if (read.text === null) return 401;
  return /^\s*\d{3}\s*$/.test(read.text) ? Number(read.text) : null;
}
