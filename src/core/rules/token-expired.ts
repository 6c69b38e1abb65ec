import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** The end of the token's life lies in the past, or cannot be read by every gateway. */
export const tokenExpired: PolicyRule = {
  scope: 'policy',
  code: 'token-expired',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'lifetime', ['expired', 'expired-within-tolerance', 'expiry-in-milliseconds', 'lifetime-differs']);
    if (judged !== null) yield reportCheck(context, judged, context.policy.element.nameSpan);
  },
};
