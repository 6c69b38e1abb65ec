import { judgedCheck, reportCheck } from './judged-check.js';
import type { PolicyRule } from './rule.js';

/** None of the keys that the policy names made the signature. */
export const signingKeyNotFound: PolicyRule = {
  scope: 'policy',
  code: 'signing-key-not-found',
  summary: 'No key of the policy fits the token.',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'signature', ['signing-key-not-found', 'signing-key-not-named']);
    if (judged !== null) yield reportCheck(context, judged, context.policy.element.nameSpan);
  },
};
