import { tokenPolicyFacts, validateJwt, type AttributeFacts, type ElementFacts } from '../knowledge/elements.js';
import { childElements, type PolicyAttribute, type PolicyElement } from './policy-tree.js';
import type { TokenPolicy } from './token-policy.js';

export interface KnownElement {
  readonly element: PolicyElement;
  readonly facts: ElementFacts;
}

/** The token policy and everything below it that the table of elements knows, in document order. */
export function knownElements(policy: TokenPolicy): KnownElement[] {
  return walk(policy.element, tokenPolicyFacts[policy.kind]);
}

function walk(element: PolicyElement, facts: ElementFacts): KnownElement[] {
  const below = childElements(element).flatMap(child => {
    const known = facts.children.find(({ name }) => name === child.name);
    return known === undefined ? [] : walk(child, known);
  });
  return [{ element, facts }, ...below];
}

/** The attributes that the table of elements knows, each with its facts. */
export function knownAttributes({ element, facts }: KnownElement): { attribute: PolicyAttribute; facts: AttributeFacts }[] {
  return element.attributes.flatMap(attribute => {
    const known = facts.attributes.find(({ name }) => name === attribute.name);
    return known === undefined ? [] : [{ attribute, facts: known }];
  });
}

/** The attributes that do not belong to the element. Namespace declarations are nobody's business. */
export function unknownAttributes({ element, facts }: KnownElement): PolicyAttribute[] {
  return element.attributes.filter(({ name }) => !/^xml(ns)?(:|$)/.test(name) && !facts.attributes.some(known => known.name === name));
}

/** The names of all elements below the token policies. */
export const elementNames: ReadonlySet<string> = new Set(Object.values(tokenPolicyFacts).flatMap(({ children }) => listNames(children)));

function listNames(elements: readonly ElementFacts[]): string[] {
  return elements.flatMap(({ name, children }) => [name, ...listNames(children)]);
}

/** The elements that give validate-jwt its keys, older names included. */
export const keySources: readonly string[] = validateJwt.children.filter(({ givesKeys }) => givesKeys === true).map(({ name }) => name);
