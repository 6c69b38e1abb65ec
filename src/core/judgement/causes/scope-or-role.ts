import type { PolicyAlone } from '../judged.js';
import { writeClaimCondition } from '../../policy/version-condition.js';

/** A token policy that asks for scopes and roles, and a token that has one of the two. */
interface ScopeOrRole {
  readonly has: 'scp' | 'roles';
  readonly lacks: 'scp' | 'roles';
  /** The condition that tells such tokens from the others; null where none can be written. */
  readonly condition: string | null;
}

/** Several required claims are "and": a token of a user has scopes, one of an app roles. Null where the policy does not ask for both, or the token has both or none. */
export function findScopeOrRole({ policy, facts }: PolicyAlone): ScopeOrRole | null {
  const names = policy.requiredClaims.map(({ name }) => name);
  if (!names.includes('scp') || !names.includes('roles') || facts.token?.status !== 'decoded') return null;
  const { claims } = facts.token;
  const [scp, roles] = [Object.hasOwn(claims, 'scp'), Object.hasOwn(claims, 'roles')];
  if (scp === roles) return null;
  return { has: scp ? 'scp' : 'roles', lacks: scp ? 'roles' : 'scp', condition: writeClaimCondition(policy, 'scp') };
}
