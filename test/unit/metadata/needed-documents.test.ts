import { describe, expect, it } from 'vitest';
import { neededDocuments, parseToken, readPolicies, type Facts } from '../../../src/core/index.js';
import { findDocumentedIssuer, findIssuerAddress } from '../../../src/core/microsoft/write-address.js';

const tenant = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const wellKnown = '/.well-known/openid-configuration';
const facts: Facts = { now: 0, metadata: {} };

/** Claims in the form of a token; nobody looks at its signature here. */
function tokenOf(claims: object): ReturnType<typeof parseToken> {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  return parseToken(`${encode({ alg: 'RS256' })}.${encode(claims)}.AAAA`);
}

function need(policy: string, claims: object | null, given: Partial<Facts> = {}): string[] {
  const [read] = readPolicies(`<policies><inbound>${policy}</inbound></policies>`).tokenPolicies;
  if (read === undefined) throw new Error('the document has no token policy');
  return neededDocuments(read, claims === null ? undefined : tokenOf(claims), { ...facts, ...given }).map(
    ({ address, kind, usedBy }) => `${usedBy} ${kind} ${address}`,
  );
}

describe('the documents that a judgement needs', () => {
  it('are those that the policy names, with named values filled in', () => {
    const policy = '<validate-jwt><openid-config url="https://{{host}}/a" /><openid-config url="https://b.example/b" /></validate-jwt>';
    expect(need(policy, null)).toEqual(['policy configuration https://b.example/b']);
    expect(need(policy, null, { namedValues: { host: 'a.example' } })).toEqual([
      'policy configuration https://a.example/a',
      'policy configuration https://b.example/b',
    ]);
  });

  it('are both versions of the authority of a validate-azure-ad-token', () => {
    expect(need(`<validate-azure-ad-token tenant-id="${tenant}" authentication-endpoint="login.microsoftonline.us/" />`, null)).toEqual([
      `policy configuration https://login.microsoftonline.us/${tenant}/v2.0${wellKnown}`,
      `policy configuration https://login.microsoftonline.us/${tenant}${wellKnown}`,
    ]);
    expect(need('<validate-azure-ad-token tenant-id="organizations" />', null)).toEqual([
      `policy configuration https://login.microsoftonline.com/organizations/v2.0${wellKnown}`,
      `policy configuration https://login.microsoftonline.com/common${wellKnown}`,
    ]);
    expect(need('<validate-azure-ad-token tenant-id="{{tenant}}" />', null)).toEqual([]);
  });

  it('are followed by the key sets that the documents at hand name', () => {
    const metadata = { 'https://b.example/b': { issuer: 'x', jwks_uri: 'https://b.example/keys' } };
    expect(need('<validate-jwt><openid-config url="https://b.example/b" /></validate-jwt>', null, { metadata })).toEqual([
      'policy configuration https://b.example/b',
      'policy key-set https://b.example/keys',
    ]);
  });

  it("include the token's own issuer's, on Microsoft's login hosts only", () => {
    const policy = '<validate-jwt />';
    expect(need(policy, { iss: `https://${tenant}.ciamlogin.com/${tenant}/` })).toEqual([
      `token configuration https://${tenant}.ciamlogin.com/${tenant}/v2.0${wellKnown}`,
    ]);
    expect(need(policy, { iss: `https://sts.windows.net/${tenant}/` })).toEqual([
      `token configuration https://login.microsoftonline.com/${tenant}${wellKnown}`,
    ]);
    for (const iss of [
      'https://evil.example/x',
      `https://evil.example/${tenant}/v2.0`,
      `https://login.microsoftonline.com.evil.example/${tenant}/v2.0`,
      `http://login.microsoftonline.com/${tenant}/v2.0`,
      `https://user@login.microsoftonline.com/${tenant}/v2.0`,
      'https://contoso.b2clogin.com/tfp/x/y/v2.0/',
      1,
      null,
    ]) {
      expect(need(policy, { iss })).toEqual([]);
    }
  });
});

describe('what Microsoft documents about an address', () => {
  it('is the issuer of a tenant that stands in it by its GUID', () => {
    expect(findDocumentedIssuer(`https://login.microsoftonline.com/${tenant.toUpperCase()}/v2.0${wellKnown}`)).toBe(
      `https://login.microsoftonline.com/${tenant}/v2.0`,
    );
    expect(findDocumentedIssuer(`https://login.microsoftonline.com/${tenant}${wellKnown}`)).toBe(`https://sts.windows.net/${tenant}/`);
    expect(findDocumentedIssuer(`https://contoso.ciamlogin.com/${tenant}/v2.0${wellKnown}`)).toBe(
      `https://${tenant}.ciamlogin.com/${tenant}/v2.0`,
    );
    expect(findDocumentedIssuer(`https://login.microsoftonline.com/common/v2.0${wellKnown}`)).toBe(
      'https://login.microsoftonline.com/{tenantid}/v2.0',
    );
  });

  it('is nothing for names, other hosts and what was only seen in tokens', () => {
    for (const address of [
      `https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0${wellKnown}`,
      `https://login.microsoftonline.us/${tenant}${wellKnown}`,
      `https://contoso.ciamlogin.com/${tenant}${wellKnown}`,
      `https://idp.example/${tenant}/v2.0${wellKnown}`,
      `http://login.microsoftonline.com/${tenant}/v2.0${wellKnown}`,
      'not an address',
    ]) {
      expect(findDocumentedIssuer(address)).toBeNull();
    }
    expect(findIssuerAddress('not an address')).toBeNull();
  });

  it('is asked at the host that is the tenant’s by its id, whatever name a token gives itself', () => {
    const own = `https://${tenant}.ciamlogin.com/${tenant}/v2.0${wellKnown}`;
    for (const name of [tenant, 'contoso', 'evil', 'a.b'])
      for (const end of ['', '/', '/v2.0'])
        expect(findIssuerAddress(`https://${name}.ciamlogin.com/${tenant.toUpperCase()}${end}`)).toBe(own);
  });
});
