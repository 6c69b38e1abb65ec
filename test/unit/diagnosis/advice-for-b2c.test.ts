import { describe, expect, test } from 'vitest';
import { applyFix, decodeToken, diagnose, predictDocument, type Facts, type Finding } from '../../../src/core/index.js';
import { Mint } from '../../harness/mint.js';

const now = 1_798_000_000;
const mint = new Mint();
const tenant = 'd2f1a0c4-91b3-4e6a-8c55-3f7e2ab9c610';
const api = '4a6d8e02-77c1-4b39-9f0e-1d2c3b4a5968';
const client = 'c81f5e77-2a90-4d1b-b6f3-90ab12cd34ef';
const host = 'https://shop.b2clogin.com';
const issuer = `${host}/${tenant}/v2.0/`;
const issuerOf = (userFlow: string): string => `${host}/tfp/${tenant}/${userFlow.toLowerCase()}/v2.0/`;
const addressOf = (userFlow: string, at = `${host}/shop.onmicrosoft.com`): string =>
  `${at}/${userFlow}/v2.0/.well-known/openid-configuration`;
const legacy = addressOf('B2C_1_signin', 'https://login.microsoftonline.com/tfp/shop.onmicrosoft.com');

interface Case {
  readonly what: string;
  readonly policy: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Issuer by metadata address; absent: the tenant's, for both user flows. */
  readonly issuers?: Readonly<Record<string, string>>;
  /** The finding that comes first, and what its title says. */
  readonly code: string;
  readonly title: RegExp;
  /** What somebody writes who follows the first line, where there is no fix to apply. */
  readonly byHand?: (text: string) => string;
  /** What the new token has, where the first line says to get one. */
  readonly newClaims?: Readonly<Record<string, unknown>>;
}

const document = (policy: string): string => `<policies><inbound>${policy}</inbound></policies>`;
const audiences = `<audiences><audience>${api}</audience></audiences>`;
const jwt = (inner: string, url = addressOf('B2C_1_signin')): string =>
  document(`<validate-jwt header-name="Authorization" require-scheme="Bearer"><openid-config url="${url}" />${inner}</validate-jwt>`);
const tenantPolicy = (attributes: string): string =>
  document(`<validate-azure-ad-token ${attributes}>${audiences}</validate-azure-ad-token>`);
const claim = (name: string, value: string): string =>
  `<required-claims><claim name="${name}" match="any"><value>${value}</value></claim></required-claims>`;

