import { findPastedKeys } from '../judgement/pasted-keys.js';
import { say } from '../messages/message.js';
import type { PolicyRule } from './rule.js';

/** A certificate, or a public key, where the gateway reads a shared secret. */
export const certificateAsKey: PolicyRule = {
  scope: 'policy',
  code: 'certificate-as-key',
  severity: 'error',
  certainty: 'observed',
  *check(context) {
    for (const { start, end, kind, use } of context.once(findPastedKeys)) {
      if (use !== 'signing') continue;
      if (kind === 'certificate') yield { start, end, message: say('certificate-as-key', {}) };
      if (kind === 'public-key') yield { start, end, message: say('public-key-as-key', {}) };
    }
  },
};
