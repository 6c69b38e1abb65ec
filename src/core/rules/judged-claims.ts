import { openContext } from '../gateway/check-context.js';
import { checkClaims } from '../gateway/checks/claims.js';
import type { CheckResult } from '../gateway/prediction.js';
import type { RequiredClaim } from '../policy/token-policy.js';
import type { PolicyContext } from './rule.js';

export interface JudgedClaim {
  readonly claim: RequiredClaim;
  /** What the gateway's check would say if this were the only required claim. */
  readonly result: CheckResult;
}

/** Each required claim on its own, so that every one that fails is shown; empty where the token cannot be read. */
export function judgeEachClaim({ policy, facts, policyPrediction }: PolicyContext): JudgedClaim[] {
  const { token } = facts;
  const overall = policyPrediction?.checks.find(({ check }) => check === 'claims');
  if (token?.status !== 'decoded' || overall === undefined || overall.reason?.code === 'needs-readable-token') return [];
  const read = { header: token.header, claims: token.claims, signed: '', signature: '', wasEncrypted: false };
  return policy.requiredClaims.map(claim => {
    const { result } = checkClaims(openContext({ ...policy, requiredClaims: [claim] }, facts), read);
    return { claim, result };
  });
}
