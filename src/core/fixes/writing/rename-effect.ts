import { tokenPolicyFacts } from '../../knowledge/elements.js';
import { childElements, findAttribute, type PolicyAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import type { TokenPolicy } from '../../policy/token-policy.js';

/**
 * What taking a misspelt name for the one that was meant does to what a policy accepts, compared with a policy that does not have
 * it. `neutral`: no outcome of any token changes.
 */
export type RenameEffect = 'neutral' | 'widens' | 'other';

/** What is answered to a caller, or handed on, but decides nothing. */
const decidesNothing = ['failed-validation-httpcode', 'failed-validation-error-message', 'output-token-variable-name'];
const places = ['header-name', 'query-parameter-name', 'token-value'];
/** A policy with one of these may refuse more, never less. */
const restricting = ['require-scheme', 'tenant-id', 'name', ...places];

/** The effect of renaming an attribute. */
export function effectOfAttribute(policy: TokenPolicy, element: PolicyElement, { value }: PolicyAttribute, name: string): RenameEffect {
  const isTop = element === policy.element;
  if ((isTop && (name === 'id' || decidesNothing.includes(name))) || name === 'validate-connectivity') return 'neutral';
  if (isRequired(policy, element, name)) return 'neutral';
  // Without clock-skew users saw tokens accepted some minutes late, so writing the documented default may end that.
  const fallback = name === 'clock-skew' ? null : defaultOf(policy, element, name);
  if (fallback !== null && value.state === 'literal' && value.value === fallback) return 'neutral';
  return restricting.includes(name) || (name === 'clock-skew' && value.value === '0') ? 'other' : 'widens';
}

/** What API Management takes no policy without: such a policy answers nobody yet, so no outcome can change. */
function isRequired({ kind, element: top }: TokenPolicy, element: PolicyElement, name: string): boolean {
  if (element !== top) return element.name === 'claim' && name === 'name';
  if (kind === 'validate-azure-ad-token') return name === 'tenant-id';
  return places.includes(name) && places.every(place => findAttribute(top, place) === undefined);
}

function defaultOf({ kind, element: top }: TokenPolicy, element: PolicyElement, name: string): string | null {
  if (element.name === 'claim' && name === 'match') return 'all';
  if (element !== top) return null;
  return tokenPolicyFacts[kind].attributes.find(attribute => attribute.name === name)?.default ?? null;
}

/** Of these each entry is one more that is accepted; without any, nothing is compared. */
const anyOf = ['audiences', 'client-application-ids', 'backend-application-ids'];

/** The effect of renaming an element. None is neutral: what the gateway does with an element that it does not know is not documented. */
export function effectOfElement(policy: TokenPolicy, parent: PolicyElement, name: string): RenameEffect {
  if (name === 'claim' || name === 'required-claims') return 'other';
  if (name === 'value') return childElements(parent, 'value').length === 0 || isMatchAll(parent) ? 'other' : 'widens';
  const list = parent === policy.element ? name : parent.name;
  const others = parent === policy.element ? childElements(parent, name) : childElements(parent);
  const isFirst = parent === policy.element ? others.length === 0 : others.length === 1;
  return anyOf.includes(list) && isFirst ? 'other' : 'widens';
}

function isMatchAll(claim: PolicyElement): boolean {
  const match = findAttribute(claim, 'match')?.value;
  return match === undefined || (match.state === 'literal' && match.value === 'all');
}
