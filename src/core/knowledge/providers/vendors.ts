import type { Provider } from './provider.js';

const discovery = '{iss}/.well-known/openid-configuration';
const auth0 = 'https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles';
const okta = 'https://developer.okta.com/docs/reference/api/oidc';
const keycloakSample = 'decoded tokens of several releases';
const keycloakAudience = 'https://phasetwo.io: Keycloak Audience, measured on 26.8.1';
const cognito = 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html';
const google = 'https://developers.google.com/identity/gsi/web/guides/verify-google-id-token';
const firebase = 'firebase-admin 13.10.0, token-verifier.js';

/** Issuers that people rent. */
export const vendorProviders: readonly Provider[] = [
  {
    name: 'auth0',
    title: 'Auth0',
    issuer: {
      value: { form: 'https://{domain}/', pattern: /^https:\/\/[a-z0-9.-]+\.auth0\.com\/?$/i },
      certainty: 'documented',
      source: auth0,
    },
    document: { value: discovery, certainty: 'documented', source: auth0 },
    clientClaims: { value: ['azp', 'client_id'], certainty: 'documented', source: auth0 },
    askAudience: {
      certainty: 'documented',
      source: auth0,
    },
    foreignAudiences: { value: /^https:\/\/[^/]+\/userinfo$/, certainty: 'documented', source: auth0 },
    noAudience: {
      value: 'auth0',
      certainty: 'observed',
      source: 'https://github.com/auth0/nextjs-auth0/issues/1809',
    },
    scopes: { value: { claim: 'scope', form: 'text' }, certainty: 'documented', source: auth0 },
    roles: { value: [{ claim: 'permissions', form: 'list' }], certainty: 'documented', source: auth0 },
    opaque: ['encrypted'],
    marks: [{ claims: { sub: /@clients$/, gty: /^client-credentials$/ } }],
  },
  {
    name: 'okta',
    title: 'Okta',
    issuer: {
      value: {
        form: 'https://{domain}/oauth2/{server}; https://{domain} for the org authorization server',
        pattern: /^https:\/\/[a-z0-9.-]+\.(?:okta|oktapreview|okta-emea)\.com(?:\/oauth2\/[\w-]+)?$/i,
      },
      certainty: 'documented',
      source: 'https://developer.okta.com/docs/concepts/auth-servers',
    },
    issuerNotes: [
      {
        pattern: /^https:\/\/[^/]+\/?$/,
        note: {
          value: 'okta-org',
          certainty: 'documented',
          source: 'https://developer.okta.com/docs/concepts/auth-servers',
        },
      },
    ],
    document: { value: discovery, certainty: 'documented', source: okta },
    clientClaims: { value: ['cid'], certainty: 'documented', source: okta },
    askAudience: {
      certainty: 'documented',
      source: okta,
    },
    noAudience: null,
    scopes: { value: { claim: 'scp', form: 'list' }, certainty: 'documented', source: okta },
    roles: { value: [{ claim: 'groups', form: 'list' }], certainty: 'documented', source: okta },
    opaque: [],
    marks: [{ claims: { cid: null, uid: null } }, { claims: { cid: null, jti: /^AT\./ } }],
  },
  {
    name: 'keycloak',
    title: 'Keycloak',
    issuer: {
      value: { form: 'https://{host}/realms/{realm}', pattern: /^https?:\/\/[^\s]+\/realms\/[^/\s]+$/i },
      certainty: 'observed',
      source: keycloakSample,
    },
    document: { value: discovery, certainty: 'documented', source: 'https://www.keycloak.org/securing-apps/oidc-layers' },
    clientClaims: { value: ['azp'], certainty: 'observed', source: keycloakAudience },
    askAudience: {
      certainty: 'observed',
      source: keycloakAudience,
    },
    foreignAudiences: { value: /^account$/, certainty: 'observed', source: keycloakAudience },
    noAudience: {
      value: 'keycloak',
      certainty: 'observed',
      source: keycloakAudience,
    },
    scopes: { value: { claim: 'scope', form: 'text' }, certainty: 'observed', source: keycloakSample },
    roles: {
      value: [
        { claim: 'realm_access', form: 'object' },
        { claim: 'resource_access', form: 'object' },
      ],
      certainty: 'observed',
      source: keycloakSample,
    },
    opaque: [],
    marks: [{ claims: { realm_access: null } }, { claims: { resource_access: null } }],
  },
  {
    name: 'cognito',
    title: 'Amazon Cognito',
    issuer: {
      value: {
        form: 'https://cognito-idp.{region}.amazonaws.com/{user pool}',
        pattern: /^https:\/\/(?:issuer-)?cognito-idp\.[a-z0-9-]+\.amazonaws\.com\/[\w-]+$/i,
      },
      certainty: 'documented',
      source: cognito,
    },
    document: { value: discovery, certainty: 'documented', source: cognito },
    clientClaims: { value: ['client_id', 'aud'], certainty: 'documented', source: cognito },
    askAudience: {
      certainty: 'documented',
      source: cognito,
    },
    noAudience: {
      value: 'cognito',
      certainty: 'documented',
      source: cognito,
    },
    scopes: { value: { claim: 'scope', form: 'text' }, certainty: 'documented', source: cognito },
    roles: { value: [{ claim: 'cognito:groups', form: 'list' }], certainty: 'documented', source: cognito },
    opaque: [],
    marks: [{ claims: { token_use: /^(?:access|id)$/ } }],
  },
  {
    name: 'google',
    title: 'Google',
    issuer: {
      value: { form: 'https://accounts.google.com', pattern: /^(?:https:\/\/)?accounts\.google\.com$/ },
      certainty: 'documented',
      source: google,
    },
    issuerNotes: [
      {
        pattern: /^accounts\.google\.com$/,
        note: {
          value: 'google-without-scheme',
          certainty: 'documented',
          source: google,
        },
      },
    ],
    document: { value: 'https://accounts.google.com/.well-known/openid-configuration', certainty: 'documented', source: google },
    clientClaims: { value: ['azp', 'aud'], certainty: 'documented', source: google },
    askAudience: {
      certainty: 'documented',
      source: google,
    },
    noAudience: null,
    scopes: { value: null, certainty: 'documented', source: google },
    roles: { value: [], certainty: 'documented', source: google },
    opaque: ['google'],
    marks: [],
  },
  {
    name: 'firebase',
    title: 'Firebase',
    issuer: {
      value: {
        form: 'https://securetoken.google.com/{project}',
        pattern: /^https:\/\/(?:securetoken|session\.firebase)\.google\.com\/[a-z0-9-]+$/i,
      },
      certainty: 'documented',
      source: firebase,
    },
    document: { value: discovery, certainty: 'inferred', source: 'the addresses in the documentation hold certificates, no key set' },
    clientClaims: { value: [], certainty: 'documented', source: firebase },
    askAudience: {
      certainty: 'documented',
      source: firebase,
    },
    noAudience: null,
    scopes: { value: null, certainty: 'documented', source: firebase },
    roles: { value: [], certainty: 'documented', source: 'custom claims, under the names that the project gives them' },
    opaque: [],
    marks: [{ claims: { firebase: null } }],
  },
  {
    name: 'pingone',
    title: 'PingOne',
    issuer: {
      value: { form: 'https://auth.pingone.com/{environment}/as', pattern: /^https:\/\/auth\.pingone\.[a-z.]+\/[0-9a-f-]{36}\/as$/i },
      certainty: 'observed',
      source: 'decoded tokens of 2026',
    },
    document: { value: discovery, certainty: 'inferred', source: 'the address follows from OpenID Connect Discovery' },
    clientClaims: { value: ['client_id'], certainty: 'observed', source: 'decoded tokens of 2026' },
    askAudience: {
      certainty: 'inferred',
      source: 'with openid alone the token is for PingOne itself',
    },
    noAudience: null,
    scopes: { value: { claim: 'scope', form: 'text' }, certainty: 'observed', source: 'decoded tokens of 2026' },
    roles: { value: [], certainty: 'documented', source: 'by attribute mapping' },
    opaque: [],
    marks: [],
  },
  {
    name: 'salesforce',
    title: 'Salesforce',
    issuer: {
      value: {
        form: 'the address of the org or site',
        pattern: /^https:\/\/[a-z0-9.-]+\.(?:my\.salesforce|salesforce|my\.site|force)\.com(?:\/[\w-]+)?$/i,
      },
      certainty: 'observed',
      source: 'tests of the Salesforce mobile SDK',
    },
    document: { value: discovery, certainty: 'observed', source: 'a public gateway project' },
    clientClaims: { value: ['client_id'], certainty: 'observed', source: 'tests of the Salesforce mobile SDK' },
    askAudience: {
      certainty: 'observed',
      source: 'tests of the Salesforce mobile SDK',
    },
    noAudience: null,
    scopes: { value: { claim: 'scp', form: 'text' }, certainty: 'observed', source: 'tests of the Salesforce mobile SDK' },
    roles: { value: [{ claim: 'roles', form: 'list' }], certainty: 'observed', source: 'tests of the Salesforce mobile SDK' },
    opaque: ['salesforce'],
    marks: [{ header: { tty: /^sfdc-core-token$/ } }],
  },
  {
    name: 'sap-ias',
    title: 'SAP Cloud Identity Services',
    issuer: {
      value: { form: 'https://{tenant}.accounts.ondemand.com', pattern: /^https:\/\/[a-z0-9-]+\.accounts(?:400)?\.ondemand\.com$/i },
      certainty: 'documented',
      source: '@sap/xssec 4.15.0, IdentityServiceToken.js',
    },
    document: { value: discovery, certainty: 'documented', source: '@sap/xssec 4.15.0' },
    clientClaims: { value: ['azp'], certainty: 'documented', source: '@sap/xssec 4.15.0' },
    askAudience: {
      certainty: 'inferred',
      source: 'no page found that says it',
    },
    noAudience: null,
    scopes: { value: null, certainty: 'documented', source: '@sap/xssec 4.15.0' },
    roles: { value: [{ claim: 'groups', form: 'list' }], certainty: 'documented', source: '@sap/xssec 4.15.0' },
    opaque: [],
    marks: [{ claims: { ias_iss: null } }, { claims: { app_tid: null, scim_id: null } }],
  },
  {
    name: 'xsuaa',
    title: 'SAP XSUAA',
    issuer: {
      value: {
        form: 'https://{subaccount}.authentication.{region}.hana.ondemand.com/oauth/token',
        pattern: /^https?:\/\/[a-z0-9.-]+\.authentication\.[a-z0-9.-]*hana\.ondemand\.com(?:\/oauth\/token)?$/i,
      },
      certainty: 'inferred',
      source: 'the exact issuer is not documented',
    },
    document: { value: null, certainty: 'documented', source: '@sap/xssec 4.15.0: the keys are at {uaa domain}/token_keys' },
    clientClaims: { value: ['cid', 'client_id'], certainty: 'documented', source: '@sap/xssec 4.15.0' },
    askAudience: {
      certainty: 'documented',
      source: '@sap/xssec 4.15.0, XsuaaService.js',
    },
    noAudience: {
      value: 'xsuaa',
      certainty: 'documented',
      source: '@sap/xssec 4.15.0, XsuaaService.js',
    },
    scopes: { value: { claim: 'scope', form: 'list' }, certainty: 'documented', source: '@sap/xssec 4.15.0' },
    roles: { value: [{ claim: 'xs.user.attributes', form: 'object' }], certainty: 'documented', source: '@sap/xssec 4.15.0' },
    opaque: [],
    marks: [{ claims: { zid: null, cid: null } }, { claims: { 'xs.user.attributes': null } }],
  },
];
