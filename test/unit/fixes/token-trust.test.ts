// What a token at hand may open, and what it may not: each fix here makes a policy accept more.
import { beforeAll, describe, expect, it } from 'vitest';
import { applyFix, diagnose, parseToken, type Facts, type Fix } from '../../../src/core/index.js';
import { isVerifiedByTenant } from '../../../src/core/fixes/trust/verified-by-tenant.js';
import type { JudgedPolicy } from '../../../src/core/judgement/judged.js';
import { world } from '../../harness/generated-policies.js';
import { issuerOf, moment, openForge, type TokenClaims, type TokenForge } from '../../harness/generated-tokens.js';
import { SignJWT } from 'jose';

const { tenant, otherTenant, api, client } = world;

let forge: TokenForge;
beforeAll(async () => {
  forge = await openForge();
});

const v2: TokenClaims = { iss: issuerOf('workforce-v2'), ver: '2.0', tid: tenant, aud: api, azp: client, exp: moment + 3000 };
const v1: TokenClaims = { iss: issuerOf('workforce-v1'), ver: '1.0', tid: tenant, aud: api, appid: client, exp: moment + 3000 };
const config = (path: string, host = 'login.microsoftonline.com'): string =>
  `<openid-config url="https://${host}/${path}/.well-known/openid-configuration" />`;
const own = config(`${tenant}/v2.0`);
const jwt = (...children: string[]): string =>
  `<policies><inbound><validate-jwt header-name="Authorization">${children.join('')}</validate-jwt></inbound></policies>`;

async function fixesFor(text: string, code: string, claims: TokenClaims, more: Partial<Facts> = {}): Promise<Fix[]> {
  const facts: Facts = { now: moment, metadata: forge.metadata, ...more, token: await forge.mint(claims) };
  const finding = (await diagnose(text, facts)).find(found => found.code === code);
  if (finding === undefined) throw new Error(`There is a finding ${code}.`);
  return applyFix(text, finding, facts);
}

const texts = (fixes: readonly Fix[]): string[] => fixes.map(({ text }) => text);

describe('a required claim', () => {
  const required = (claim: string): string => jwt(own, `<required-claims>${claim}</required-claims>`);
  const fix = (claim: string, claims: TokenClaims): Promise<Fix[]> => fixesFor(required(claim), 'claim-mismatch', { ...v2, ...claims });

  it('that is written differently takes the form of the token, whichever of its values that is', async () => {
    const claim = (value: string): string => `<claim name="roles"><value>${value}</value></claim>`;
    const roles = ['Orders.Write', 'Orders.Read'];
    expect(texts(await fix(claim('orders.READ'), { roles }))).toEqual([required(claim('Orders.Read'))]);
    expect(texts(await fix(claim(' Orders.Read '), { roles }))).toEqual([required(claim('Orders.Read'))]);
  });

  it('takes one more value, which is enough then', async () => {
    const claim = (match: string, ...values: string[]): string =>
      `<claim name="idtyp"${match}>${values.map(value => `<value>${value}</value>`).join('')}</claim>`;
    const user = { idtyp: 'user' };
    expect(texts(await fix(claim('', 'app'), user))).toEqual([required(claim(' match="any"', 'app', 'user'))]);
    expect(texts(await fix(claim(' match="all"', 'app'), user))).toEqual([required(claim(' match="any"', 'app', 'user'))]);
    // What is "any" already stays as it is written.
    expect(texts(await fix(claim(' match="any"', 'app', 'device'), user))).toEqual([
      required(claim(' match="any"', 'app', 'device', 'user')),
    ]);
    // All of several were required: any of them would be much less.
    for (const match of ['', ' match="all"'])
      expect(await fix(`<claim name="roles"${match}><value>Reader</value><value>Writer</value></claim>`, { roles: ['Other'] })).toEqual([]);
  });

  it('takes none of several values, nor what says whose token it is', async () => {
    expect(await fix('<claim name="roles"><value>Admin</value></claim>', { roles: ['Reader', 'Writer'] })).toEqual([]);
    expect(await fix('<claim name="scp" separator=" "><value>Admin</value></claim>', { scp: 'Reader Writer' })).toEqual([]);
    expect(await fix(`<claim name="tid"><value>${otherTenant}</value></claim>`, {})).toEqual([]);
    expect(await fix('<claim name="idtyp"><value>app</value></claim>', { idtyp: '{{secret}}' })).toEqual([]);
  });

  it('opens for no token of another tenant', async () => {
    expect(
      await fix('<claim name="idtyp"><value>app</value></claim>', { idtyp: 'user', iss: issuerOf('other-v2'), tid: otherTenant }),
    ).toEqual([]);
  });

  it('is split at spaces, and its match stays', async () => {
    const claim = (separator: string): string => `<claim name="scp" match="all"${separator}><value>Orders.Read</value></claim>`;
    expect(texts(await fix(claim(''), { scp: 'Orders.Read Orders.Write' }))).toEqual([required(claim(' separator=" "'))]);
  });
});

