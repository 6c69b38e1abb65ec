import { describe, expect, it } from 'vitest';
import { classifyToken } from '../../../src/core/token/classify-token.js';

const tenant = '11111111-2222-4333-8444-555555555555';
const api = '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21';
const client = '9c1b7a52-0d7e-4f3b-8a55-0d6f1c2b3a4e';
const v2 = `https://login.microsoftonline.com/${tenant}/v2.0`;
const v1 = `https://sts.windows.net/${tenant}/`;
const ciam = `https://${tenant}.ciamlogin.com/${tenant}`;
const access = { aud: api, azp: client, scp: 'a', tid: tenant, ver: '2.0' };

type Case = [name: string, kind: string, claims: Record<string, unknown>, header?: Record<string, unknown>];

const cases: readonly Case[] = [
  ['workforce, version 2', 'workforce-v2', { ...access, iss: v2 }],
  ['workforce, version 1', 'workforce-v1', { aud: `api://${api}`, appid: client, tid: tenant, iss: v1, ver: '1.0' }],
  ['the issuer decides, not ver', 'workforce-v2', { ...access, iss: v2, ver: '1.0' }],
  ['US Government', 'workforce-v2', { ...access, iss: `https://login.microsoftonline.us/${tenant}/v2.0` }],
  ['China, version 1', 'workforce-v1', { ...access, iss: `https://sts.chinacloudapi.cn/${tenant}/` }],
  ['a minimal token', 'workforce-v2', { iss: v2, aud: api, tid: tenant }],
  ['External ID, version 2', 'external-id-v2', { ...access, iss: `${ciam}/v2.0` }],
  ['External ID, version 2 with a slash', 'external-id-v2', { ...access, iss: `${ciam}/v2.0/` }],
  ['External ID, version 1 form', 'external-id-v1', { aud: `api://${api}`, appid: client, scp: 'a', iss: `${ciam}/`, ver: '1.0' }],
  ['External ID, no slash', 'external-id-v1', { ...access, iss: ciam }],
  ['a host that only looks like it', 'other', { ...access, iss: `https://ciamlogin.com.evil.example/${tenant}/v2.0` }],
  ['http', 'other', { ...access, iss: `http://login.microsoftonline.com/${tenant}/v2.0` }],
  [
    'B2C',
    'b2c',
    { aud: api, iss: `https://fabrikam.b2clogin.com/${tenant}/v2.0/`, tfp: 'B2C_1_signin', scp: 'a', azp: client, ver: '1.0' },
  ],
  ['B2C, older host, acr', 'b2c', { aud: api, iss: `https://login.microsoftonline.com/${tenant}/v2.0/`, acr: 'b2c_1a_signin' }],
  ['B2C, own domain, tfp in the path', 'b2c', { aud: api, iss: `https://login.fabrikam.example/tfp/${tenant}/b2c_1/v2.0/` }],
  ['B2C, own domain, tfp claim', 'b2c', { aud: api, iss: `https://login.fabrikam.example/${tenant}/v2.0/`, tfp: 'B2C_1' }],
  ['an acr that names no policy', 'workforce-v1', { iss: v1, appid: client, acr: '1' }],
  [
    'a Microsoft account',
    'microsoft-account',
    {
      ...access,
      tid: '9188040d-6c67-4c5b-b112-36a304b66dad',
      iss: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    },
  ],
  ['Graph by id', 'graph', { ...access, iss: v1, aud: '00000003-0000-0000-c000-000000000000' }],
  ['Graph by address', 'graph', { ...access, iss: v1, aud: 'https://graph.microsoft.com/' }],
  ['Graph of the US Government', 'graph', { ...access, iss: v1, aud: 'https://graph.microsoft.us' }],
  ['a nonce in the header', 'graph', { ...access, iss: v1 }, { nonce: 'n' }],
  ['a nonce in the header and no issuer', 'graph', { ...access, iss: undefined }, { nonce: 'n' }],
  ['a nonce in the header of another issuer', 'other', { iss: 'https://idp.example', aud: api, scope: 'a' }, { nonce: 'n' }],
  ['ID token with at_hash', 'id-token', { iss: v2, aud: client, at_hash: 'h' }],
  ['ID token with nonce', 'id-token', { iss: 'https://idp.example', aud: client, nonce: 'n' }],
  ['ID token of B2C', 'id-token', { iss: `https://fabrikam.b2clogin.com/${tenant}/v2.0/`, aud: client, nonce: 'n', tfp: 'B2C_1' }],
  [
    'ID token of Microsoft Entra without nonce',
    'id-token',
    { iss: v2, aud: client, tid: tenant, name: 'n', preferred_username: 'u', ver: '2.0' },
  ],
  ['ID token for its client', 'id-token', { iss: 'https://idp.example', aud: client, azp: client }],
  ['ID token by its type', 'id-token', { iss: 'https://idp.example', aud: client, typ: 'ID' }],
  ['an API that calls itself', 'workforce-v2', { iss: v2, aud: api, azp: api, roles: ['r'] }],
  ['an access token with a nonce and scopes', 'other', { iss: 'https://idp.example', aud: api, azp: client, nonce: 'n', scope: 'a' }],
  ['an access token with a nonce for another', 'other', { iss: 'https://idp.example', aud: api, azp: client, nonce: 'n' }],
  ['an access token by its header', 'other', { iss: 'https://idp.example', aud: client, azp: client }, { typ: 'at+jwt' }],
  ['an app-only token', 'workforce-v2', { iss: v2, aud: api, azp: client, azpacr: '1', tid: tenant, idtyp: 'app' }],
  ['another issuer', 'other', { iss: 'https://idp.example', aud: api }],
  ['an issuer that is no address', 'other', { iss: 'me', aud: api }],
  ['an issuer that is no text', 'other', { iss: 5, aud: [1, null, {}] }],
  ['nothing at all', 'other', {}],
  ['hostile names', 'other', JSON.parse('{"__proto__":{"iss":"https://x"},"constructor":"a"}') as Record<string, unknown>],
];

describe('classifyToken', () => {
  it.each(cases)('%s: %s', (_name, kind, claims, header = {}) => {
    expect(classifyToken({ alg: 'RS256', ...header }, claims).kind).toBe(kind);
  });
});
