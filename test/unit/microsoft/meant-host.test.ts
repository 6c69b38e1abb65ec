import { expect, test } from 'vitest';
import { judgeHost } from '../../../src/core/microsoft/meant-host.js';

const document = '/.well-known/openid-configuration';

test.each([
  ['https://login.micorosftonline.com/x/v2.0', 'login.microsoftonline.com'],
  ['https://login.microsoftonline.con/x/v2.0', 'login.microsoftonline.com'],
  ['https://login.microsftonline.com/\ue000/v2.0', 'login.microsoftonline.com'],
  ['https://loginmicrosoftonline.com/x/v2.0', 'login.microsoftonline.com'],
  ['https://sts.window.net/x', 'sts.windows.net'],
  ['https://contoso.ciamlogn.com/x/v2.0', 'contoso.ciamlogin.com'],
  ['https://contoso.b2clogin.co/x/B2C_1_a/v2.0', 'contoso.b2clogin.com'],
])('%s looks like %s', (authority, meant) => {
  expect(judgeHost(authority + document, null)).toMatchObject({ kind: 'misspelt', meant });
});

test.each([
  'https://login.microsoftonline.com/x/v2.0',
  'https://login.microsoftonline.us/x/v2.0',
  'https://login.microsoft.com/x/v2.0',
  'https://sts.windows.net/x',
  'https://login.contoso.com/x/v2.0',
  'https://login.example.com',
  'https://clogin.com/x/v2.0',
  'https://id.ciamlogin.example/x',
  'https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_a/v2.0',
  'https://contoso.b2clogin.com/\ue000/v2.0',
  'https://\ue000/x/v2.0',
  'https://idp.example/login.microsoftonline.com',
])('nothing is wrong with the host of %s', authority => {
  expect(judgeHost(authority + document, 'B2C_1_a')).toBeNull();
});

test('the name of a tenant is no host', () => {
  expect(judgeHost(`https://contoso.onmicrosoft.com/v2.0${document}`, null)).toMatchObject({
    kind: 'tenant-name',
    suggestion: `https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0${document}`,
  });
});

test('B2C has no document without a user flow: the one that the token names is written', () => {
  const address = `https://contoso.b2clogin.com/contoso.onmicrosoft.com/v2.0${document}`;
  expect(judgeHost(address, null)).toMatchObject({ kind: 'user-flow', suggestion: null });
  expect(judgeHost(address, 'B2C_1_a')?.suggestion).toBe(`https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_a/v2.0${document}`);
  expect(judgeHost(`${address}?p=B2C_1_a`, null)).toBeNull();
});
