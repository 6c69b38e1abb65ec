import type { CheckName } from '../gateway/prediction.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { TokenPolicy, TokenPolicyKind } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';
import type { Span } from '../text/span.js';
import type { CauseLocation, ErrorValues, Explanation } from './explanation.js';

/** A gateway quotes a handful of codes; of a text that holds more, only so many are looked for in the policy. */
const mostLocated = 32;

/** Nobody trusts more issuers in one document; of more addresses, only so many are looked for in the text. */
const mostAddresses = 64;

/**
 * Says of each explanation which token policy of the document the error text is about, and where in it the cause stands. With several
 * token policies it is the one that the text names, by its id, kind, address or values; nothing where none fits better than the others.
 */
export function locateCauses(explanations: readonly Explanation[], tokenPolicies: readonly TokenPolicy[], trace: string): Explanation[] {
  const clues = gatherClues(tokenPolicies, trace);
  return explanations.map((explanation, index) => ({ ...explanation, ...(index < mostLocated ? locate(explanation, clues) : {}) }));
}

/** What a token policy has in common with a text, whichever explanation it is about. */
interface Clues {
  readonly policy: TokenPolicy;
  readonly index: number;
  /** Whether the text may be about a policy of this kind. */
  readonly isPossible: boolean;
  readonly isNamed: boolean;
  /** The openid-config whose address stands in the text. */
  readonly config: PolicyValue | undefined;
  readonly values: ReadonlySet<string>;
  readonly claims: ReadonlySet<string | null>;
}

const policyKinds: readonly TokenPolicyKind[] = ['validate-jwt', 'validate-azure-ad-token'];

function gatherClues(tokenPolicies: readonly TokenPolicy[], trace: string): Clues[] {
  const kinds = policyKinds.filter(kind => trace.includes(kind));
  const named = findPolicyId(trace);
  const addresses = findAddresses(tokenPolicies, trace);
  return tokenPolicies.map((policy, index) => {
    const id = findAttribute(policy.element, 'id')?.value.value;
    return {
      policy,
      index,
      isPossible: kinds.length !== 1 || kinds.includes(policy.kind),
      isNamed: id !== undefined && id !== '' && id === named,
      config: policy.openidConfigs.find(({ state, value }) => state === 'literal' && addresses.has(value)),
      values: new Set([...policy.audiences, ...policy.issuers].map(({ value }) => value)),
      claims: new Set(policy.requiredClaims.map(({ name }) => name)),
    };
  });
}

/** The addresses of metadata that the text holds. */
function findAddresses(tokenPolicies: readonly TokenPolicy[], trace: string): ReadonlySet<string> {
  const written = new Set<string>();
  for (const { openidConfigs } of tokenPolicies)
    for (const { state, value } of openidConfigs)
      if (state === 'literal' && value.length > 8 && written.size < mostAddresses) written.add(value);
  return new Set([...written].filter(address => trace.includes(address)));
}

function locate({ check, idx, values }: Explanation, clues: readonly Clues[]): { readonly location?: CauseLocation } {
  if (check === null) return {};
  const told = countValues([...(values.validAudiences ?? []), ...(values.validIssuers ?? [])]);
  let best: Clues | undefined;
  let [most, next] = [-1, -1];
  for (const each of clues) {
    const likeness = likenessOf(each, idx, values.claim, told);
    if (likeness > most) [best, most, next] = [each, likeness, most];
    else next = Math.max(next, likeness);
  }
  if (best === undefined || next === most) return {};
  const { start, end } = causeSpan(best, check, values);
  return { location: { policy: best.index, start, end } };
}

/** How often each value stands in a list. */
function countValues(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Negative: it cannot be this one. */
function likenessOf(
  { policy, isPossible, isNamed, config, values, claims }: Clues,
  idx: string | null,
  claim: string | undefined,
  told: ReadonlyMap<string, number>,
): number {
  // Codes IDX400xx come from the issuer validator of Microsoft Entra ID, which validate-azure-ad-token uses alone.
  if (idx !== null && /^IDX400/.test(idx) !== (policy.kind === 'validate-azure-ad-token') && /^IDX(400|10205)/.test(idx)) return -1;
  if (!isPossible) return -1;
  let likeness = (claim !== undefined && claims.has(claim) ? 1 : 0) + (config === undefined ? 0 : 1) + (isNamed ? 100 : 0);
  for (const value of values) likeness += told.get(value) ?? 0;
  return likeness;
}

/** `LastError.PolicyId`: the policy's own `id`. */
function findPolicyId(trace: string): string | undefined {
  return /policyId\\{0,4}"?\s{0,3}[:=]\s{0,3}\\{0,4}"?([^"\\\s,}]{1,200})/i.exec(trace)?.[1];
}

function causeSpan({ policy, config }: Clues, check: CheckName, values: ErrorValues): Span {
  const { element } = policy;
  switch (check) {
    case 'issuer':
    case 'signature':
      return attributeSpan(element, 'tenant-id') ?? config ?? policy.openidConfigs[0] ?? child(element, 'issuers') ?? element.nameSpan;
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
