import { describe, expect, it } from 'vitest';
import { clouds } from '../../../src/core/knowledge/clouds.js';
import { readAddress } from '../../../src/core/microsoft/read-address.js';
import { configurationOf, findDocumentedIssuer, findIssuerAddress, issuerOf } from '../../../src/core/microsoft/write-address.js';

const g = '11111111-2222-3333-4444-555555555555';
const upper = 'AAAAAAAA-2222-3333-4444-555555555555';
const lower = upper.toLowerCase();
const entra = 'https://login.microsoftonline.com';
const end = '/.well-known/openid-configuration';
const ciam = `https://${g}.ciamlogin.com`;
const flow = 'B2C_1_signin';
const legacy = `${entra}/tfp/${g}/${flow}/v2.0${end}`;

type Row = readonly [
  address: string,
  family: string,
  cloud: string | null,
  host: string,
  tenant: string | null,
  version: 1 | 2 | null,
  userFlow: string | null,
  issuer: string | null,
  configuration: string | null,
];

const login = 'login.microsoftonline.com';
const v1 = `https://sts.windows.net/${g}/`;
const v2 = `${entra}/${g}/v2.0`;
const b2c = 'contoso.b2clogin.com';
const b2cName = 'contoso.onmicrosoft.com';
const b2cConfig = `https://${b2c}/${b2cName}/${flow}/v2.0${end}`;

