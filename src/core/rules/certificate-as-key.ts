import { decodePaddedBase64 } from '../metadata/base64.js';
import { say } from '../messages/message.js';
import { signingKeyElements } from './compared-values.js';
import { looksLikeCertificate, unwrapCertificate } from './key-material.js';
import type { PolicyRule } from './rule.js';

/** A certificate where the gateway reads a shared secret. */
export const certificateAsKey: PolicyRule = {
  scope: 'policy',
  code: 'certificate-as-key',
  summary: 'A certificate pasted as a symmetric key.',
  severity: 'error',
  certainty: 'observed',
  *check({ policy }) {
    for (const { value } of signingKeyElements(policy)) {
      if (value.state !== 'literal') continue;
      const bytes = decodePaddedBase64(unwrapCertificate(value.value));
      const { start, end } = value;
      if (bytes !== null && looksLikeCertificate(bytes)) yield { start, end, message: say('certificate-as-key', {}) };
    }
  },
};
