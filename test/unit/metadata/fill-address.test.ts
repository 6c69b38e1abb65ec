import { describe, expect, it } from 'vitest';
import { neededDocuments, readPolicies, type Facts } from '../../../src/core/index.js';

const guid = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const wellKnown = '/.well-known/openid-configuration';

/** The first document that a policy needs, with `v` (and more) as named values. */
function first(
  policy: string,
  namedValues: Record<string, string>,
  more: Partial<Facts> = {},
): ReturnType<typeof neededDocuments>[number] | undefined {
  const [read] = readPolicies(`<policies><inbound>${policy}</inbound></policies>`).tokenPolicies;
  if (read === undefined) throw new Error('the document has no token policy');
  return neededDocuments(read, undefined, { now: 0, metadata: {}, namedValues, ...more })[0];
}

const config = (url: string): string => `<validate-jwt><openid-config url="${url}" /></validate-jwt>`;
const azure = (tenant: string, more = ''): string => `<validate-azure-ad-token tenant-id="${tenant}" ${more}/>`;

describe('a named value in an address', () => {
  it.each([
    ['a tenant by GUID', config(`https://login.microsoftonline.com/{{v}}/v2.0${wellKnown}`), guid],
    ['a tenant by name', config(`https://login.microsoftonline.com/{{v}}/v2.0${wellKnown}`), 'contoso.onmicrosoft.com'],
    ['a host', config(`https://{{v}}/x${wellKnown}`), 'idp.contoso.com'],
    ['a host by GUID', config(`https://{{v}}.ciamlogin.com/${guid}/v2.0${wellKnown}`), guid],
    ['a user flow', config(`https://contoso.b2clogin.com/contoso.onmicrosoft.com/{{v}}/v2.0${wellKnown}`), 'B2C_1_signin'],
    ['an authority', config(`{{v}}${wellKnown}`), `https://login.microsoftonline.com/${guid}/v2.0`],
    ['a whole address', config('{{v}}'), `https://dev-1.okta.example/oauth2/default${wellKnown}`],
    ['an application in the query', config(`https://login.microsoftonline.com/${guid}${wellKnown}?appid={{v}}`), guid],
    ['tenant-id', azure('{{v}}'), guid],
    ['a word in tenant-id', azure('{{v}}'), 'organizations'],
    ['an address in tenant-id', azure('{{v}}'), 'https://contoso.onmicrosoft.com'],
    ['an endpoint', azure(guid, 'authentication-endpoint="{{v}}"'), 'login.microsoftonline.us'],
    ['an endpoint with its scheme', azure(guid, 'authentication-endpoint="{{v}}"'), 'https://login.microsoftonline.us/'],
  ])('is filled in as %s', (_, policy, value) => {
    const needed = first(policy, { v: value });
    expect(needed).toMatchObject({ filled: true, withheld: [] });
    expect(needed?.address).not.toContain('{{');
    expect(needed?.written).toContain('{{v}}');
  });

  it.each([
    ['the path of a stranger', config(`https://evil.example/{{v}}${wellKnown}`), 'SuperSecretValue123'],
    ['the query', config('https://evil.example/x?{{v}}'), 'SuperSecretValue123'],
    ['the query, in the form of a name', config('https://evil.example/x?{{v}}'), 'a.secret'],
    ['the fragment', config('https://evil.example/x#{{v}}'), 'SuperSecretValue123'],
    ['the host', config('https://{{v}}.evil.example/x'), 'hunter2'],
    ['the host, as user and password', config('https://{{v}}@evil.example/x'), 'SuperSecretValue123'],
    ['a path on Microsoft’s host', config(`https://login.microsoftonline.com/{{v}}/v2.0${wellKnown}`), 'SuperSecretValue123'],
    ['a path behind backslashes', config('https:\\\\evil.example\\{{v}}'), 'a.secret'],
    ['the start', config('{{v}}.evil.example/x'), 'https://SuperSecretValue123'],
    ['the start, as the address of something else', config('{{v}}'), 'https://hooks.example.com/services/T0/B0/SuperSecret'],
    ['the start, with a password', config('{{v}}'), `https://user:SuperSecret@idp.example${wellKnown}`],
    ['tenant-id', azure('{{v}}'), 'SuperSecretValue123'],
    ['a part of tenant-id', azure('{{v}}.onmicrosoft.com'), 'SuperSecretValue123'],
    ['an endpoint', azure(guid, 'authentication-endpoint="https://evil.example/{{v}}"'), 'SuperSecretValue123'],
    ['an expression', config('https://evil.example/@(&quot;{{v}}&quot;)'), guid],
    ['an expression of its own', config('https://evil.example/{{v}}'), '@("SuperSecretValue123")'],
  ])('is not filled in as %s', (_, policy, value) => {
    const needed = first(policy, { v: value });
    if (needed === undefined) return; // it is no known value at all
    expect(needed.withheld).toEqual(['v']);
    for (const text of [needed.address, needed.written]) expect(text.toLowerCase()).not.toContain(value.toLowerCase());
    expect(JSON.stringify(needed)).not.toMatch(/SuperSecret|hunter2/);
  });

  it('is not filled in where it is a secret, whatever its form', () => {
    const needed = first(azure('{{v}}'), { v: guid }, { sources: { v: { from: 'file', secret: true } } });
    expect(needed).toMatchObject({ address: `https://login.microsoftonline.com/{{v}}/v2.0${wellKnown}`, withheld: ['v'] });
  });

  it('still finds the document that was saved for the address', () => {
    const address = `https://idp.example/realms/shop${wellKnown}`;
    const metadata = { [address]: { issuer: 'x', jwks_uri: 'https://idp.example/keys' } };
    const policy = config(`https://idp.example/realms/{{v}}${wellKnown}`);
    const written = `https://idp.example/realms/{{v}}${wellKnown}`;
    expect(first(policy, { v: 'shop' }, { metadata })).toMatchObject({ address, written, withheld: ['v'] });
  });

  it('names a key set by its document in what may be logged', () => {
    const address = `https://idp.example/${guid}${wellKnown}`;
    const metadata = { [address]: { jwks_uri: `https://idp.example/${guid}/keys` } };
    const [policy] = readPolicies(
      `<policies><inbound>${config(`https://idp.example/{{v}}${wellKnown}`)}</inbound></policies>`,
    ).tokenPolicies;
    if (policy === undefined) throw new Error('the document has no token policy');
    const needed = neededDocuments(policy, undefined, { now: 0, metadata, namedValues: { v: guid } });
    expect(needed.map(({ written }) => written)).toEqual([
      `https://idp.example/{{v}}${wellKnown}`,
      `the key set that https://idp.example/{{v}}${wellKnown} names`,
    ]);
  });
});
