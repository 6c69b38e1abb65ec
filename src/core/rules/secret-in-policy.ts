import { findPastedKeys } from '../judgement/pasted-keys.js';
import { say } from '../messages/message.js';
import type { PolicyRule } from './rule.js';

/** A shared secret in clear text: of a signature, or of an encrypted token. A pasted certificate is no secret, and has its own rule. */
export const secretInPolicy: PolicyRule = {
  scope: 'policy',
  code: 'secret-in-policy',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['certificate-as-key'] },
  *check(context) {
    for (const { start, end, kind, isWritten } of context.once(findPastedKeys))
      if (isWritten && kind === 'secret') yield { start, end, message: say('secret-in-policy', {}) };
  },
};
