import { say } from '../messages/message.js';
import { decryptionKeyElements, masterKeyElements, signingKeyElements } from '../policy/compared-values.js';
import { asWritten } from '../policy/value.js';
import { kindOfKey } from '../metadata/key-material.js';
import type { PolicyRule } from './rule.js';

/** A shared secret in clear text: of a signature, or of an encrypted token. A pasted certificate is no secret, and has its own rule. */
export const secretInPolicy: PolicyRule = {
  scope: 'policy',
  code: 'secret-in-policy',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['certificate-as-key'] },
  *check({ policy }) {
    const keys = [...signingKeyElements(policy), ...masterKeyElements(policy), ...decryptionKeyElements(policy)];
    for (const value of keys.map(key => asWritten(key.value))) {
      if (value.state !== 'literal') continue;
      const { start, end } = value;
      if (kindOfKey(value.value) === 'secret') yield { start, end, message: say('secret-in-policy', {}) };
    }
  },
};
