import type { CheckName, CheckResult } from '../gateway/prediction.js';
import type { Reason } from '../gateway/reason.js';
import type { PolicyAlone } from './judged.js';

/** A check of the gateway that the token does not plainly pass. */
export interface JudgedCheck<Code extends Reason['code']> {
  readonly result: CheckResult;
  readonly reason: Extract<Reason, { readonly code: Code }>;
}

/** The check, where it does not pass for one of these reasons; null otherwise, without a token, and in a branch that the token does not take. */
export function judgedCheck<const Code extends Reason['code']>(
  context: PolicyAlone,
  check: CheckName,
  codes: readonly Code[],
): JudgedCheck<Code> | null {
  const result = context.prediction?.checks.find(candidate => candidate.check === check);
  if (result === undefined || result.outcome === 'pass') return null;
  const { reason } = result;
  return reason !== null && isOneOf(reason, codes) && context.reach !== 'skipped' ? { result, reason } : null;
}

function isOneOf<Code extends Reason['code']>(reason: Reason, codes: readonly Code[]): reason is Extract<Reason, { readonly code: Code }> {
  return (codes as readonly string[]).includes(reason.code);
}
