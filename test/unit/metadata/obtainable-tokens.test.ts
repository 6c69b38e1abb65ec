import { describe, expect, it } from 'vitest';
import { listObtainableTokens, readPolicies } from '../../../src/core/index.js';
import { firstPartyApis } from '../../../src/core/knowledge/clouds.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const other = '22222222-2222-3333-4444-555555555555';
const api = '66666666-7777-8888-9999-aaaaaaaaaaaa';
const wellKnown = '.well-known/openid-configuration';

function list(policies: string | readonly string[], issuer: string | null = null): ReturnType<typeof listObtainableTokens> {
  return listObtainableTokens(readPolicies(`<policies><inbound>${[policies].flat().join('')}</inbound></policies>`).tokenPolicies, issuer);
}

const audiencesOf = (audiences: readonly string[]): string =>
  `<audiences>${audiences.map(each => `<audience>${each}</audience>`).join('')}</audiences>`;
const entra = (attributes: string, ...audiences: readonly string[]): string =>
  `<validate-azure-ad-token ${attributes}>${audiencesOf(audiences)}</validate-azure-ad-token>`;
const jwt = (url: string, ...audiences: readonly string[]): string =>
  `<validate-jwt header-name="Authorization"><openid-config url="${url}" />${audiencesOf(audiences)}</validate-jwt>`;
const scopesOf = (...audiences: readonly string[]): unknown => {
  const found = list(entra(`tenant-id="${tenant}"`, ...audiences));
  return typeof found === 'string' ? found : found.map(({ scope }) => scope);
};

describe('the tokens that a policy would take', () => {
  it('are of its tenant, for its audiences', () => {
    expect(list(entra(`tenant-id="${tenant.toUpperCase()}"`, ` ${api} `, 'api://orders'))).toEqual([
      { scope: `${api}/.default`, tenant },
      { scope: 'api://orders/.default', tenant },
    ]);
    for (const path of [`${tenant}/v2.0/${wellKnown}`, `${tenant}/${wellKnown}`])
      expect(list(jwt(`https://login.microsoftonline.com/${path}`, api))).toEqual([{ scope: `${api}/.default`, tenant }]);
    expect(list(entra(`tenant-id="${tenant}" authentication-endpoint="login.microsoftonline.com/"`, api))).toHaveLength(1);
  });

  it('are named once, by the id where the address says no more, and at most 20', () => {
    expect(scopesOf(`api://${api}`, api, api, `api://${tenant}/${api}`)).toEqual([`${api}/.default`, `api://${tenant}/${api}/.default`]);
    expect(scopesOf(...Array.from({ length: 30 }, (_, index) => `api://a${index}`))).toHaveLength(20);
  });

  it('are of each token policy its own: a tenant of one is not asked for the API of another', () => {
    const both = [entra(`tenant-id="${tenant}"`, api), entra(`tenant-id="${other}"`, 'api://b')];
    expect(list(both)).toEqual([
      { scope: `${api}/.default`, tenant },
      { scope: 'api://b/.default', tenant: other },
    ]);
  });

  it.each([
    'https://orders.example',
    'api://',
    'api://../x',
    'api://a/../b',
    'api://a//b',
    'api://a/',
    'api://a/.default',
    'api://a?b',
    'api://a b',
    'api://a&#10;b',
    'api://a --tenant x',
    'api://$(x)',
    'api://`x`',
    'api://a@b',
    'api://ä',
    'API://a',
    `api://${'a'.repeat(256)}`,
    `${api}/.default`,
    `${api} openid`,
    `--scope`,
    '@/etc/passwd',
    'orders',
    '{{api}}',
    'api://{{api}}',
    'api://orders-__ENV__',
    '@(&quot;api://a&quot;)',
  ])('are none for the audience %j', audience => {
    expect(scopesOf(audience)).toBe('no-api');
  });

  it("are never of an API or an application of Microsoft's own", () => {
    const microsofts = [
      ...firstPartyApis.flatMap(({ audiences }) => audiences),
      '00000003-0000-0000-C000-000000000000',
      '00000009-0000-0000-c000-000000000000',
      '00000007-0000-0ff1-ce00-000000000000',
      '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
      'api://AzureADTokenExchange',
      'api://graph.microsoft.com',
      'api://Graph.Microsoft.com/x',
    ];
    for (const audience of microsofts.flatMap(each => [each, `api://${each}`, `api://${tenant}/${each}`]))
      expect(scopesOf(audience), audience).toBe('no-api');
  });

  it.each([
    'common',
    'organizations',
    'consumers',
    'contoso.onmicrosoft.com',
    '{{tenant}}',
    `${tenant}/x`,
    `${tenant} `.repeat(2),
    `https://login.microsoftonline.com/${tenant}`,
    '9188040d-6c67-4c5b-b112-36a304b66dad',
  ])('are none of the tenant %j', each => {
    expect(list(entra(`tenant-id="${each}"`, api))).toBe('no-tenant');
  });

  it.each([
    `http://login.microsoftonline.com/${tenant}/v2.0/${wellKnown}`,
    `https://login.microsoftonline.us/${tenant}/v2.0/${wellKnown}`,
    `https://login.microsoftonline.com/common/v2.0/${wellKnown}`,
    `https://login.microsoftonline.com/${tenant}/B2C_1_in/v2.0/${wellKnown}`,
    `https://login.microsoftonline.com@evil.example/${tenant}/v2.0/${wellKnown}`,
    `https://login.microsoftonline.com.evil.example/${tenant}/v2.0/${wellKnown}`,
    `https://evil.example/${tenant}/v2.0/${wellKnown}`,
    `https://login.microsoftonline.com/{{tenant}}/v2.0/${wellKnown}`,
  ])('are none of who answers at %s', url => {
    expect(list(jwt(url, api))).toBe('no-tenant');
  });

  it('are none in another cloud, without a tenant, and where the endpoint is not written out', () => {
    for (const attributes of [
      `tenant-id="${tenant}" authentication-endpoint="https://login.microsoftonline.us"`,
      `tenant-id="${tenant}" authentication-endpoint="{{endpoint}}"`,
      `tenant-id="${tenant}" authentication-endpoint="evil.example"`,
      '',
    ])
      expect(list(entra(attributes, api)), attributes).toBe('no-tenant');
  });

  it('are none of External ID, and that is said', () => {
    expect(list(jwt(`https://contoso.ciamlogin.com/${tenant}/v2.0/${wellKnown}`, api))).toBe('external-id');
    expect(list([])).toBe('no-tenant');
  });

  it('are none of a tenant that the policy or the token in force shows to be one of External ID', () => {
    const policy = entra(`tenant-id="${tenant}"`, api);
    const external = `https://${tenant}.ciamlogin.com/${tenant}`;
    expect(list(policy, `${external}/v2.0`)).toBe('external-id');
    expect(list(policy, `https://login.microsoftonline.com/${tenant}/v2.0`)).toHaveLength(1);
    expect(list(entra(`tenant-id="${other}"`, api), `${external}/v2.0`)).toEqual([{ scope: `${api}/.default`, tenant: other }]);
    expect(list([policy, jwt(`${external}/v2.0/${wellKnown}`, api)])).toBe('external-id');
  });
});
