import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** The algorithm does not fit the key, or the gateway does not document it. */
export const signatureAlgorithmUnsupported: PolicyRule = {
  scope: 'policy',
  code: 'signature-algorithm-unsupported',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'signature', [
      'signature-algorithm',
      'algorithm-not-documented',
      'key-length-differs',
      'secret-too-short',
      'elliptic-key-inline',
      'text-key-for-rsa',
    ]);
    if (judged !== null) yield reportCheck(context, judged, context.policy.element.nameSpan);
  },
};
