import { expect, test } from 'vitest';
import { explainError } from '../../../src/core/index.js';

const tenant = '7be0a9d3-5c24-4f8e-a1d6-6f5e4d3c2b1a';
const api = '4a6d8e02-77c1-4b39-9f0e-1d2c3b4a5968';

/** Texts as people paste them, of kinds that public threads have: who answered, which check, and what the first cures say. */
const texts: readonly (readonly [text: string, who: string, check: string | null, says: RegExp])[] = [
  [
    `{"source":"validate-jwt","reason":"TokenAudienceNotAllowed","message":"IDX10214: Audience validation failed. Audiences: 'api://${api}'. Did not match: validationParameters.ValidAudience: 'null' or validationParameters.ValidAudiences: '${api}'."}`,
    'policy',
    'audience',
    /audience/i,
  ],
  [
    `IDX10214: Audience validation failed. Audiences: '00000003-0000-0000-c000-000000000000'. Did not match: validationParameters.ValidAudience: 'null' or validationParameters.ValidAudiences: '${api}'.`,
    'policy',
    'audience',
    /Graph/,
  ],
  [
    `JWT Validation Failed: IDX10205: Issuer validation failed. Issuer: 'https://sts.windows.net/${tenant}/'. Did not match: validationParameters.ValidIssuer: 'null' or validationParameters.ValidIssuers: 'https://login.microsoftonline.com/${tenant}/v2.0'.`,
    'policy',
    'issuer',
    /version/,
  ],
  [
    `JWT Validation Failed: IDX10205: Issuer validation failed. Issuer: 'https://login.microsoftonline.com/${tenant}/v2.0'. Did not match: validationParameters.ValidIssuers: 'https://sts.windows.net/${tenant}/'.`,
    'policy',
    'issuer',
    /v2\.0|version/,
  ],
  [
    `IDX10205: Issuer validation failed. Issuer: 'https://shop.eu.auth0.com/'. Did not match: validationParameters.ValidIssuers: 'https://shop.eu.auth0.com'.`,
    'policy',
    'issuer',
    /slash/,
  ],
  [
    `IDX40001: Issuer: 'https://${tenant}.ciamlogin.com/${tenant}/v2.0', does not match any of the valid issuers provided for this application.`,
    'policy',
    'issuer',
    /External ID/,
  ],
  [
    `IDX40001: Issuer: 'https://shop.b2clogin.com/${tenant}/v2.0/', does not match any of the valid issuers provided for this application.`,
    'policy',
    'issuer',
    /B2C/,
  ],
  [
    `IDX40002: Microsoft.IdentityModel does not support a B2C issuer with 'tfp' in the URI. See https://aka.ms/ms-id-web/b2c-issuer for details.`,
    'policy',
    'issuer',
    /validate-jwt/,
  ],
  [
    `IDX10503: Signature validation failed. Token does not have a kid. Keys tried: 'System.Text.StringBuilder'.`,
    'policy',
    'signature',
    /key/,
  ],
  [
    `IDX10501: Signature validation failed. Unable to match key: kid: 'abc'. Exceptions caught: ''. token: '[PII]'.`,
    'policy',
    'signature',
    /key/,
  ],
  ['IDX10511: Signature validation failed. Keys tried: x. kid: abc. Exceptions caught: none.', 'policy', 'signature', /signature|key/],
  [
    'IDX10500: Signature validation failed. No security keys were provided to validate the signature.',
    'policy',
    'signature',
    /openid-config/,
  ],
  ["IDX10504: Unable to validate signature, token does not have a signature: 'x'.", 'policy', 'signature', /sign/],
  [
    "IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '11/28/2026 08:00:00', Current time (UTC): '11/28/2026 09:00:00'.",
    'policy',
    'lifetime',
    /new|renew/,
  ],
  [
    "IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '11/28/2026 09:05:00', Current time (UTC): '11/28/2026 09:00:00'.",
    'policy',
    'lifetime',
    /clock/,
  ],
  [
    "IDX10225: Lifetime validation failed. The token is missing an Expiration Time. Tokentype: 'JsonWebToken'.",
    'policy',
    'lifetime',
    /exp/,
  ],
  ['IDX12741: JWT must have three segments (JWS) or five segments (JWE).', 'policy', 'form', /token/],
  [
    "IDX20803: Unable to obtain configuration from: 'https://idp.shop.example/.well-known/openid-configuration'.",
    'policy',
    'signature',
    /gateway/,
  ],
  ['IDX10609: Decryption failed. No Keys tried: token: x.', 'policy', 'form', /encrypt|decrypt/i],
  ['Claim value mismatch: scp=orders.read.', 'policy', 'claims', /scp/],
  ['Claim value mismatch: aud=api://orders.', 'policy', 'claims', /aud/],
  [
    '{"reason":"TokenClaimNotFound","source":"validate-jwt","message":"JWT (token) is missing the following claims: roles. Access denied."}',
    'policy',
    'claims',
    /roles/,
  ],
  ['{ "statusCode": 401, "message": "JWT not present." }', 'policy', 'source', /Authorization/],
  ['{ "statusCode": 401, "message": "Azure AD JWT not present." }', 'policy', 'source', /Authorization/],
  [
    '{"statusCode":401,"message":"Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."}',
    'gateway',
    null,
    /Ocp-Apim-Subscription-Key/,
  ],
  [
    `AADSTS500011: The resource principal named api://orders was not found in the tenant named ${tenant}.`,
    'token-request',
    null,
    /resource|Application ID URI/,
  ],
  [
    `AADSTS65001: The user or administrator has not consented to use the application with ID '${api}' named 'shop'.`,
    'token-request',
    null,
    /consent/,
  ],
  ['AADSTS7000215: Invalid client secret provided.', 'token-request', null, /value/],
  [
    `AADSTS501051: Application '${api}'(shop) is not assigned to a role for the application 'api://orders'(orders).`,
    'token-request',
    null,
    /role/,
  ],
  [
    'AADSTS70011: The provided request must include a scope input parameter. The scope orders.read/.default is not valid.',
    'token-request',
    null,
    /\.default/,
  ],
  [
    'AADSTS50105: Your administrator has configured the application orders to block users unless they are specifically granted access.',
    'token-request',
    null,
    /Assign/,
  ],
  [
    '{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}',
    'backend',
    null,
    /Graph/,
  ],
  ['{"error":{"code":"PermissionDenied","message":"Principal does not have access to API/Operation."}}', 'backend', null, /role/],
  ['AKV10022: Invalid audience. Expected https://vault.azure.net, found: api://orders.', 'backend', null, /vault\.azure\.net/],
];

test.each(texts)('%s', (text, who, check, says) => {
  const [first] = explainError(text);
  if (first === undefined) throw new Error('not recognised');
  expect([first.answeredBy.kind, first.check]).toEqual([who, check]);
  expect([first.explanation, ...first.cures].join('\n')).toMatch(says);
});
