import { allElements, childElements, findAttribute, type PolicyElement } from './policy-tree.js';
import type { TokenPolicy } from './token-policy.js';
import type { PolicyValue } from './value.js';

interface ComparedValue {
  /** The element or attribute, as a message names it. */
  readonly name: string;
  readonly value: PolicyValue;
}

/** Every value of a token policy that the gateway compares with something, or looks something up by. */
export function comparedValues(policy: TokenPolicy): ComparedValue[] {
  const named = (name: string, values: readonly PolicyValue[]): ComparedValue[] => values.map(value => ({ name, value }));
  const attributes = ['tenant-id', 'authentication-endpoint', 'header-name', 'query-parameter-name', 'require-scheme'];
  return [
    ...attributes.flatMap(name => named(name, attributeValues(policy.element, name))),
    ...named('url', policy.openidConfigs),
    ...named('audience', policy.audiences),
    ...named('issuer', policy.issuers),
    ...named('application-id', [...policy.clientApplicationIds, ...policy.backendApplicationIds]),
    ...policy.requiredClaims.flatMap(({ element, values }) => [
      ...named('name', attributeValues(element, 'name')),
      ...named('value', values),
    ]),
  ];
}

function attributeValues(element: PolicyElement, name: string): PolicyValue[] {
  const found = findAttribute(element, name);
  return found === undefined ? [] : [found.value];
}

/** The `key` elements of the issuer's keys. */
export function signingKeyElements(policy: TokenPolicy): PolicyElement[] {
  return entriesOf(policy, 'issuer-signing-keys', 'key');
}

/** The keys of an older service, which are shared secrets, too. */
export function masterKeyElements(policy: TokenPolicy): PolicyElement[] {
  return entriesOf(policy, 'issuer-signing-keys', 'zumo-master-key');
}

/** The `key` elements that open encrypted tokens. */
export function decryptionKeyElements(policy: TokenPolicy): PolicyElement[] {
  return entriesOf(policy, 'decryption-keys', 'key');
}

function entriesOf({ element }: TokenPolicy, list: string, entry: string): PolicyElement[] {
  return childElements(element, list).flatMap(keys => childElements(keys, entry));
}

/** Every value of a token policy, of attributes and of texts, in document order. */
export function allValues(policy: TokenPolicy): PolicyValue[] {
  return allElements(policy.element).flatMap(element => {
    const own = element.attributes.map(({ value }) => value);
    return childElements(element).length === 0 ? [...own, element.value] : own;
  });
}
