import { say } from '../messages/message.js';
import { signingKeyElements } from '../policy/compared-values.js';
import { kindOfKey } from '../metadata/key-material.js';
import type { PolicyRule } from './rule.js';

/** A certificate, or a public key, where the gateway reads a shared secret. */
export const certificateAsKey: PolicyRule = {
  scope: 'policy',
  code: 'certificate-as-key',
  severity: 'error',
  certainty: 'observed',
  *check({ policy }) {
    for (const { value } of signingKeyElements(policy)) {
      if (value.state !== 'literal') continue;
      const kind = kindOfKey(value.value);
      const { start, end } = value;
      if (kind === 'certificate') yield { start, end, message: say('certificate-as-key', {}) };
      if (kind === 'public-key') yield { start, end, message: say('public-key-as-key', {}) };
    }
  },
};
