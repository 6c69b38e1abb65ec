// What a misspelt name does to what a policy accepts, once it is the name that was meant: only what changes no outcome may be applied unasked.
import { expect, test } from 'vitest';
import { judgeText } from '../../../src/core/index.js';
import { effectOfAttribute, effectOfElement, type RenameEffect } from '../../../src/core/fixes/writing/rename-effect.js';
import { allElements } from '../../../src/core/policy/policy-tree.js';
import type { TokenPolicy } from '../../../src/core/policy/token-policy.js';

async function read(element: string): Promise<TokenPolicy> {
  const [first] = (await judgeText(`<policies><inbound>${element}</inbound></policies>`, { now: 0, metadata: {} })).policies;
  if (first === undefined) throw new Error('There is a token policy.');
  return first.policy;
}

/** The effect of taking the attribute `x` for one of that name. */
async function attribute(element: string, name: string): Promise<RenameEffect> {
  const policy = await read(element);
  for (const each of allElements(policy.element)) {
    const found = each.attributes.find(candidate => candidate.name === 'x');
    if (found !== undefined) return effectOfAttribute(policy, each, found, name);
  }
  throw new Error('There is an attribute x.');
}

const jwt = (attributes: string, children = ''): string => `<validate-jwt ${attributes}>${children}</validate-jwt>`;
const azure = (attributes: string, children = ''): string => `<validate-azure-ad-token ${attributes}>${children}</validate-azure-ad-token>`;
const header = 'header-name="Authorization"';

test.each<[string, string, string, RenameEffect]>([
  ['an id', jwt(`${header} x="a"`), 'id', 'neutral'],
  ['the status', jwt(`${header} x="403"`), 'failed-validation-httpcode', 'neutral'],
  ['the text of the answer', jwt(`${header} x="no"`), 'failed-validation-error-message', 'neutral'],
  ['the variable', jwt(`${header} x="v"`), 'output-token-variable-name', 'neutral'],
  // The id of a key decides which tokens it is tried for.
  ['the id of a key', jwt(header, '<issuer-signing-keys><key x="a">dGVzdA==</key></issuer-signing-keys>'), 'id', 'widens'],
  ['what only the policy itself has', jwt(header, '<openid-config url="u" x="v" />'), 'output-token-variable-name', 'widens'],
  ['validate-connectivity', jwt(header, '<openid-config url="u" x="false" />'), 'validate-connectivity', 'neutral'],
  ['the default', jwt(`${header} x="true"`), 'require-expiration-time', 'neutral'],
  ['less than the default', jwt(`${header} x="false"`), 'require-expiration-time', 'widens'],
  ['unsigned tokens', jwt(`${header} x="false"`), 'require-signed-tokens', 'widens'],
  ['signed tokens', jwt(`${header} x="true"`), 'require-signed-tokens', 'neutral'],
  ['what may be the default', jwt(`${header} x="{{signed}}"`), 'require-signed-tokens', 'widens'],
  ['no skew', jwt(`${header} x="0"`), 'clock-skew', 'other'],
  ['a skew', jwt(`${header} x="300"`), 'clock-skew', 'widens'],
  ['a scheme', jwt(`${header} x="Bearer"`), 'require-scheme', 'other'],
  ['a second source', jwt(`${header} x="t"`), 'query-parameter-name', 'other'],
  ['the only source', jwt('x="Authorization"'), 'header-name', 'neutral'],
  ['the only source, elsewhere', jwt('x="t"'), 'query-parameter-name', 'neutral'],
  ['a source of a policy that needs none', azure('tenant-id="t" x="X-Token"'), 'header-name', 'other'],
  ['the tenant', azure('x="t"'), 'tenant-id', 'neutral'],
  ['the name of a claim', jwt(header, '<required-claims><claim x="scp" /></required-claims>'), 'name', 'neutral'],
  ['a name elsewhere', jwt(header, '<openid-config url="u" x="n" />'), 'name', 'other'],
  ['match all', jwt(header, '<required-claims><claim name="a" x="all" /></required-claims>'), 'match', 'neutral'],
  ['match any', jwt(header, '<required-claims><claim name="a" x="any" /></required-claims>'), 'match', 'widens'],
  ['a separator', jwt(header, '<required-claims><claim name="a" x=" " /></required-claims>'), 'separator', 'widens'],
])('%s', async (_, element, name, effect) => {
  expect(await attribute(element, name)).toBe(effect);
});

/** The effect of taking the element `<x>` for one of that name. */
async function element(text: string, name: string): Promise<RenameEffect> {
  const policy = await read(text);
  const parent = allElements(policy.element).find(({ children }) => children.some(child => child.type === 'element' && child.name === 'x'));
  if (parent === undefined) throw new Error('There is an element x.');
  return effectOfElement(policy, parent, name);
}

const claim = (attributes: string, children: string): string =>
  jwt(header, `<required-claims><claim name="a"${attributes}>${children}</claim></required-claims>`);

test.each<[string, string, string, RenameEffect]>([
  ['claims are required', jwt(header, '<x><claim name="a" /></x>'), 'required-claims', 'other'],
  ['a claim is required', jwt(header, '<required-claims><x name="a" /></required-claims>'), 'claim', 'other'],
  ['the first value of a claim', claim(' match="any"', '<x>a</x>'), 'value', 'other'],
  ['one more of any', claim(' match="any"', '<value>b</value><x>a</x>'), 'value', 'widens'],
  ['one more of all', claim(' match="all"', '<value>b</value><x>a</x>'), 'value', 'other'],
  ['one more of all, by default', claim('', '<value>b</value><x>a</x>'), 'value', 'other'],
  ['one more of what is not known', claim(' match="{{m}}"', '<value>b</value><x>a</x>'), 'value', 'widens'],
  ['audiences are compared', jwt(header, '<x><audience>a</audience></x>'), 'audiences', 'other'],
  ['a second list', jwt(header, '<audiences><audience>b</audience></audiences><x><audience>a</audience></x>'), 'audiences', 'widens'],
  ['the first audience', jwt(header, '<audiences><x>a</x></audiences>'), 'audience', 'other'],
  ['one more audience', jwt(header, '<audiences><audience>b</audience><x>a</x></audiences>'), 'audience', 'widens'],
  ['clients are compared', azure('tenant-id="t"', '<x><application-id>a</application-id></x>'), 'client-application-ids', 'other'],
  ['backends are compared', azure('tenant-id="t"', '<x><application-id>a</application-id></x>'), 'backend-application-ids', 'other'],
  // Issuers are accepted beside those of the metadata, keys as well.
  ['the first issuer', jwt(header, '<issuers><x>a</x></issuers>'), 'issuer', 'widens'],
  ['a list of issuers', jwt(header, '<x><issuer>a</issuer></x>'), 'issuers', 'widens'],
  ['a document', jwt(header, '<x url="u" />'), 'openid-config', 'widens'],
])('an element: %s', async (_, text, name, effect) => {
  expect(await element(text, name)).toBe(effect);
});