describe('an issuer', () => {
  it('of the other version takes no document away where the policy names others', async () => {
    const other = config(`${otherTenant}/v2.0`);
    const fixes = await fixesFor(jwt(own, other), 'issuer-mismatch', v1);
    expect(fixes.map(({ text }) => text.includes(own) && text.includes(other))).toEqual(fixes.map(() => true));
    expect(fixes[0]?.text).toBe(jwt(own, config(tenant), other));
  });

  it('of the workforce joins the listed ones of External ID', async () => {
    const external = config(`${tenant}/v2.0`, `${tenant}.ciamlogin.com`);
    const issuer = (text: string): string => `<issuer>${text}</issuer>`;
    const listed = issuer(issuerOf('external-id-v2'));
    expect(texts(await fixesFor(jwt(external, `<issuers>${listed}</issuers>`), 'issuer-mismatch', v2))).toEqual([
      jwt(external, own, `<issuers>${listed}${issuer(issuerOf('workforce-v2'))}</issuers>`),
    ]);
    expect(texts(await fixesFor(jwt(external), 'issuer-mismatch', v2))).toEqual([jwt(external, own)]);
  });

  it('of External ID comes behind the last document of the workforce', async () => {
    const external = config(`${tenant}/v2.0`, `${tenant}.ciamlogin.com`);
    const fixes = await fixesFor(jwt(own, config(tenant)), 'issuer-mismatch', { ...v2, iss: issuerOf('external-id-v2') });
    expect(texts(fixes)).toEqual([jwt(external), jwt(own, config(tenant), external)]);
  });

  it('of a user flow comes only where both the token and the policy name one', async () => {
    const flow = (name: string): string => config(`${tenant}/${name}/v2.0`, 'fabrikam.b2clogin.com');
    const address = (name: string): string => /url="([^"]*)"/.exec(flow(name))?.[1] ?? '';
    const metadata = { ...forge.metadata, [address('B2C_1_edit')]: { issuer: 'https://fabrikam.b2clogin.com/other/v2.0/', jwks_uri: 'x' } };
    const claims = { iss: issuerOf('b2c'), ver: '1.0', aud: api, azp: client, exp: moment + 3000 };
    const fix = async (more: TokenClaims): Promise<string[]> =>
      texts(await fixesFor(jwt(flow('B2C_1_edit')), 'issuer-mismatch', { ...claims, ...more }, { metadata }));
    expect(await fix({ tfp: 'B2C_1_signin' })).toEqual([jwt(flow('B2C_1_edit'), flow('B2C_1_signin'))]);
    expect(await fix({ acr: 'b2c_1a_signin' })).toEqual([jwt(flow('B2C_1_edit'), flow('b2c_1a_signin'))]);
    for (const tfp of [undefined, 'b2c_1_EDIT', 'signin', 'B2C_1_a/../b', 'B2C_1_{{x}}', 'B2C_1_a b'])
      expect(await fix({ tfp })).toEqual([]);
  });
});

describe('an audience', () => {
  it('is added to no list that has none', async () => {
    const facts: Facts = { now: moment, metadata: forge.metadata, token: await forge.mint(v2) };
    for (const list of ['<audiences />', '<audiences></audiences>', ''])
      for (const finding of await diagnose(jwt(own, list), facts))
        for (const fix of await applyFix(jwt(own, list), finding, facts)) expect(fix.text).not.toContain(`<audience>${api}`);
  });
});

describe('a signature', () => {
  const once: JudgedPolicy['once'] = work => work({} as JudgedPolicy);
  const jwks = `https://login.microsoftonline.com/${tenant}/v2.0/keys`;

  it('is proof where a key of the tenant made it, and only of that tenant', async () => {
    const facts: Facts = { now: moment, metadata: forge.metadata, token: await forge.mint(v2) };
    expect(await isVerifiedByTenant(tenant, { facts, once })).toBe(true);
    expect(await isVerifiedByTenant(otherTenant, { facts, once })).toBe(false);
    expect(await isVerifiedByTenant(null, { facts, once })).toBe(false);
    expect(await isVerifiedByTenant(tenant, { facts: { now: moment, metadata: forge.metadata }, once })).toBe(false);
    const stranger = await openForge();
    expect(await isVerifiedByTenant(tenant, { facts: { ...facts, token: await stranger.mint(v2) }, once })).toBe(false);
    // Keys from elsewhere are not the tenant's, even where its document names them.
    const document = `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`;
    const elsewhere = {
      [document]: { issuer: issuerOf('workforce-v2'), jwks_uri: 'https://keys.example/k' },
      'https://keys.example/k': forge.metadata[jwks],
    };
    expect(await isVerifiedByTenant(tenant, { facts: { ...facts, metadata: elsewhere }, once })).toBe(false);
  });

  it('that a shared secret made proves nothing, even where the secret is published', async () => {
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const k = Buffer.from(secret).toString('base64url');
    const metadata = { ...forge.metadata, [jwks]: { keys: [{ kty: 'oct', kid: 'k1', k }] } };
    const compact = await new SignJWT({ ...v2 }).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    const token = parseToken(compact);
    expect(await isVerifiedByTenant(tenant, { facts: { now: moment, metadata, token }, once })).toBe(false);
  });
});
