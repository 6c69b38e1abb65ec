import { childElements } from './policy-tree.js';
import type { TokenPolicy } from './token-policy.js';
import type { PolicyValue } from './value.js';
import type { Span } from '../text/span.js';

/** Where a finding about a list stands: on its one entry, else on the name of the list, else on the name of the policy. */
export function placeOfList(policy: TokenPolicy, list: string, values: readonly PolicyValue[]): Span {
  const [only, second] = values;
  if (only !== undefined && second === undefined) return only;
  return childElements(policy.element, list)[0]?.nameSpan ?? policy.element.nameSpan;
}

/** Where a finding about the accepted issuers stands: the issuers, else the one openid-config, else the tenant, else the name of the policy. */
export function placeOfIssuers(policy: TokenPolicy): Span {
  if (policy.kind === 'validate-azure-ad-token') return policy.attributes['tenant-id'] ?? policy.element.nameSpan;
  if (policy.issuers.length > 0) return placeOfList(policy, 'issuers', policy.issuers);
  return policy.openidConfigs[0] ?? policy.element.nameSpan;
}
