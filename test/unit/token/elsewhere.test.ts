import { describe, expect, test } from 'vitest';
import { compareForms } from '../../../src/core/token/elsewhere/compare-forms.js';
import { findInOtherClaim, findOtherForm, findOtherName } from '../../../src/core/token/elsewhere/find-elsewhere.js';

const id = '4a6d8e02-77c1-4b39-9f0e-1d2c3b4a5968';
const tenant = 'd2f1a0c4-91b3-4e6a-8c55-3f7e2ab9c610';

describe('how two texts are forms of one', () => {
  test.each([
    ['orders', 'orders', 'same'],
    [' orders\n', 'orders', 'space'],
    ['https://a.example', 'https://a.example/', 'slash'],
    ['https://A.example/x', 'https://a.example/x', 'letters'],
    ['http://sso.example/realms/a', 'https://sso.example/realms/a/', 'scheme'],
    [
      `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`,
      `https://login.microsoftonline.com/${tenant}/v2.0`,
      'document',
    ],
    // The version 1 document has another host than its issuer.
    [`https://login.microsoftonline.com/${tenant}/.well-known/openid-configuration`, `https://sts.windows.net/${tenant}/`, 'document'],
    ['https://a.auth0.com/.well-known/openid-configuration', 'https://a.auth0.com/', 'document'],
    [`api://${id}/.default`, `api://${id}`, 'default-scope'],
    [`api://${id}/.default`, id, 'default-scope'],
    [`api://tab.example/${id}`, id, 'id-inside'],
    [`api://${id}/orders.read`, 'orders.read', 'name-inside'],
    ['microsoft:identityserver:orders', 'orders', 'name-inside'],
    [id, `api://tab.example/${id}`, 'inside-token'],
    [`api://a.example/${id}`, `api://${id}`, 'same-id'],
  ] as const)('%j and %j: %s', (wanted, found, relation) => {
    expect(compareForms(wanted, found)).toBe(relation);
  });

  test.each([
    ['orders', 'customers'],
    // The end of a word is no part of a value, and a host is none of an address.
    ['preorders', 'orders'],
    ['https://orders', 'orders'],
    ['', ''],
    [`api://${id}`, `api://${tenant}`],
    [`https://a.example/.well-known/openid-configuration`, 'https://b.example'],
    ['x'.repeat(3000), `${'x'.repeat(3000)}/`],
  ])('%.30j and %.30j: nothing', (wanted, found) => {
    expect(compareForms(wanted, found)).toBeNull();
  });
});

describe('where a value stands', () => {
  const claims = {
    aud: 'account',
    azp: 'orders-api',
    oid: tenant.toUpperCase(),
    scope: 'email orders.read',
    realm_access: { roles: ['admin'] },
    'https://a.example/roles': ['writer'],
    acr: 'b2c_1_signin',
    verified: true,
    nbf: 1_798_000_000,
    jti: 'orders-once',
  };

  test.each([
    ['aud', 'orders-api', 'azp', false],
    ['appid', tenant, 'oid', false],
    ['scp', 'orders.read', 'scope', false],
    ['roles', 'admin', 'realm_access.roles', true],
    ['roles', 'writer', 'https://a.example/roles', false],
  ])('%s wants %s: in %s', (claim, wanted, place, isNested) => {
    expect(findInOtherClaim(claim, [wanted], claims)).toMatchObject({ wanted, claim: place, isNested });
  });

  test.each(['true', '1798000000', 'no', 'orders-once', 'nobody'])('%s says nothing', wanted => {
    expect(findInOtherClaim('aud', [wanted], claims)).toBeNull();
  });

  test('does not depend on the order of claims, and takes what says the same first', () => {
    const two = { zz: 'shop-spa', client_id: 'shop-spa', aa: 'shop-spa' };
    const turned = Object.fromEntries(Object.entries(two).reverse());
    expect(findInOtherClaim('azp', ['shop-spa'], two)).toMatchObject({ claim: 'client_id' });
    expect(findInOtherClaim('azp', ['shop-spa'], turned)).toEqual(findInOtherClaim('azp', ['shop-spa'], two));
  });

  test('the nearest form of all pairs counts, wherever it stands in the list', () => {
    const form = findOtherForm('aud', [`api://x/${id}`, 'https://a.example'], [id, 'https://a.example/']);
    expect(form).toMatchObject({ wanted: 'https://a.example', found: 'https://a.example/', relation: 'slash' });
  });

  test.each([
    ['Scope', 'scope', 'letters'],
    ['roles', 'https://a.example/roles', 'namespace'],
    ['realm_access.roles', 'realm_access.roles', 'nested'],
    ['tfp', 'acr', 'counterpart'],
    ['cid', 'azp', 'counterpart'],
    ['scp', 'scope', 'counterpart'],
  ])('%s is called %s', (name, claim, how) => {
    expect(findOtherName(name, claims)).toEqual({ claim, how });
  });

  test.each(['department', 'r', 'toString', '__proto__'])('%s has no other name', name => {
    expect(findOtherName(name, claims)).toBeNull();
  });
});
