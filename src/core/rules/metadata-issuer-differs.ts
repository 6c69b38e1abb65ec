import { say } from '../messages/message.js';
import { findDocumentedIssuer } from '../microsoft/write-address.js';
import { findConfiguration } from '../metadata/read-metadata.js';
import { knowValue } from '../policy/known-value.js';
import type { PolicyRule } from './rule.js';

/** A document whose issuer is not the one that its address promises. The gateway goes by the document. */
export const metadataIssuerDiffers: PolicyRule = {
  scope: 'policy',
  code: 'metadata-issuer-differs',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy, facts, readAddress }) {
    for (const value of policy.openidConfigs) {
      const known = knowValue(value, facts.namedValues);
      if (!known.known) continue;
      const issuer = findConfiguration(facts.metadata, known.text)?.issuer;
      if (typeof issuer !== 'string') continue;
      const promised = findDocumentedIssuer(known.text, readAddress(known.text));
      if (promised === null || issuer === promised) continue;
      const { start, end } = value;
      yield { start, end, message: say('metadata-issuer-differs', { issuer, promised }), data: { issuer, promised } };
    }
  },
};
