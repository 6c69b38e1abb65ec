import type { CheckContext, ReadToken } from '../check-context.js';
import type { Checked } from '../outcome.js';
import { checkListedIssuer } from '../library/listed-issuer.js';
import { checkTenantIssuer } from '../library/tenant-issuer.js';

/** Whether the policy trusts the token's issuer: each policy has its own way. */
export function checkIssuer(context: CheckContext, token: ReadToken): Checked {
  return context.policy.kind === 'validate-jwt' ? checkListedIssuer(context, token) : checkTenantIssuer(context, token);
}
