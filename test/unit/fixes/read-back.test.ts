// Which validate-jwt says exactly what a validate-azure-ad-token can say: anything else would accept other tokens afterwards.
import { expect, it } from 'vitest';
import { rewrite, type Facts } from '../../../src/core/index.js';

const tenant = '11111111-2222-3333-4444-555555555555';
const other = '99999999-2222-3333-4444-555555555555';
const publicHost = 'https://login.microsoftonline.com';
const config = (id: string, version: string, host = publicHost): string =>
  `<openid-config url="${host}/${id}${version}/.well-known/openid-configuration" />`;
const both = (id: string, host = publicHost): string => config(id, '/v2.0', host) + config(id, '', host);
const bearer = 'header-name="Authorization" require-scheme="Bearer"';

/** The one element after the rewrite, or the reason why there is none. */
async function back(attributes: string, children: string, namedValues: Readonly<Record<string, string>> = {}): Promise<string> {
  const text = `<policies><inbound><validate-jwt ${attributes}>${children}</validate-jwt></inbound></policies>`;
  const facts: Facts = { now: 0, metadata: {}, namedValues };
  const [result] = await rewrite(text, 'to-validate-azure-ad-token', undefined, facts);
  if (result === undefined) throw new Error('There is one element.');
  if ('reason' in result) return result.reason.replace('validate-azure-ad-token cannot say the same: ', '');
  return result.text.replace(/^<policies><inbound>|<\/inbound><\/policies>$/g, '');
}

it.each([
  ['a strange element', bearer, `${both(tenant)}<quota calls="1" />`, 'it contains <quota>.'],
  ['text between its elements', bearer, `${both(tenant)}text`, 'it has text between its elements.'],
  ['such text as CDATA', bearer, `${both(tenant)}<![CDATA[ ]]>`, 'it has text between its elements.'],
  [
    'two lists',
    bearer,
    `${both(tenant)}<audiences><audience>a</audience></audiences><audiences><audience>b</audience></audiences>`,
    'it has audiences twice.',
  ],
  ['an empty list', bearer, `${both(tenant)}<audiences />`, 'audiences is empty.'],
  ['no document', bearer, '<audiences><audience>a</audience></audiences>', 'no openid-config names a tenant.'],
  ['a document without an address', bearer, `${both(tenant)}<openid-config />`, 'no openid-config names a tenant.'],
  [
    'a decryption key in the policy',
    bearer,
    `${both(tenant)}<decryption-keys><key>eA==</key></decryption-keys>`,
    'it accepts decryption keys by certificate-id only.',
  ],
  [
    'a decryption key beside a certificate',
    bearer,
    `${both(tenant)}<decryption-keys><key certificate-id="c">eA==</key></decryption-keys>`,
    'it accepts decryption keys by certificate-id only.',
  ],
  [
    'one of two decryption keys',
    bearer,
    `${both(tenant)}<decryption-keys><key certificate-id="c" /><key>eA==</key></decryption-keys>`,
    'it accepts decryption keys by certificate-id only.',
  ],
  ['two sources', `${bearer} query-parameter-name="t"`, both(tenant), 'several attributes say where the token is.'],
  [
    'a scheme of a query parameter',
    'query-parameter-name="t" require-scheme="Bearer"',
    both(tenant),
    'its require-scheme is not documented beside another source than the Authorization header.',
  ],
  [
    'a scheme of another header',
    'header-name="X-Token" require-scheme="Bearer"',
    both(tenant),
    'its require-scheme is not documented beside another header than Authorization.',
  ],
  ...['Basic', 'bearer', '', '{{scheme}}'].map((scheme): [string, string, string, string] => [
    `the scheme ${scheme}`,
    `header-name="Authorization" require-scheme="${scheme}"`,
    both(tenant),
    'it accepts the scheme Bearer only.',
  ]),
  [
    'every scheme, whatever the case of the header',
    'header-name="AUTHORIZATION"',
    both(tenant),
    'it accepts the scheme Bearer only, and require-scheme="Bearer" is missing here.',
  ],
  [
    'every scheme of a header that is not known',
    'header-name="{{h}}"',
    both(tenant),
    'it accepts the scheme Bearer only, and require-scheme="Bearer" is missing here.',
  ],
  ['a lifetime that is not required', `${bearer} require-expiration-time="false"`, both(tenant), /^it has no require-expiration-time, /],
  ['a lifetime that is not known', `${bearer} require-expiration-time="{{x}}"`, both(tenant), /^it has no require-expiration-time, /],
  [
    'a tenant with signs that an attribute escapes',
    bearer,
    both('a&amp;b'),
    'an openid-config is not the address of a tenant at an endpoint of Microsoft Entra ID.',
  ],
  [
    'no tenant',
    bearer,
    both('').replaceAll('com//', 'com/'),
    'an openid-config is not the address of a tenant at an endpoint of Microsoft Entra ID.',
  ],
  [
    'an address without TLS',
    bearer,
    both(tenant, 'http://login.microsoftonline.com'),
    'an openid-config is not the address of a tenant at an endpoint of Microsoft Entra ID.',
  ],
  [
    'an address with a query',
    bearer,
    both(tenant).replace('openid-configuration"', 'openid-configuration?appid=1"'),
    'an openid-config is not the address of a tenant at an endpoint of Microsoft Entra ID.',
  ],
  ['the host of issuers', bearer, both(tenant, 'https://sts.windows.net'), 'sts.windows.net is not an endpoint of Microsoft Entra ID.'],
  ['two tenants', bearer, config(tenant, '/v2.0') + config(other, ''), 'it names one tenant at one endpoint only.'],
  ['three documents of two tenants', bearer, both(tenant) + config(other, '/v2.0'), 'it names one tenant at one endpoint only.'],
  [
    'two clouds',
    bearer,
    config(tenant, '/v2.0') + config(tenant, '', 'https://login.microsoftonline.us'),
    'it names one tenant at one endpoint only.',
  ],
  [
    'one of its two issuers',
    bearer,
    `${both(tenant)}<issuers><issuer>https://sts.windows.net/${tenant}/</issuer></issuers>`,
    'it has no place for issuers.',
  ],
  [
    'one issuer more',
    bearer,
    `${both(tenant)}<issuers><issuer>https://sts.windows.net/${tenant}/</issuer><issuer>${publicHost}/${tenant}/v2.0</issuer><issuer>{{i}}</issuer></issuers>`,
    'it has no place for issuers.',
  ],
  ['an empty list of issuers', bearer, `${both(tenant)}<issuers />`, 'it has no place for issuers.'],
  [
    'issuers of a tenant by name',
    bearer,
    `${both('contoso.com')}<issuers><issuer>https://sts.windows.net/contoso.com/</issuer><issuer>${publicHost}/contoso.com/v2.0</issuer></issuers>`,
    'it has no place for issuers.',
  ],
])('is not one with %s', async (_, attributes, children, reason) => {
  expect(await back(attributes, children)).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
});

