import type { CheckName } from '../gateway/prediction.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import { readPolicies } from '../policy/read-policies.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { Span } from '../text/span.js';
import type { CauseLocation, ErrorValues, Explanation } from './explanation.js';

/**
 * Says which token policy of the document an error text is about, and where in it the cause stands. With several token
 * policies it is the one that names the values of the text; nothing where none fits better than the others.
 */
export function locateCause(
  explanation: Pick<Explanation, 'idx' | 'check' | 'values'>,
  text: string,
): { readonly location?: CauseLocation } {
  const { check, idx, values } = explanation;
  if (check === null) return {};
  const { tokenPolicies } = readPolicies(text);
  const ranked = tokenPolicies
    .map((policy, index) => ({ policy, index, likeness: likeness(policy, idx, values) }))
    .filter(candidate => candidate.likeness >= 0)
    .sort((a, b) => b.likeness - a.likeness);
  const [best, next] = ranked;
  if (!best || (next && next.likeness === best.likeness)) return {};
  const { start, end } = causeSpan(best.policy, check, values);
  return { location: { policy: best.index, start, end } };
}

/** Negative: it cannot be this one. */
function likeness(policy: TokenPolicy, idx: string | null, values: ErrorValues): number {
  // Codes IDX400xx come from the issuer validator of Microsoft Entra ID, which validate-azure-ad-token uses alone.
  if (idx !== null && /^IDX400/.test(idx) !== (policy.kind === 'validate-azure-ad-token') && /^IDX(400|10205)/.test(idx)) return -1;
  const named = new Set([...policy.audiences, ...policy.issuers].map(value => value.value));
  const claims = new Set(policy.requiredClaims.map(claim => claim.name));
  const shared = [...(values.validAudiences ?? []), ...(values.validIssuers ?? [])].filter(value => named.has(value)).length;
  return shared + (values.claim !== undefined && claims.has(values.claim) ? 1 : 0);
}

function causeSpan(policy: TokenPolicy, check: CheckName, values: ErrorValues): Span {
  const { element } = policy;
  switch (check) {
    case 'issuer':
    case 'signature':
      return attributeSpan(element, 'tenant-id') ?? policy.openidConfigs[0] ?? child(element, 'issuers') ?? element.nameSpan;
    case 'audience':
      return child(element, 'audiences') ?? element.nameSpan;
    case 'application':
      return child(element, 'client-application-ids') ?? child(element, 'backend-application-ids') ?? element.nameSpan;
    case 'claims':
      return (
        policy.requiredClaims.find(claim => claim.name === values.claim)?.element.openTag ??
        child(element, 'required-claims') ??
        element.nameSpan
      );
    case 'source':
      return (
        attributeSpan(element, 'header-name') ??
        attributeSpan(element, 'query-parameter-name') ??
        attributeSpan(element, 'token-value') ??
        element.nameSpan
      );
    case 'form':
    case 'lifetime':
      return element.nameSpan;
  }
}

function attributeSpan(element: PolicyElement, name: string): Span | undefined {
  return findAttribute(element, name)?.value;
}

function child(element: PolicyElement, name: string): Span | undefined {
  return childElements(element, name)[0]?.nameSpan;
}