const rows: readonly Row[] = [
  // Workforce: authorities, issuers, documents, keys, sign-in addresses.
  [`${entra}/${g}`, 'workforce', 'public', login, g, 1, null, v1, `${entra}/${g}${end}`],
  [`${entra}/${g}/`, 'workforce', 'public', login, g, 1, null, v1, `${entra}/${g}${end}`],
  [`${entra}/${g}${end}`, 'workforce', 'public', login, g, 1, null, v1, `${entra}/${g}${end}`],
  [`${entra}/${g}/oauth2/authorize`, 'workforce', 'public', login, g, 1, null, v1, `${entra}/${g}${end}`],
  [`${entra}/${g}/discovery/keys`, 'workforce', 'public', login, g, 1, null, v1, `${entra}/${g}${end}`],
  [v1, 'workforce', 'public', 'sts.windows.net', g, 1, null, v1, `${entra}/${g}${end}`],
  [`https://sts.windows.net/${g}`, 'workforce', 'public', 'sts.windows.net', g, 1, null, v1, `${entra}/${g}${end}`],
  [`https://sts.windows.net/${g}${end}`, 'workforce', 'public', 'sts.windows.net', g, 1, null, v1, `${entra}/${g}${end}`],
  [v2, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${v2}/`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${v2}${end}`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${v2}${end}/`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${v2}${end}?appid=${g}`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${entra}/${g}/oauth2/v2.0`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${entra}/${g}/oauth2/v2.0/token`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${entra}/${g}/discovery/v2.0/keys`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  // Letters and spaces around; a port that is the scheme's own; no scheme.
  [`${entra}/${g}/V2.0`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${entra}/${g}/V2.0/.Well-Known/OpenID-Configuration`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`HTTPS://LOGIN.MicrosoftOnline.COM/${g}/v2.0`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`  ${v2}\n`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`https://${login}:443/${g}/v2.0`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${login}/${g}/v2.0`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`http://${login}/${g}/v2.0`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${entra}//${g}/v2.0`, 'workforce', 'public', login, g, 2, null, v2, `${v2}${end}`],
  [`${entra}/${upper}/v2.0`, 'workforce', 'public', login, upper, 2, null, `${entra}/${lower}/v2.0`, `${entra}/${upper}/v2.0${end}`],
  // Paths that nothing documents have no version.
  [`${entra}/${g}/v2.0/foo`, 'workforce', 'public', login, g, null, null, null, null],
  [`${entra}/${g}/foo`, 'workforce', 'public', login, g, null, null, null, null],
  [`${entra}/${g}/v1.1`, 'workforce', 'public', login, g, null, null, null, null],
  [`${entra}/${g}/oauth2/v2.0${end}`, 'workforce', 'public', login, g, null, null, null, null],
  [`${entra}/${g}/{{version}}${end}`, 'workforce', 'public', login, g, null, null, null, null],
  // A host alone, names, words and placeholders in the tenant's place.
  [entra, 'workforce', 'public', login, null, null, null, null, null],
  [login, 'workforce', 'public', login, null, null, null, null, null],
  [`${entra}/${b2cName}/v2.0${end}`, 'workforce', 'public', login, b2cName, 2, null, null, `${entra}/${b2cName}/v2.0${end}`],
  [`${entra}/common/v2.0${end}`, 'workforce', 'public', login, 'common', 2, null, `${entra}/{tenantid}/v2.0`, `${entra}/common/v2.0${end}`],
  [`${entra}/common`, 'workforce', 'public', login, 'common', 1, null, 'https://sts.windows.net/{tenantid}/', `${entra}/common${end}`],
  [`${entra}/{tenantid}/v2.0`, 'workforce', 'public', login, '{tenantid}', 2, null, null, `${entra}/{tenantid}/v2.0${end}`],
  [`${entra}/{{tenant}}/v2.0${end}`, 'workforce', 'public', login, '{{tenant}}', 2, null, null, `${entra}/{{tenant}}/v2.0${end}`],
  [`${entra}/{{ a tenant }}/v2.0`, 'workforce', 'public', login, '{{ a tenant }}', 2, null, null, `${entra}/{{ a tenant }}/v2.0${end}`],
  [
    `${entra}/\${var.x["a/b?"]}/v2.0`,
    'workforce',
    'public',
    login,
    '${var.x["a/b?"]}',
    2,
    null,
    null,
    `${entra}/\${var.x["a/b?"]}/v2.0${end}`,
  ],
  // The other clouds.
  [`https://login.windows.net/${g}`, 'workforce', 'public', 'login.windows.net', g, 1, null, v1, `https://login.windows.net/${g}${end}`],
  [
    `https://login.microsoft.com/${g}/v2.0`,
    'workforce',
    'public',
    'login.microsoft.com',
    g,
    2,
    null,
    v2,
    `https://login.microsoft.com/${g}/v2.0${end}`,
  ],
  [
    `https://login.microsoftonline.us/${g}/v2.0`,
    'workforce',
    'us-government',
    'login.microsoftonline.us',
    g,
    2,
    null,
    `https://login.microsoftonline.us/${g}/v2.0`,
    `https://login.microsoftonline.us/${g}/v2.0${end}`,
  ],
  [
    `https://login.usgovcloudapi.net/${g}`,
    'workforce',
    'us-government',
    'login.usgovcloudapi.net',
    g,
    1,
    null,
    null,
    `https://login.usgovcloudapi.net/${g}${end}`,
  ],
  [
    `https://sts.chinacloudapi.cn/${g}/`,
    'workforce',
    'china',
    'sts.chinacloudapi.cn',
    g,
    1,
    null,
    `https://sts.chinacloudapi.cn/${g}/`,
    `https://login.partner.microsoftonline.cn/${g}${end}`,
  ],
  [
    `https://login.partner.microsoftonline.cn/${g}/v2.0`,
    'workforce',
    'china',
    'login.partner.microsoftonline.cn',
    g,
    2,
    null,
    `https://login.partner.microsoftonline.cn/${g}/v2.0`,
    `https://login.partner.microsoftonline.cn/${g}/v2.0${end}`,
  ],
  // External ID: by id, by name, by placeholder; what a custom domain is, no address shows.
  [`${ciam}/${g}/v2.0`, 'external-id', null, `${g}.ciamlogin.com`, g, 2, null, `${ciam}/${g}/v2.0`, `${ciam}/${g}/v2.0${end}`],
  [`${ciam}/${g}/`, 'external-id', null, `${g}.ciamlogin.com`, g, 1, null, `${ciam}/${g}/`, `${ciam}/${g}${end}`],
  [
    `https://Contoso.ciamlogin.com/${g}/v2.0${end}`,
    'external-id',
    null,
    'contoso.ciamlogin.com',
    g,
    2,
    null,
    `${ciam}/${g}/v2.0`,
    `https://contoso.ciamlogin.com/${g}/v2.0${end}`,
  ],
  [
    `https://contoso.ciamlogin.com/${b2cName}/v2.0${end}`,
    'external-id',
    null,
    'contoso.ciamlogin.com',
    b2cName,
    2,
    null,
    null,
    `https://contoso.ciamlogin.com/${b2cName}/v2.0${end}`,
  ],
  ['contoso.ciamlogin.com', 'external-id', null, 'contoso.ciamlogin.com', null, null, null, null, null],
  [
    'https://${Tenant}.CIAMlogin.com/${Tenant}/v2.0',
    'external-id',
    null,
    '${Tenant}.ciamlogin.com',
    '${Tenant}',
    2,
    null,
    null,
    `https://\${Tenant}.ciamlogin.com/\${Tenant}/v2.0${end}`,
  ],
  [`https://login.contoso.com/${g}/v2.0${end}`, 'other', null, 'login.contoso.com', g, null, null, null, null],
  // B2C on its own host.
  [b2cConfig, 'b2c', null, b2c, b2cName, null, flow, null, b2cConfig],
  [`https://${b2c}/${b2cName}/v2.0${end}?p=${flow}`, 'b2c', null, b2c, b2cName, null, flow, null, b2cConfig],
  [`https://${b2c}/${b2cName}/oauth2/v2.0/authorize?client_id=x&amp;p=${flow}`, 'b2c', null, b2c, b2cName, null, flow, null, b2cConfig],
  [`https://${b2c}/tfp/${b2cName}/${flow}/v2.0/`, 'b2c', null, b2c, b2cName, null, flow, null, b2cConfig],
  [
    `https://${b2c}/${b2cName}/signup/v2.0/`,
    'b2c',
    null,
    b2c,
    b2cName,
    null,
    'signup',
    null,
    `https://${b2c}/${b2cName}/signup/v2.0${end}`,
  ],
  [
    `https://${b2c}/${b2cName}/{{flow}}/v2.0/`,
    'b2c',
    null,
    b2c,
    b2cName,
    null,
    '{{flow}}',
    null,
    `https://${b2c}/${b2cName}/{{flow}}/v2.0${end}`,
  ],
  [`https://${b2c}/${g}/v2.0/`, 'b2c', null, b2c, g, null, null, null, null],
  [b2c, 'b2c', null, b2c, null, null, null, null, null],
  // B2C on the login host.
  [`${entra}/tfp/${g}/${flow}/v2.0/`, 'b2c', 'public', login, g, null, flow, null, legacy],
  [`${entra}/TFP/${g}/${flow}/v2.0/`, 'b2c', 'public', login, g, null, flow, null, legacy],
  [`${entra}/te/${g}/${flow}/v2.0/`, 'b2c', 'public', login, g, null, flow, null, legacy],
  [`${entra}/te/${g}/SignIn/v2.0/`, 'b2c', 'public', login, g, null, 'SignIn', null, `${entra}/tfp/${g}/SignIn/v2.0${end}`],
  [`${entra}/${g}/${flow}/v2.0/`, 'b2c', 'public', login, g, null, flow, null, legacy],
  [
    `${entra}/${g}/b2c_1a_signin/v2.0/`,
    'b2c',
    'public',
    login,
    g,
    null,
    'b2c_1a_signin',
    null,
    `${entra}/tfp/${g}/b2c_1a_signin/v2.0${end}`,
  ],
  [`${entra}/${g}/v2.0${end}?p=${flow}`, 'b2c', 'public', login, g, null, flow, null, legacy],
  [`${entra}/${g}/oauth2/v2.0/token?x=1&p=${flow}`, 'b2c', 'public', login, g, null, flow, null, legacy],
  [`${entra}/tfp/${g}`, 'b2c', 'public', login, g, null, null, null, null],
  [`${entra}/tfp/${g}/v2.0/`, 'b2c', 'public', login, g, null, null, null, null],
  [`${entra}/tfp`, 'b2c', 'public', login, null, null, null, null, null],
  // A custom domain of B2C.
  [`https://login.contoso.com/tfp/${g}/${flow}/v2.0/`, 'other', null, 'login.contoso.com', g, null, flow, null, null],
  [`https://login.contoso.com/${g}/${flow}/v2.0/`, 'other', null, 'login.contoso.com', g, null, flow, null, null],
  [`https://login.contoso.com/te/${g}/x`, 'other', null, 'login.contoso.com', 'te', null, null, null, null],
  // No Microsoft host, whatever it looks like.
  ['https://{{host}}/x/v2.0', 'other', null, '{{host}}', 'x', null, null, null, null],
  [`https://${login}:8443/${g}/v2.0`, 'other', null, `${login}:8443`, g, null, null, null, null],
  [`https://${login}.evil.com/${g}/v2.0`, 'other', null, `${login}.evil.com`, g, null, null, null, null],
  [`https://evil.com\\@x.ciamlogin.com/${g}/v2.0`, 'other', null, 'evil.com\\@x.ciamlogin.com', g, null, null, null, null],
  [`https://x@${login}/${g}/v2.0`, 'other', null, `x@${login}`, g, null, null, null, null],
  [`https://.ciamlogin.com/${g}/v2.0`, 'other', null, '.ciamlogin.com', g, null, null, null, null],
  [`https://ciamlogin.com/${g}`, 'other', null, 'ciamlogin.com', g, null, null, null, null],
  ['https://accounts.google.com', 'other', null, 'accounts.google.com', null, null, null, null, null],
  [`https://accounts.google.com${end}`, 'other', null, 'accounts.google.com', null, null, null, null, null],
  [`${entra}/v2.0${end}`, 'workforce', 'public', login, null, null, null, null, null],
  [b2cName, 'other', null, b2cName, null, null, null, null, null],
  [g, 'other', null, g, null, null, null, null, null],
  ['organizations', 'other', null, 'organizations', null, null, null, null, null],
  ['{{tenant}}', 'other', null, '{{tenant}}', null, null, null, null, null],
  ['', 'other', null, '', null, null, null, null, null],
  ['not an address', 'other', null, 'not an address', null, null, null, null, null],
  // What would be resolved or decoded before anybody reads it names no tenant.
  [`${entra}/${g}/../${lower}/v2.0`, 'workforce', 'public', login, null, null, null, null, null],
  [`${entra}/%31/v2.0`, 'workforce', 'public', login, null, null, null, null, null],
  [`${entra}/a b/v2.0`, 'workforce', 'public', login, null, null, null, null, null],
];

describe('an address of the identity platform', () => {
  it.each(rows)('%s', (address, family, cloud, host, tenant, version, userFlow, issuer, configuration) => {
    const read = readAddress(address);
    expect({
      family: read.family,
      cloud: read.cloud?.name ?? null,
      host: read.host,
      tenant: read.tenant,
      version: read.version,
      userFlow: read.userFlow,
      issuer: issuerOf(read),
      configuration: configurationOf(read),
    }).toEqual({ family, cloud, host, tenant, version, userFlow, issuer, configuration });
  });

  it('is read again from what is written of it', () => {
    for (const [address, , , , tenant, version, userFlow] of rows) {
      const written = configurationOf(readAddress(address));
      if (written !== null) expect(readAddress(written)).toMatchObject({ tenant, version, userFlow });
    }
  });

  it('knows the cloud of every host, and no host has two', () => {
    const hosts = clouds.flatMap(({ name, loginHosts, issuerHostsV1 }) => [...loginHosts, ...issuerHostsV1].map(host => ({ name, host })));
    expect(new Set(hosts.map(({ host }) => host)).size).toBe(hosts.length);
    for (const { name, host } of hosts) {
      expect(readAddress(`https://${host}/${g}/v2.0`)).toMatchObject({ family: 'workforce', cloud: { name }, host, version: 2 });
    }
  });

  it('reads any number of braces', () => {
    const read = readAddress(`https://login.microsoftonline.com/${'{{a}}'.repeat(5000)}/v2.0`);
    expect(read.tenant).toBe('{{a}}'.repeat(5000));
    expect(readAddress('${'.repeat(100_000)).family).toBe('other');
  });
});

describe('the documented issuer', () => {
  it.each([
    [`${v2}${end}`, v2],
    [`${v2}${end}?appid=x`, v2],
    [`HTTPS://LOGIN.microsoftonline.com:443/${upper}/v2.0${end}`, `${entra}/${lower}/v2.0`],
    [`${entra}/${g}${end}`, v1],
    [`${entra}/consumers/v2.0${end}`, `${entra}/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0`],
    [`${ciam}/${g}/v2.0${end}`, `${ciam}/${g}/v2.0`],
    // Not letter by letter such a document's address.
    [v2, null],
    [`${entra}/${g}/V2.0${end}`, null],
    [`${v2}${end}/`, null],
    [`${entra}//${g}/v2.0${end}`, null],
    [`http://${login}/${g}/v2.0${end}`, null],
    [`${entra}/Common/v2.0${end}`, null],
    // The document alone tells.
    [`${ciam}/${g}${end}`, null],
    [`${entra}/contoso.onmicrosoft.com${end}`, null],
    [`https://login.windows.net/${g}${end}`, null],
    [`${v2}${end}?p=${flow}`, null],
    [legacy, null],
  ])('%s', (address, issuer) => {
    expect(findDocumentedIssuer(address)).toBe(issuer);
  });
});

describe('where an issuer serves its own document', () => {
  it.each([
    [v1, `${entra}/${g}${end}`],
    [v2, `${v2}${end}`],
    [`${ciam}/${g}/`, `${ciam}/${g}/v2.0${end}`],
    [`https://contoso.ciamlogin.com/${upper}/v2.0`, `https://${lower}.ciamlogin.com/${lower}/v2.0${end}`],
    [`${entra}/tfp/${g}/${flow}/v2.0/`, null],
    [`${entra}/${g}/${flow}/v2.0/`, null],
    [`${entra}/${g}/v2.0/foo`, null],
    [`https://${b2c}/${g}/v2.0/`, null],
    [`https://login.contoso.com/${g}/v2.0`, null],
    [`https://user:secret@${login}/${g}/v2.0`, null],
    [`http://${login}/${g}/v2.0`, null],
  ])('%s', (issuer, address) => {
    expect(findIssuerAddress(issuer)).toBe(address);
  });
});
