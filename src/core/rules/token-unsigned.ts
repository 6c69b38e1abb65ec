import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** No signature, and the policy asks for one. */
export const tokenUnsigned: PolicyRule = {
  scope: 'policy',
  code: 'token-unsigned',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'signature', ['signature-absent']);
    if (judged !== null) yield reportCheck(context, judged, context.policy.element.nameSpan);
  },
};
