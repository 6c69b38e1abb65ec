// A policy chooses where a named value stands; its value is said only where an address may hold it.
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeToken, diagnose, predictDocument, type DecodedToken, type Facts } from '../../../src/core/index.js';
import { Mint } from '../../harness/mint.js';

const guid = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const wellKnown = '/.well-known/openid-configuration';
const hidden = 'SuperSecretValue123';
const config = (url: string, more = ''): string =>
  `<validate-jwt header-name="Authorization"><openid-config url="${url}" />${more}</validate-jwt>`;
const azure = (tenant: string, more = ''): string => `<validate-azure-ad-token tenant-id="${tenant}" ${more}/>`;

let token: DecodedToken;
beforeAll(async () => {
  const payload = { iss: `https://login.microsoftonline.com/${guid}/v2.0`, tid: guid, aud: 'x', exp: 2000 };
  const decoded = decodeToken(await new Mint().mint({ header: { alg: 'RS256', kid: 'k' }, payload }));
  if (decoded.status !== 'decoded') throw new Error('the token is one');
  token = decoded;
});

/** All that is said of the policy: its findings, and its checks with their reasons. */
async function sayAll(policy: string, value: string, more: Partial<Facts> = {}): Promise<string> {
  const facts: Facts = { now: 1000, metadata: {}, namedValues: { v: value }, token, ...more };
  const text = `<policies><inbound>${policy}</inbound></policies>`;
  return JSON.stringify([await diagnose(text, facts), await predictDocument(text, token, facts)]);
}
const secret: Partial<Facts> = { sources: { v: { from: 'file', secret: true } } };

describe('an address whose document is not at hand', () => {
  it.each([
    ['a path', config(`https://evil.example/{{v}}${wellKnown}`), hidden, {}],
    ['a path beside issuers', config(`https://evil.example/{{v}}`, '<issuers><issuer>https://idp.example</issuer></issuers>'), hidden, {}],
    ['a whole address', config('{{v}}'), `https://hooks.example.com/${hidden}`, {}],
    ['a tenant', azure('{{v}}'), hidden, {}],
    ['an endpoint', azure(guid, 'authentication-endpoint="https://evil.example/{{v}}" '), hidden, {}],
    ['a secret in the form of a tenant', config(`https://login.contoso.example/{{v}}${wellKnown}`), guid.replace('b7a1', '5ec4'), secret],
  ])('is said as the policy writes it, where %s does not belong there', async (_, policy, value, more) => {
    const said = await sayAll(policy, value, more);
    expect(said).toContain('{{v}}');
    expect(said.toLowerCase()).not.toContain(value.toLowerCase());
  });

  it('is said whole where its values belong there', async () => {
    expect(await sayAll(config(`https://idp.example/{{v}}${wellKnown}`), guid)).toContain(`https://idp.example/${guid}${wellKnown}`);
    expect(await sayAll(azure('{{v}}'), 'contoso.onmicrosoft.com')).toContain('https://login.microsoftonline.com/contoso.onmicrosoft.com');
  });
});
