import { languageOf } from '../messages/catalogue.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';
import { readAttribute, type CheckContext, type ReadToken } from './check-context.js';
import { checksAfterSignature, type ClaimCheck } from './checks/order.js';
import { checkForm } from './checks/form.js';
import { checkSignature } from './checks/signature.js';
import { checkSource } from './checks/source.js';
import { unresolved, type Checked } from './outcome.js';
import type { CheckName, Outcome, Prediction } from './prediction.js';
import { combineOutcomes, settleAnswers, writeReport, type CheckedToken } from './report.js';

/**
 * What the token policy of the context answers to one token at the moment `facts.now`, check by check. Documents and named values that
 * are not in the facts are unresolved. Never throws; the token stays in memory.
 */
export async function predictPolicy(context: CheckContext, token: DecodedToken | TokenProblem): Promise<Prediction> {
  const all = await checkToken(context, token);
  const outcome = combineOutcomes(all.checks);
  return {
    outcome,
    status: readStatus(context, outcome),
    reports: writeReport(all, languageOf(context.facts)),
    checks: all.checks.map(checked => checked.result),
  };
}

/** Every check with what each engine answers there; `predictPolicy` shows what the engines agree on. Exported for tests. */
export async function checkToken(context: CheckContext, token: DecodedToken | TokenProblem): Promise<CheckedToken> {
  if (token.status === 'decoded' && token.claimsOnly === true) return checkDecodedClaims(context, token);
  const text = token.compact.reveal();
  const form = await checkForm(context, text);
  const checks: Checked[] = [checkSource(context, text, token.sent), form.checked];
  let checksClaimsFirst: CheckedToken['checksClaimsFirst'] = () => false;
  if (form.token === null) checks.push(...(['signature', ...checksAfterSignature.map(([name]) => name)] as const).map(cannotTest));
  else {
    const signature = await checkSignature(context, form.token);
    checksClaimsFirst = signature.checksClaimsFirst;
    checks.push(signature, ...runChecks(context, form.token, checksAfterSignature));
  }
  const { engines } = context;
  return { checks: settleAnswers(checks, engines), engines, token: form.token, checksClaimsFirst };
}

/** Claims that somebody decoded elsewhere: what only the token itself shows is not known. */
function checkDecodedClaims(context: CheckContext, { header, claims }: DecodedToken): CheckedToken {
  const token: ReadToken = { header, claims, numbers: new Map(), signed: '', signature: '' };
  const unknown = (check: CheckName): Checked => unresolved(check, [], { reason: { code: 'claims-only', values: {} } });
  const checks = [
    checkSource(context, 'claims'),
    unknown('form'),
    unknown('signature'),
    ...runChecks(context, token, checksAfterSignature),
  ];
  return { checks: settleAnswers(checks, context.engines), engines: context.engines, token, checksClaimsFirst: () => false };
}

function runChecks(context: CheckContext, token: ReadToken, checks: readonly (readonly [CheckName, ClaimCheck])[]): Checked[] {
  return checks.map(([, check]) => check(context, token));
}

function cannotTest(check: CheckName): Checked {
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
