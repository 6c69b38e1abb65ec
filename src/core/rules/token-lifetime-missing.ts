import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** No exp, and the policy asks for one. */
export const tokenLifetimeMissing: PolicyRule = {
  scope: 'policy',
  code: 'token-lifetime-missing',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'lifetime', ['expiry-missing']);
    if (judged !== null) yield reportCheck(context, judged, context.policy.element.nameSpan);
  },
};