const azure = `<validate-azure-ad-token tenant-id="${tenant}"`;

it.each([
  ['nothing else', bearer, both(tenant), `${azure} />`],
  ['the other order', bearer, config(tenant, '') + config(tenant, '/v2.0'), `${azure} />`],
  ['a query parameter', 'query-parameter-name="t"', both(tenant), `${azure} query-parameter-name="t" />`],
  ['another header', 'header-name="X-Token"', both(tenant), `${azure} header-name="X-Token" />`],
  ['a named value as the tenant', bearer, both('{{t}}'), '<validate-azure-ad-token tenant-id="{{t}}" />'],
  ['defaults written out', `${bearer} require-signed-tokens="TRUE" require-expiration-time=" true "`, both(tenant), `${azure} />`],
  [
    'certificates',
    bearer,
    `${both(tenant)}<decryption-keys><key certificate-id="c" /></decryption-keys>`,
    `${azure}><decryption-keys><key certificate-id="c" /></decryption-keys></validate-azure-ad-token>`,
  ],
  ['a comment', bearer, `${both(tenant)}<!-- why -->`, `${azure}><!-- why --></validate-azure-ad-token>`],
  [
    'the issuers of its documents',
    bearer,
    `${both(tenant)}<issuers><issuer>https://sts.windows.net/${tenant}/</issuer><issuer>${publicHost}/${tenant}/v2.0</issuer></issuers>`,
    `${azure} />`,
  ],
  [
    'another cloud',
    bearer,
    both(tenant, 'https://login.microsoftonline.us'),
    `${azure} authentication-endpoint="https://login.microsoftonline.us" />`,
  ],
])('is one with %s', async (_, attributes, children, expected) => {
  expect(await back(attributes, children)).toBe(expected);
});

it('is one whose scheme is known', async () => {
  const attributes = 'header-name="Authorization" require-scheme="{{scheme}}"';
  expect(await back(attributes, both(tenant), { scheme: 'Bearer' })).toBe(`${azure} />`);
  expect(await back(attributes, both(tenant), { scheme: 'Basic' })).toBe('it accepts the scheme Bearer only.');
});
