import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** The key that the token names did not make its signature, or the signature cannot be read. */
export const signatureInvalid: PolicyRule = {
  scope: 'policy',
  code: 'signature-invalid',
  severity: 'error',
  certainty: 'library',
  silencedBy: { policy: ['graph-token'] },
  *check(context) {
    const judged = judgedCheck(context, 'signature', [
      'signature-wrong',
      'signature-malformed',
      'signature-form-differs',
      'signature-key-elsewhere',
      'signature-key-form-differs',
      'inline-key-unreadable',
      'secret-without-base64',
    ]);
    if (judged !== null) yield reportCheck(context, judged, context.policy.element.nameSpan);
  },
};
