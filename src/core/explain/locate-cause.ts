import type { CheckName } from '../gateway/prediction.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { TokenPolicy, TokenPolicyKind } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';
import type { Span } from '../text/span.js';
import type { CauseLocation, ErrorValues, Explanation } from './explanation.js';

/**
 * Says which token policy of the document an error text is about, and where in it the cause stands. With several token
 * policies it is the one that the text names, by its id, kind, address or values; nothing where none fits better than the others.
 */
export function locateCause(
  explanation: Pick<Explanation, 'idx' | 'check' | 'values'>,
  tokenPolicies: readonly TokenPolicy[],
  trace: string,
): { readonly location?: CauseLocation } {
  const { check, values } = explanation;
  if (check === null) return {};
  const ranked = tokenPolicies
    .map((policy, index) => ({ policy, index, likeness: likeness(policy, explanation, trace) }))
    .filter(candidate => candidate.likeness >= 0)
    .sort((a, b) => b.likeness - a.likeness);
  const [best, next] = ranked;
  if (!best || (next && next.likeness === best.likeness)) return {};
  const { start, end } = causeSpan(best.policy, check, values, trace);
  return { location: { policy: best.index, start, end } };
}

const policyKinds: readonly TokenPolicyKind[] = ['validate-jwt', 'validate-azure-ad-token'];

/** Negative: it cannot be this one. */
function likeness(policy: TokenPolicy, { idx, values }: Pick<Explanation, 'idx' | 'values'>, trace: string): number {
  // Codes IDX400xx come from the issuer validator of Microsoft Entra ID, which validate-azure-ad-token uses alone.
  if (idx !== null && /^IDX400/.test(idx) !== (policy.kind === 'validate-azure-ad-token') && /^IDX(400|10205)/.test(idx)) return -1;
  const kinds = policyKinds.filter(kind => trace.includes(kind));
  if (kinds.length === 1 && !kinds.includes(policy.kind)) return -1;
  const id = findAttribute(policy.element, 'id')?.value.value;
  const named = new Set([...policy.audiences, ...policy.issuers].map(value => value.value));
  const claims = new Set(policy.requiredClaims.map(claim => claim.name));
  const shared = [...(values.validAudiences ?? []), ...(values.validIssuers ?? [])].filter(value => named.has(value)).length;
  return (
    shared +
    (values.claim !== undefined && claims.has(values.claim) ? 1 : 0) +
    (findNamedConfig(policy, trace) === undefined ? 0 : 1) +
    (id !== undefined && id !== '' && findPolicyId(trace) === id ? 100 : 0)
  );
}

/** `LastError.PolicyId`: the policy's own `id`. */
function findPolicyId(trace: string): string | undefined {
  return /policyId\\{0,4}"?\s{0,3}[:=]\s{0,3}\\{0,4}"?([^"\\\s,}]{1,200})/i.exec(trace)?.[1];
}

/** The openid-config whose address stands in the text. */
function findNamedConfig({ openidConfigs }: TokenPolicy, trace: string): PolicyValue | undefined {
  return openidConfigs.find(({ state, value }) => state === 'literal' && value.length > 8 && trace.includes(value));
}

function causeSpan(policy: TokenPolicy, check: CheckName, values: ErrorValues, trace: string): Span {
  const { element } = policy;
  switch (check) {
    case 'issuer':
    case 'signature':
      return (
        attributeSpan(element, 'tenant-id') ??
        findNamedConfig(policy, trace) ??
        policy.openidConfigs[0] ??
        child(element, 'issuers') ??
        element.nameSpan
      );
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
