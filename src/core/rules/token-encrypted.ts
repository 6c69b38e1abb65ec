import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** An encrypted token, and no key that opens it. */
export const tokenEncrypted: PolicyRule = {
  scope: 'policy',
  code: 'token-encrypted',
  summary: 'The token is encrypted.',
  severity: 'error',
  certainty: 'library',
  *check(context) {
    const judged = judgedCheck(context, 'form', [
      'encrypted-no-key',
      'encrypted-key-unknown',
      'encrypted-wrong-key',
      'encrypted-not-supported',
    ]);
    if (judged !== null) yield reportCheck(context, judged, context.policy.element.nameSpan);
  },
};
