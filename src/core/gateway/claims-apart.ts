import { openContext } from './check-context.js';
import { checkClaims } from './checks/claims.js';
import { readTokenOnce, type Memory } from './memory.js';
import type { CheckResult, Prediction } from './prediction.js';
import type { Facts } from '../facts.js';
import { withRequiredClaims, type RequiredClaim, type TokenPolicy } from '../policy/token-policy.js';

/** A required claim as if it were the only one. */
interface ClaimApart {
  readonly claim: RequiredClaim;
  /** What the gateway's check would say then. */
  readonly result: CheckResult;
}

/** A token policy with what it answers to the token of the facts. */
interface Answered {
  readonly policy: TokenPolicy;
  readonly facts: Omit<Facts, 'now'>;
  readonly prediction: Prediction | null;
  readonly memory: Memory;
}

/** Each required claim on its own, so that every one that fails is shown; empty where the token cannot be read. */
export function checkClaimsApart({ policy, facts, prediction, memory }: Answered): ClaimApart[] {
  const { token } = facts;
  const overall = prediction?.checks.find(({ check }) => check === 'claims');
  if (token?.status !== 'decoded' || overall === undefined || overall.reason?.code === 'needs-readable-token') return [];
  if (policy.requiredClaims.length === 0) return [];
  const numbers = readTokenOnce(memory, token.compact.reveal()).signed?.claims.numbers ?? new Map();
  const read = { header: token.header, claims: token.claims, numbers, signed: '', signature: '', wasEncrypted: false };
  // No claim is compared with the clock.
  const timeless = { ...facts, now: 0 };
  return policy.requiredClaims.map(claim => {
    const { result } = checkClaims(openContext(withRequiredClaims(policy, [claim]), timeless, memory), read);
    return { claim, result };
  });
}
