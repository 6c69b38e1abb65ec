// Which tenant documents show, and which documents are believed: a wrong answer would write a stranger's tenant into a policy.
import { describe, expect, it } from 'vitest';
import { findTenantOf, listEvidence, listExternalIdEvidence } from '../../../src/core/fixes/trust/metadata-evidence.js';

const one = 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11';
const two = '0c9be7a2-6d1b-4b0f-8a55-94f2c1f0ab77';
const end = '/.well-known/openid-configuration';
const issued = (issuer: string): Readonly<Record<string, string>> => ({ issuer, jwks_uri: 'https://login.microsoftonline.com/keys' });
const workforce = (tenant: string): Readonly<Record<string, string>> => issued(`https://login.microsoftonline.com/${tenant}/v2.0`);
const external = (tenant: string): Readonly<Record<string, string>> => issued(`https://${tenant}.ciamlogin.com/${tenant}/v2.0`);
const at = (path: string, host = 'login.microsoftonline.com'): string => `https://${host}/${path}${end}`;

describe('the documents that are believed', () => {
  const addresses = (metadata: Record<string, unknown>, hosts: readonly string[] = []): string[] =>
    listEvidence(metadata, hosts).map(({ address }) => address);

  it('are in the order of their addresses', () => {
    const [a, b] = [at(`${one}/v2.0`), at(one)];
    expect(addresses({ [a]: workforce(one), [b]: workforce(one) })).toEqual([b, a]);
    expect(addresses({ [b]: workforce(one), [a]: workforce(one) })).toEqual([b, a]);
  });

  it.each([
    ['not over https', at(one).replace('https', 'http')],
    ['not a configuration', at(one).replace(end, '/keys')],
    ['with a query', `${at(one)}?p=1`],
    ['with what an attribute would escape', at(`${one}&amp`)],
    ['on a strange host', at(one, 'login.example.org')],
    ['on a host that only begins alike', at(one, 'login.microsoftonline.com.example.org')],
  ])('are none %s', (_, address) => {
    expect(addresses({ [address]: workforce(one) })).toEqual([]);
  });

  it('are on another host where that is named', () => {
    const address = at(one, 'login.example.org');
    expect(addresses({ [address]: workforce(one) }, ['login.example.org'])).toEqual([address]);
    expect(addresses({ [address]: workforce(one) }, ['example.org'])).toEqual([]);
  });

  it('show a tenant in their issuer', () => {
    expect(addresses({ [at('common/v2.0')]: issued('https://login.microsoftonline.com/{tenantid}/v2.0') })).toEqual([]);
    expect(addresses({ [at(one)]: 'no document' })).toEqual([]);
    expect(listEvidence({ [at(one)]: workforce(one.toUpperCase()) }, []).map(({ guid }) => guid)).toEqual([one]);
  });
});

describe('the tenant of a name', () => {
  const name = 'contoso.onmicrosoft.com';

  it('is what the document under the name shows, in whatever case', () => {
    const metadata = { [at(`${name}/v2.0`)]: workforce(one), [at(`${two}/v2.0`)]: workforce(two) };
    expect(findTenantOf(name, [], metadata)).toBe(one);
    expect(findTenantOf('Contoso.OnMicrosoft.com', [], metadata)).toBe(one);
    expect(findTenantOf(name, [], { [at(`Contoso.onmicrosoft.com/v2.0`)]: workforce(one) })).toBe(one);
    expect(findTenantOf('fabrikam.onmicrosoft.com', [], metadata)).toBeNull();
    expect(findTenantOf(null, [], metadata)).toBeNull();
  });

  it('is one where two documents agree, and none where they do not', () => {
    const [first, second] = [at(`${name}/v2.0`), at(name)];
    expect(findTenantOf(name, [], { [first]: workforce(one), [second]: workforce(one) })).toBe(one);
    expect(findTenantOf(name, [], { [first]: workforce(one), [second]: workforce(two) })).toBeNull();
  });

  it('is that of External ID under the same initial name', () => {
    const metadata = { [at(`${one}/v2.0`, 'contoso.ciamlogin.com')]: external(one) };
    expect(findTenantOf(name, [], metadata)).toBe(one);
    expect(findTenantOf('contoso.ciamlogin.com', [], metadata)).toBe(one);
    expect(findTenantOf('fabrikam.onmicrosoft.com', [], metadata)).toBeNull();
    // A name of the tenant's own says nothing about its initial name.
    expect(findTenantOf('contoso.com', [], metadata)).toBeNull();
    expect(findTenantOf('contoso.onmicrosoft.com.example.org', [], metadata)).toBeNull();
  });
});

describe('the documents that show a tenant of External ID', () => {
  const list = (metadata: Record<string, unknown>, hosts: readonly string[] = []): string[] =>
    listExternalIdEvidence(one, hosts, metadata).map(({ address }) => address);
  const own = at(`${one}/v2.0`, `${one}.ciamlogin.com`);

  it('are of that tenant and of version 2', () => {
    expect(list({ [own]: external(one) })).toEqual([own]);
    expect(list({ [own]: external(two) })).toEqual([]);
    expect(list({ [own]: workforce(one) })).toEqual([]);
    expect(list({ [own]: issued(`https://${one}.ciamlogin.com/${one}/`) })).toEqual([]);
    const first = at(one, `${one}.ciamlogin.com`);
    expect(list({ [first]: external(one) })).toEqual([]);
  });

  it('are not on a host where workforce tenants sign in', () => {
    expect(list({ [at(`${one}/v2.0`)]: external(one) })).toEqual([]);
  });

  it('are on a host of its own only where that is named', () => {
    const custom = at(`${one}/v2.0`, 'login.example.org');
    expect(list({ [custom]: external(one) })).toEqual([]);
    expect(list({ [custom]: external(one) }, ['login.example.org'])).toEqual([custom]);
  });
});
