// Why a gateway answers 401, as users met it: issuers, keys and metadata.
import { tenant, externalId, workforce, version1, text, tenantIssuer, issuer, unknownKey, wrongKey, type Symptom } from './symptom.js';

export const symptomsOfIssuer: readonly Symptom[] = [
  {
    row: 1,
    symptom: 'an External ID token at validate-azure-ad-token',
    fixtures: ['external-id-unsupported/story', 'external-id-unsupported/verified', 'external-id-unsupported/version-2'],
    texts: [text('IDX40001', 'issuer', /External ID.*validate-jwt/s, tenantIssuer(`${externalId}/`))],
  },
  {
    row: 2,
    symptom: 'the issuer was made up from the name of the tenant',
    fixtures: ['issuer-mismatch/external-id-name'],
    texts: [
      text(
        'IDX10205',
        'issuer',
        /tenant's id as its host.*from the metadata/s,
        issuer(`${externalId}/v2.0`, `https://contoso.ciamlogin.com/${tenant}/v2.0`),
      ),
    ],
  },
  {
    row: 3,
    symptom: 'metadata that could not be fetched, reported as a wrong issuer',
    fixtures: ['metadata-unreachable/not-found'],
    texts: [
      text(
        'IDX40001 IDX20803 IDX20804',
        'issuer',
        /could not be fetched/,
        `${tenantIssuer(workforce)}\r\n ---> System.InvalidOperationException: IDX20803: Unable to obtain configuration from: '${workforce}/.well-known/openid-configuration'. Exception: 'System.IO.IOException: IDX20804: Unable to retrieve document from: '${workforce}/.well-known/openid-configuration'.'`,
      ),
    ],
  },
  {
    row: 4,
    symptom: 'an External ID token with the keys of the workforce endpoint',
    fixtures: ['signing-key-not-found/external-id-keys', 'issuer-mismatch/external-id-with-workforce-metadata'],
    texts: [text('IDX10503', 'signature', /External ID tenant publishes its keys at ciamlogin/, unknownKey)],
  },
  {
    row: 5,
    symptom: 'version 1 against version 2',
    fixtures: [
      'token-version/version-1',
      'token-version/version-2',
      'issuer-mismatch/workforce-version-1',
      'issuer-mismatch/workforce-version-2',
    ],
    texts: [
      text('IDX10205', 'issuer', /Add \/v2\.0 to the openid-config/, issuer(workforce, version1)),
      text('IDX10205', 'issuer', /Remove \/v2\.0.*requestedAccessTokenVersion/s, issuer(version1, workforce)),
    ],
  },
  {
    row: 6,
    symptom: 'issuers that differ by the last slash',
    fixtures: ['issuer-mismatch/slash'],
    texts: [
      text(
        'IDX10205',
        'issuer',
        /only in the final slash, which counts/,
        issuer('https://sts.windows.net/x', 'https://sts.windows.net/x/'),
      ),
    ],
  },
  {
    row: 7,
    symptom: 'metadata of common or organizations',
    fixtures: ['issuer-mismatch/common-template', 'any-tenant/common', 'any-tenant/organizations'],
    texts: [
      text(
        'IDX10205',
        'issuer',
        /template.*disputed: list the issuers.*claim tid/s,
        issuer(workforce, 'https://login.microsoftonline.com/{tenantid}/v2.0'),
      ),
    ],
  },
  {
    row: 8,
    symptom: 'B2C: another host or user flow',
    fixtures: ['issuer-mismatch/b2c-other-host', 'issuer-mismatch/b2c-user-flow-in-issuer'],
    texts: [
      text(
        'IDX10205',
        'issuer',
        /same user flow, on the same host/,
        issuer(`https://contoso.b2clogin.com/${tenant}/v2.0/`, `https://login.microsoftonline.com/${tenant}/v2.0/`),
      ),
      text(
        'IDX10205',
        'issuer',
        /each user flow then has its own issuer/,
        issuer(`https://contoso.b2clogin.com/tfp/${tenant}/b2c_1_x/v2.0/`, `https://contoso.b2clogin.com/${tenant}/v2.0/`),
      ),
    ],
  },
  {
    row: 9,
    symptom: "B2C's 'tfp' issuer at validate-azure-ad-token",
    fixtures: ['b2c-unsupported/user-flow-in-issuer', 'b2c-unsupported/token'],
    texts: [
      text(
        'IDX40002',
        'issuer',
        /Use validate-jwt/,
        "IDX40002: Microsoft.IdentityModel does not support a B2C issuer with 'tfp' in the URI. See https://aka.ms/ms-id-web/b2c-issuer for details. ",
      ),
    ],
  },
  {
    row: 10,
    symptom: 'a national cloud',
    fixtures: ['issuer-mismatch/national-cloud', 'issuer-mismatch/national-cloud-endpoint'],
    texts: [
      text('IDX10205', 'issuer', /21Vianet.*authentication-endpoint/s, issuer(`https://sts.chinacloudapi.cn/${tenant}/`, workforce)),
      text(
        'IDX40001',
        'issuer',
        /21Vianet.*login\.partner\.microsoftonline\.cn/s,
        tenantIssuer(`https://login.partner.microsoftonline.cn/${tenant}/v2.0`),
      ),
    ],
  },
  {
    row: 11,
    symptom: 'no key of that name: another tenant, changed keys, an app with its own keys',
    fixtures: ['signing-key-not-found/rolled', 'signing-key-not-found/no-kid'],
    texts: [
      text('IDX10503', 'signature', /\?appid=.*every five minutes/s, unknownKey),
      text(
        'IDX10501',
        'signature',
        /metadata of the token's own issuer/,
        "JWT Validation Failed: IDX10501: Signature validation failed. Unable to match key: \nkid: 'key-1'. \nNumber of keys in TokenValidationParameters: '6'. \nNumber of keys in Configuration: '0'. \nExceptions caught:\n ''. \ntoken: '{}'..",
      ),
    ],
  },
  {
    row: 12,
    symptom: 'a token for Microsoft Graph',
    fixtures: ['graph-token/nonce', 'graph-token/without-metadata', 'graph-token/issuer-of-another-tenant'],
    texts: [text('IDX10511', 'signature', /Microsoft Graph.*a token for this API/s, wrongKey)],
  },
  {
    row: 13,
    symptom: 'a token that was changed or cut',
    fixtures: ['signature-invalid/tampered', 'signature-invalid/other-key-same-name'],
    texts: [text('IDX10511', 'signature', /altered or cut off.*Copy the whole token again/s, wrongKey)],
  },
  {
    row: 14,
    symptom: 'no keys',
    fixtures: ['no-keys/nothing', 'metadata-invalid/no-keys'],
    texts: [
      text(
        'IDX10500',
        'signature',
        /Add the issuer's openid-config/,
        'IDX10500: Signature validation failed. No security keys were provided to validate the signature.',
      ),
    ],
  },
  {
    row: 15,
    symptom: 'an algorithm that the gateway does not take',
    fixtures: ['signature-algorithm-unsupported/rs384'],
    texts: [
      text(
        'IDX10503 IDX10634',
        'signature',
        /Gateways accept ES256 since the release of August 2024/,
        `${unknownKey.replace("caught:\n ''", "caught:\n 'System.NotSupportedException: IDX10634: Unable to create the SignatureProvider.\nAlgorithm: 'ES256', SecurityKey: 'Microsoft.IdentityModel.Tokens.RsaSecurityKey'\n is not supported.'")}`,
      ),
    ],
  },
  {
    row: 16,
    symptom: 'a certificate where a shared secret belongs',
    fixtures: ['certificate-as-key/base64'],
    texts: [
      text(
        'IDX10634',
        'signature',
        /shared secret.*certificate-id, or n and e/s,
        "System.NotSupportedException: IDX10634: Unable to create the SignatureProvider. Algorithm: 'RS256', SecurityKey: 'Microsoft.IdentityModel.Tokens.SymmetricSecurityKey' is not supported.",
      ),
    ],
  },
  {
    row: 17,
    symptom: 'no signature',
    fixtures: ['token-unsigned/none', 'token-malformed/cut-off'],
    texts: [
      text(
        'IDX10504',
        'signature',
        /no signature.*require-signed-tokens/s,
        "IDX10504: Unable to validate signature, token does not have a signature: 'hidden'.",
      ),
    ],
  },
  {
    row: 18,
    symptom: 'the gateway cannot fetch the metadata',
    fixtures: [
      'metadata-unreachable/not-found',
      'metadata-invalid/no-configuration',
      'openid-config-url/authority',
      'openid-config-url/authorize-endpoint',
    ],
    texts: [
      text(
        'IDX20803 IDX20807',
        'signature',
        /The address is 'https:\/\/idp\.internal\/.*self-hosted gateway/s,
        "System.InvalidOperationException: IDX20803: Unable to obtain configuration from: 'https://idp.internal/.well-known/openid-configuration'. ---> System.IO.IOException: IDX20807: Unable to retrieve document from: 'https://idp.internal/.well-known/openid-configuration'. HttpResponseMessage: 'StatusCode: 404', HttpResponseMessage.Content: ''.",
      ),
      text(
        'IDX20805',
        'signature',
        /for information only/,
        "IDX20805: Obtaining information from metadata endpoint: 'https://idp.internal/'.",
      ),
    ],
  },
  {
    row: 19,
    symptom: 'an openid-config that is not https',
    fixtures: ['openid-config-url/http'],
    texts: [
      text(
        'IDX20108',
        'signature',
        /Write an https address/,
        "IDX20108: The address specified 'http://idp.example/.well-known/openid-configuration' is not valid as per HTTPS scheme. Please specify an https address for security reasons.",
      ),
    ],
  },
];
