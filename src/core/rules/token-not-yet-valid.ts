import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** The beginning of the token's life lies in the future, or after its end. */
export const tokenNotYetValid: PolicyRule = {
  scope: 'policy',
  code: 'token-not-yet-valid',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'lifetime', ['not-yet-valid', 'not-yet-valid-within-tolerance', 'valid-after-expiry']);
    if (judged !== null) yield reportCheck(context, judged, context.policy.element.nameSpan);
  },
};
