import { decodePaddedBase64 } from '../metadata/base64.js';
import { say } from '../messages/message.js';
import { signingKeyElements } from './compared-values.js';
import { looksLikeCertificate, unwrapCertificate } from './key-material.js';
import type { PolicyRule } from './rule.js';

/** A shared secret in clear text. A pasted certificate is no secret, and has its own rule. */
export const secretInPolicy: PolicyRule = {
  scope: 'policy',
  code: 'secret-in-policy',
  summary: 'A shared secret in clear text.',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    for (const { value } of signingKeyElements(policy)) {
      if (value.state !== 'literal') continue;
      const bytes = decodePaddedBase64(unwrapCertificate(value.value));
      const { start, end } = value;
      if (bytes !== null && bytes.length > 0 && !looksLikeCertificate(bytes)) yield { start, end, message: say('secret-in-policy', {}) };
    }
  },
};