const cases: readonly Case[] = [
  {
    what: 'another user flow, named in the issuer',
    policy: jwt(audiences),
    claims: { iss: issuerOf('B2C_1_edit'), tfp: 'B2C_1_edit' },
    issuers: { [addressOf('B2C_1_signin')]: issuerOf('B2C_1_signin'), [addressOf('B2C_1_edit')]: issuerOf('B2C_1_edit') },
    code: 'issuer-mismatch',
    title: /user flow/,
  },
  {
    what: 'a custom policy, named in acr',
    policy: jwt(audiences),
    claims: { iss: issuerOf('B2C_1A_signup'), tfp: undefined, acr: 'B2C_1A_signup' },
    issuers: { [addressOf('B2C_1_signin')]: issuerOf('B2C_1_signin'), [addressOf('B2C_1A_signup')]: issuerOf('B2C_1A_signup') },
    code: 'issuer-mismatch',
    title: /user flow/,
  },
  {
    what: 'the login host of former years',
    policy: jwt(audiences, legacy),
    issuers: { [legacy]: `https://login.microsoftonline.com/${tenant}/v2.0/`, [addressOf('B2C_1_signin')]: issuer },
    code: 'issuer-mismatch',
    title: /user flow/,
    byHand: text => text.replace(legacy, addressOf('B2C_1_signin')),
  },
  {
    what: 'an issuer with the user flow, where its own metadata has the one without',
    policy: jwt(audiences),
    claims: { iss: issuerOf('B2C_1_signin') },
    code: 'issuer-mismatch',
    title: /Fetch both again/,
    newClaims: {},
  },
  {
    what: 'a listed issuer without its slash',
    policy: jwt(`${audiences}<issuers><issuer>${issuer.slice(0, -1)}</issuer></issuers>`, addressOf('B2C_1_signin')),
    issuers: { [addressOf('B2C_1_signin')]: 'https://shop.b2clogin.com/other/' },
    code: 'issuer-mismatch',
    title: /slash/,
  },
  {
    what: 'the client listed as audience',
    policy: jwt(`<audiences><audience>${client}</audience></audiences>`),
    code: 'audience-mismatch',
    title: /aud/i,
  },
  {
    what: 'the address of the API as audience',
    policy: jwt(`<audiences><audience>https://shop.onmicrosoft.com/${api}</audience></audiences>`),
    code: 'audience-mismatch',
    title: /List the id/,
  },
  {
    what: 'the user flow in acr',
    policy: jwt(audiences + claim('tfp', 'b2c_1_signin')),
    claims: { tfp: undefined, acr: 'b2c_1_signin' },
    code: 'claim-missing',
    title: /acr/,
  },
  { what: 'the user flow in tfp', policy: jwt(audiences + claim('acr', 'B2C_1_signin')), code: 'claim-missing', title: /tfp/ },
  { what: 'the letters of the user flow', policy: jwt(audiences + claim('tfp', 'b2c_1_signin')), code: 'claim-mismatch', title: /tfp/ },
  {
    what: 'a scope with the address of its API',
    policy: jwt(audiences + claim('scp', `https://shop.onmicrosoft.com/${api}/read`)),
    code: 'claim-mismatch',
    title: /scp/,
  },
  {
    what: 'two scopes as one text',
    policy: jwt(audiences + claim('scp', 'read')),
    claims: { scp: 'read write' },
    code: 'claim-mismatch',
    title: /separator/,
  },
  {
    what: 'validate-azure-ad-token with the id of the tenant',
    policy: tenantPolicy(`tenant-id="${tenant}"`),
    code: 'b2c-unsupported',
    title: /validate-jwt/,
    byHand: () => jwt(audiences),
  },
  {
    what: 'validate-azure-ad-token with the name of the tenant',
    policy: tenantPolicy('tenant-id="shop.onmicrosoft.com"'),
    code: 'b2c-unsupported',
    title: /validate-jwt/,
    byHand: () => jwt(audiences),
  },
];

async function gather(claims: Case['claims'], issuers: Case['issuers']): Promise<Facts> {
  const keys = { keys: [{ ...(await mint.publish('RS256', 'throwaway')), kid: 'k1', use: 'sig' }] };
  const metadata: Record<string, unknown> = {};
  for (const [address, own] of Object.entries(
    issuers ?? { [addressOf('B2C_1_signin')]: issuer, [addressOf('B2C_1_signin', `${host}/${tenant}`)]: issuer },
  )) {
    const jwks = address.replace('.well-known/openid-configuration', 'keys');
    metadata[address] = { issuer: own, jwks_uri: jwks };
    metadata[jwks] = keys;
  }
  const payload = {
    ...{ iss: issuer, aud: api, azp: client, tfp: 'B2C_1_signin', scp: 'read', ver: '1.0', sub: 'kim', iat: now - 60, nbf: now - 60 },
    ...{ exp: now + 3000, ...claims },
  };
  return { now, token: decodeToken(await mint.mint({ header: { alg: 'RS256', typ: 'JWT', kid: 'k1' }, payload })), metadata };
}

const serious = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ severity }) => severity === 'error' || severity === 'warning');

describe('the first line about a B2C token, once followed, leads to no other', () => {
  test.each(cases)('$what', async ({ policy, claims, issuers, code, title, byHand, newClaims }) => {
    const facts = await gather(claims, issuers);
    const findings = await diagnose(policy, facts);
    const [first] = serious(findings);
    if (first === undefined) throw new Error('nothing is found');
    expect([first.code, first.title]).toEqual([code, expect.stringMatching(title)]);
    const [fix] = await applyFix(policy, first, facts);
    const followed = fix?.text ?? byHand?.(policy) ?? (newClaims === undefined ? undefined : policy);
    if (followed === undefined) throw new Error(`nothing to follow: ${first.title}`);
    const then = newClaims === undefined ? facts : await gather(newClaims, issuers);
    expect(serious(await diagnose(followed, then)).map(each => each.title)).toEqual([]);
    if (then.token === undefined) throw new Error('no token');
    expect((await predictDocument(followed, then.token, then)).outcome).toBe('pass');
  });
});
