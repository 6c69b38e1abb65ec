import { expect, test } from 'vitest';
import { decodeToken, diagnose, type Facts } from '../../../src/core/index.js';
import { Mint } from '../../harness/mint.js';

const now = 1_798_000_000;
const mint = new Mint();
const tenant = '7be0a9d3-5c24-4f8e-a1d6-6f5e4d3c2b1a';
const api = '4a6d8e02-77c1-4b39-9f0e-1d2c3b4a5968';
const client = 'c81f5e77-2a90-4d1b-b6f3-90ab12cd34ef';
const login = 'https://login.microsoftonline.com';

const jwt = (inner: string, attributes = 'header-name="Authorization" require-scheme="Bearer"'): string =>
  `<validate-jwt ${attributes}><openid-config url="${login}/${tenant}/v2.0/.well-known/openid-configuration" />${inner}</validate-jwt>`;
const entra = (inner: string): string => `<validate-azure-ad-token tenant-id="${tenant}">${inner}</validate-azure-ad-token>`;
const audience = (value: string): string => `<audiences><audience>${value}</audience></audiences>`;
const claim = (name: string, value: string, more = ''): string =>
  `<required-claims><claim name="${name}" match="any"${more}><value>${value}</value></claim></required-claims>`;

/** Policies and tokens of kinds that public threads have: the first finding, and what its first line says. */
const cases: readonly (readonly [what: string, policy: string, claims: Readonly<Record<string, unknown>>, code: string, title: RegExp])[] =
  [
    ['a Graph token', jwt(audience(api)), { aud: '00000003-0000-0000-c000-000000000000' }, 'graph-token', /Graph/],
    ['the App ID URI listed, version 2', jwt(audience(`api://${api}`)), {}, 'audience-mismatch', /List both/],
    ['another API', jwt(audience(client)), {}, 'audience-mismatch', /aud/i],
    ['a version 1 token', jwt(audience(api)), { iss: `https://sts.windows.net/${tenant}/`, ver: '1.0' }, 'issuer-mismatch', /version 1/],
    ['another tenant', entra(audience(api)), { iss: `${login}/${client}/v2.0`, tid: client }, 'wrong-tenant', /tenant/],
    ['a token that has expired', jwt(audience(api)), { nbf: now - 9000, exp: now - 7200 }, 'token-expired', /expired/],
    ['a token for later', jwt(audience(api)), { nbf: now + 7200 }, 'token-not-yet-valid', /valid/],
    [
      'roles of an app-only token, and the policy wants scp',
      jwt(audience(api) + claim('scp', 'read')),
      { scp: undefined, roles: ['read'] },
      'claim-missing',
      /roles/,
    ],
    ['two scopes, no separator', jwt(audience(api) + claim('scp', 'read')), { scp: 'read write' }, 'claim-mismatch', /separator/],
    ['appid of a version 2 token', jwt(audience(api) + claim('appid', client)), {}, 'claim-missing', /Require azp/],
    [
      'another client',
      entra(`<client-application-ids><application-id>${api}</application-id></client-application-ids>`),
      {},
      'application-mismatch',
      /client|application/i,
    ],
    [
      'a required iss of version 1',
      jwt(audience(api) + claim('iss', `https://sts.windows.net/${tenant}/`)),
      {},
      'claim-mismatch',
      /Remove the claim/,
    ],
    ['an expiry to compare', jwt(audience(api) + claim('exp', String(now))), {}, 'unsatisfiable-claims', /exp/],
    ['groups by name', jwt(audience(api) + claim('groups', 'Orders Readers')), { groups: [client] }, 'claim-mismatch', /group|id/],
    ['a white space in an audience', jwt(audience(`${api}\u00a0`)), {}, 'audience-mismatch', /space|invisible|character/i],
  ];

test.each(cases)('%s', async (_, policy, claims, code, title) => {
  const address = `${login}/${tenant}/v2.0/.well-known/openid-configuration`;
  const keys = { keys: [{ ...(await mint.publish('RS256', 'throwaway')), kid: 'k1', use: 'sig' }] };
  const payload = {
    ...{
      iss: `${login}/${tenant}/v2.0`,
      aud: api,
      azp: client,
      tid: tenant,
      ver: '2.0',
      scp: 'read',
      iat: now - 60,
      nbf: now - 60,
      exp: now + 3000,
    },
    ...claims,
  };
  const facts: Facts = {
    now,
    token: decodeToken(await mint.mint({ header: { alg: 'RS256', typ: 'JWT', kid: 'k1' }, payload })),
    metadata: {
      [address]: { issuer: `${login}/${tenant}/v2.0`, jwks_uri: `${login}/${tenant}/discovery/v2.0/keys` },
      [`${login}/${tenant}/discovery/v2.0/keys`]: keys,
    },
  };
  const findings = await diagnose(`<policies><inbound><base />${policy}</inbound></policies>`, facts);
  const [first] = findings.filter(({ severity }) => severity === 'error');
  expect([first?.code, first?.title]).toEqual([code, expect.stringMatching(title)]);
});
