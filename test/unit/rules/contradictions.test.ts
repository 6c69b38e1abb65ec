// No two findings contradict each other, whatever is written into the settings that decide.
import { expect, it } from 'vitest';
import { decodeToken, diagnose, rules, type Finding } from '../../../src/core/index.js';
import { contradictions, contradictionsAtOnePlace, findContradictions } from '../../harness/contradictions.js';
import { Mint } from '../../harness/mint.js';

const now = 1798000000;
const address = 'https://idp.example/.well-known/openid-configuration';
const booleans = [null, 'true', 'FALSE', 'false', '0', '1', 'no', '', ' false '];
const skews = [null, '0', '60', '+60', '-60', '3600', '', '1.5', '99999999999'];
const claims = { iss: 'https://idp.example', aud: 'api', nbf: now - 600, exp: now + 3000 };

it('over every pair of settings and every kind of token', async () => {
  const mint = new Mint();
  const key = await mint.publish('RS256', 'throwaway');
  const metadata = {
    [address]: { issuer: 'https://idp.example', jwks_uri: `${address}/keys` },
    [`${address}/keys`]: { keys: [{ ...key, kid: 'k', use: 'sig' }] },
  };
  const { exp: _, ...endless } = claims;
  const payloads = [claims, endless, { ...claims, exp: now - 100 }, { ...claims, exp: now - 9000 }, { ...claims, nbf: now + 100 }];
  const tokens = [];
  for (const payload of payloads)
    for (const signing of ['throwaway', 'other', 'none'] as const)
      tokens.push(decodeToken(await mint.mint({ header: { alg: 'RS256', kid: 'k' }, payload }, signing)));
  const write = (name: string, value: string | null): string => (value === null ? '' : ` ${name}="${value}"`);
  const seen = new Set<string>();
  const found: string[] = [];
  for (const [index, first] of booleans.entries())
    for (const [at, second] of booleans.entries()) {
      const skew = skews[(index + at) % skews.length] ?? null;
      const attributes = write('require-expiration-time', first) + write('require-signed-tokens', second) + write('clock-skew', skew);
      const text = `<policies><inbound><validate-jwt header-name="Authorization"${attributes}><openid-config url="${address}" /></validate-jwt></inbound></policies>`;
      for (const token of tokens) {
        const findings: readonly Finding[] = await diagnose(text, { now, token, metadata });
        for (const { code } of findings) seen.add(code);
        for (const contradiction of findContradictions(findings)) found.push(`${attributes}: ${contradiction}`);
      }
    }
  expect([...new Set(found)]).toEqual([]);
  // Cases in which the pairs never come up would prove nothing.
  for (const code of [
    'expiration-not-required',
    'token-lifetime-missing',
    'unsigned-tokens-allowed',
    'token-unsigned',
    'invalid-value',
    'clock-skew-wide',
  ])
    expect(seen).toContain(code);
});

it('names only rules that there are', () => {
  const codes = new Set<string>(rules.map(({ code }) => code));
  expect([...contradictions, ...contradictionsAtOnePlace].flat().filter(code => !codes.has(code))).toEqual([]);
});
