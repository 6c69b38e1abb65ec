import type { Provider } from './provider.js';

const claims = 'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference';
const tokens = 'https://learn.microsoft.com/entra/identity-platform/access-tokens';

/** Issuers of Microsoft. Their addresses are read by `microsoft/read-address`, which knows the clouds; the patterns here are those of the public one. */
export const microsoftProviders: readonly Provider[] = [
  {
    name: 'entra',
    title: 'Microsoft Entra ID',
    issuer: {
      value: {
        form: 'https://login.microsoftonline.com/{tenant id}/v2.0 or https://sts.windows.net/{tenant id}/',
        pattern: /^https:\/\/(?:login\.microsoftonline\.com\/[0-9a-f-]{36}\/v2\.0|sts\.windows\.net\/[0-9a-f-]{36}\/)$/,
      },
      certainty: 'documented',
      source: claims,
    },
    document: {
      value: 'https://login.microsoftonline.com/{tenant id}/v2.0/.well-known/openid-configuration, or without /v2.0 for version 1',
      certainty: 'documented',
      source: tokens,
    },
    clientClaims: { value: ['azp', 'appid'], certainty: 'documented', source: claims },
    askAudience: {
      certainty: 'documented',
      source: tokens,
    },
    noAudience: null,
    scopes: { value: { claim: 'scp', form: 'text' }, certainty: 'documented', source: claims },
    roles: { value: [{ claim: 'roles', form: 'list' }], certainty: 'documented', source: claims },
    opaque: ['entra-code-or-refresh', 'microsoft-account'],
    marks: [],
  },
  {
    name: 'external-id',
    title: 'Microsoft Entra External ID',
    issuer: {
      value: {
        form: 'https://{tenant id}.ciamlogin.com/{tenant id}/v2.0',
        pattern: /^https:\/\/[0-9a-f-]{36}\.ciamlogin\.com\/[0-9a-f-]{36}\/(?:v2\.0)?$/,
      },
      certainty: 'documented',
      source: 'https://learn.microsoft.com/entra/identity-platform/security-tokens',
    },
    document: {
      value: 'https://{tenant id}.ciamlogin.com/{tenant id}/v2.0/.well-known/openid-configuration',
      certainty: 'documented',
      source: 'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
    },
    clientClaims: { value: ['azp', 'appid'], certainty: 'documented', source: claims },
    askAudience: {
      certainty: 'documented',
      source: tokens,
    },
    noAudience: null,
    scopes: { value: { claim: 'scp', form: 'text' }, certainty: 'documented', source: claims },
    roles: { value: [{ claim: 'roles', form: 'list' }], certainty: 'documented', source: claims },
    opaque: ['entra-code-or-refresh'],
    marks: [],
  },
  {
    name: 'b2c',
    title: 'Azure AD B2C',
    issuer: {
      value: {
        form: 'https://{tenant}.b2clogin.com/{tenant id}/v2.0/',
        pattern: /^https:\/\/[a-z0-9-]+\.b2clogin\.com\/(?:tfp\/)?[0-9a-f-]{36}\/(?:[\w-]+\/)?v2\.0\/$/i,
      },
      certainty: 'documented',
      source: 'https://learn.microsoft.com/azure/active-directory-b2c/tokens-overview',
    },
    document: {
      value: 'https://{tenant}.b2clogin.com/{tenant}.onmicrosoft.com/{user flow}/v2.0/.well-known/openid-configuration',
      certainty: 'documented',
      source: 'https://learn.microsoft.com/azure/active-directory-b2c/tokens-overview',
    },
    clientClaims: {
      value: ['azp'],
      certainty: 'documented',
      source: 'https://learn.microsoft.com/azure/active-directory-b2c/tokens-overview',
    },
    askAudience: {
      certainty: 'documented',
      source: 'https://learn.microsoft.com/azure/active-directory-b2c/access-tokens',
    },
    noAudience: null,
    scopes: {
      value: { claim: 'scp', form: 'text' },
      certainty: 'documented',
      source: 'https://learn.microsoft.com/azure/active-directory-b2c/access-tokens',
    },
    roles: { value: [], certainty: 'documented', source: 'https://learn.microsoft.com/azure/active-directory-b2c/tokens-overview' },
    opaque: ['b2c-code-or-refresh'],
    marks: [],
  },
  {
    name: 'ad-fs',
    title: 'AD FS',
    issuer: {
      value: { form: 'http://{federation service}/adfs/services/trust', pattern: /^https?:\/\/[^/\s]+\/adfs(?:\/services\/trust)?$/i },
      certainty: 'documented',
      source: '[MS-OIDCE]: access_token_issuer, https://learn.microsoft.com/openspecs/windows_protocols/ms-oidce',
    },
    document: {
      value: 'https://{federation service}/adfs/.well-known/openid-configuration',
      certainty: 'observed',
      source: 'recorded metadata of federation services',
    },
    clientClaims: { value: ['appid'], certainty: 'inferred', source: 'seen in decoded tokens; no list of claims is documented' },
    askAudience: {
      certainty: 'documented',
      source: 'https://django-auth-adfs.readthedocs.io: AUDIENCE',
    },
    foreignAudiences: { value: /^urn:microsoft:userinfo$/, certainty: 'observed', source: 'a report of IDX10214 behind AD FS' },
    noAudience: null,
    scopes: { value: { claim: 'scp', form: 'text' }, certainty: 'inferred', source: 'seen in decoded tokens' },
    roles: { value: [], certainty: 'inferred', source: 'roles come by issuance rules, under the name that the rule gives' },
    opaque: [],
    marks: [{ claims: { apptype: null, appid: null, authmethod: null } }],
  },
  {
    name: 'bot-framework',
    title: 'Bot Framework',
    issuer: {
      value: { form: 'https://api.botframework.com', pattern: /^https:\/\/api\.botframework\.com$/ },
      certainty: 'documented',
      source: 'https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication',
    },
    document: {
      value: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      certainty: 'documented',
      source: 'https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication',
    },
    clientClaims: { value: [], certainty: 'inferred', source: 'the token is for the bot that aud names' },
    askAudience: { certainty: 'inferred', source: 'aud is the id of the bot' },
    noAudience: null,
    scopes: { value: null, certainty: 'inferred', source: 'none seen in decoded tokens' },
    roles: { value: [], certainty: 'inferred', source: 'none seen in decoded tokens' },
    opaque: [],
    marks: [],
  },
];
