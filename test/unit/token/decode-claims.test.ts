import { describe, expect, test } from 'vitest';
import { decodeToken, diagnose, judgeText, type Facts } from '../../../src/core/index.js';
import { decodeClaims } from '../../../src/core/token/decode-claims.js';

const header = { typ: 'JWT', alg: 'RS256', kid: 'k1' };
const claims = { iss: 'https://login.shop.example', aud: 'orders', exp: 1_798_003_000, iat: 1_797_999_400, sub: 'x', scp: 'orders.read' };
const json = JSON.stringify(claims, null, 2);

/** As programs and pages show decoded tokens. */
const forms: readonly (readonly [name: string, text: string])[] = [
  ['the payload', json],
  ['the payload in a sentence', `this is what it holds:\n${json}\nwhy 401?`],
  ['header and payload with dots', `${JSON.stringify(header)}.${JSON.stringify(claims)}.[Signature]`],
  ['header and payload under one another', `HEADER:\n${JSON.stringify(header)}\nPAYLOAD:\n${json}`],
  [
    'a table with tabs',
    Object.entries(claims)
      .map(([name, value]) => `${name}\t${String(value)}\tWhat it means`)
      .join('\n'),
  ],
  [
    'a table of Markdown',
    Object.entries(claims)
      .map(([name, value]) => `| ${name} | ${String(value)} |`)
      .join('\n'),
  ],
  [
    'names and colons',
    Object.entries(claims)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join('\r\n'),
  ],
  [
    'quoted names and equals signs',
    Object.entries(claims)
      .map(([name, value]) => `"${name}" = "${String(value)}",`)
      .join('\n'),
  ],
];

describe('decoded claims in the place of a token', () => {
  test.each(forms)('%s', (_, text) => {
    expect(decodeClaims(text)?.claims).toEqual(claims);
    expect(decodeToken(text)).toMatchObject({ status: 'decoded', kind: 'other', claimsOnly: true, claims });
  });

  test('the header counts where there is one', () => {
    expect(decodeClaims(`${JSON.stringify(header)}.${json}`)?.header).toEqual(header);
  });

  test.each([
    ['{"iss": "https://a.example"}'],
    ['{"name": "x", "email": "a@b.example", "sub": "1"}'],
    ['{"access_token": "", "expires_in": 3600, "scope": "a"}'],
    ['ver: 1\nname: x'],
    ['a sentence about iss, aud and exp'],
    ['{'.repeat(50_000)],
    [''],
  ])('%.40j are none', text => {
    expect(decodeClaims(text)).toBeNull();
  });

  test('a token in the same text is the token', () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const compact = `${part(header)}.${part({ ...claims, aud: 'other' })}.c2lnbmF0dXJl`;
    expect(decodeToken(`${json}\n${compact}`)).toMatchObject({ claims: { aud: 'other' } });
    expect(decodeToken(compact)).not.toHaveProperty('claimsOnly');
  });
});

describe('what is said of them', () => {
  const policy = `<policies><inbound><validate-jwt header-name="Authorization"><openid-config url="https://login.shop.example/.well-known/openid-configuration" /><audiences><audience>AUDIENCE</audience></audiences></validate-jwt></inbound></policies>`;
  const facts: Facts = {
    now: 1_798_000_000,
    token: decodeToken(json),
    metadata: {
      'https://login.shop.example/.well-known/openid-configuration': { issuer: claims.iss, jwks_uri: 'https://login.shop.example/keys' },
      'https://login.shop.example/keys': { keys: [] },
    },
  };

  test('form and signature are unknown, the rest is judged, and nothing is called malformed', async () => {
    const judged = await judgeText(policy.replace('AUDIENCE', 'orders'), facts);
    const outcomes = judged.policies[0]?.prediction?.checks.map(({ check, outcome }) => [check, outcome]);
    expect(outcomes).toEqual([
      ['source', 'pass'],
      ['form', 'unresolved'],
      ['signature', 'unresolved'],
      ['lifetime', 'pass'],
      ['audience', 'pass'],
      ['issuer', 'pass'],
      ['application', 'pass'],
      ['claims', 'pass'],
    ]);
    expect(judged.policies[0]?.prediction?.outcome).toBe('unresolved');
    expect((await diagnose(policy.replace('AUDIENCE', 'orders'), facts)).map(({ code }) => code)).not.toContain('token-malformed');
  });

  test('what fails by the claims fails for certain', async () => {
    const codes = (await diagnose(policy.replace('AUDIENCE', 'customers'), facts)).map(({ code, severity }) => [code, severity]);
    expect(codes).toContainEqual(['audience-mismatch', 'error']);
  });
});
