import type { Facts } from '../facts.js';
import { knowValue } from '../policy/known-value.js';
import { placeOfIssuers } from '../policy/policy-places.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { Span } from '../text/span.js';
import { findConfiguration } from './read-metadata.js';

/** Where the policy names an address, or the document that names it in its turn (`jwks_uri`). */
export function placeOfAddress(policy: TokenPolicy, facts: Pick<Facts, 'metadata' | 'namedValues'>, address: string): Span {
  if (policy.kind === 'validate-azure-ad-token') return placeOfIssuers(policy);
  const naming = policy.openidConfigs.find(value => {
    const known = knowValue(value, facts.namedValues);
    return known.known && (known.text === address || findConfiguration(facts.metadata, known.text)?.jwksUri === address);
  });
  return naming ?? policy.openidConfigs[0] ?? policy.element.nameSpan;
}
