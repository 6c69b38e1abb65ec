import type { AnswerSentences } from '../answer-sentences.js';

/** The codes of a token request that are about the API asked for: scope, resource, consent, on-behalf-of. The first cure also stands in the first line. */
export const aadstsApiSentences = {
  'code-scope': {
    says: 'The scope is wrong or empty when the code is redeemed.',
    cures: ['Write the scope as {Application ID URI of the API}/{scope}.'],
  },
  'resource-disabled': {
    says: 'The requested API is unknown in the tenant, or disabled.',
    cures: ["Check the Application ID URI in the request against the API's registration, and that its enterprise application is enabled."],
  },
  'resource-unknown': {
    says: "The tenant has no API with this name: the Application ID URI is misspelt, the API's app belongs to another tenant, or it has no service principal (enterprise application) here.",
    cures: [
      "Write the Application ID URI exactly as in the API's registration, or just its client id, in the scope of the request or resource of authentication-managed-identity.",
      'For an API of another tenant: create its enterprise application here (admin consent, or az ad sp create --id {client id of the API}).',
    ],
  },
  'no-consent': {
    says: 'Nobody has consented to this client calling this API.',
    cures: [
      'Grant consent for the client and this API: the user, or an administrator for all.',
      'Or list the client under "Authorized client applications" of the API (Expose an API).',
    ],
  },
  'permission-not-listed': {
    says: "The client's registration does not list a permission of this API.",
    cures: ["Add the API's scope or app role to the API permissions of the client, and grant consent."],
  },
  'no-service-principal': {
    says: 'The organisation has no service principal (enterprise application) of this API.',
    cures: ['Have an administrator add it: admin consent, or az ad sp create --id {client id of the API}.'],
  },
  'scope-unknown': {
    says: 'The API has no scope with this name. If the text names the resource 00000003-0000-0000-c000-000000000000, the scope had no API before it, so Microsoft Graph was asked.',
    cures: [
      'Write the Application ID URI of the API before the scope: api://{client id of the API}/{scope}.',
      'Or add the scope to the API (Expose an API).',
    ],
  },
  'resource-removed': {
    says: "The API's registration was removed.",
    cures: ['Restore it, or ask for the API that replaced it; then change the audience in the policy.'],
  },
  'two-resources': {
    says: 'One request asks for scopes of two APIs.',
    cures: ['Ask for the scopes of one API in each request; Microsoft Graph needs a request of its own.'],
  },
  'scope-without-resource': {
    says: 'The scope does not say which API it belongs to.',
    cures: ['Write the Application ID URI of the API before the scope, or {Application ID URI}/.default.'],
  },
  'scope-invalid': {
    says: 'The scope is not valid: .default together with other names, the syntax of the other endpoint, or a missing slash.',
    cures: [
      'Ask for {Application ID URI of the API}/.default alone; without a user nothing else is allowed.',
      'An Application ID URI that ends with a slash needs both: api://contoso//.default.',
    ],
  },
  'own-token': {
    says: 'An app asks for a token for itself by its Application ID URI.',
    cures: ['Ask with its client id: {client id}/.default. API and client should be two separate apps.'],
  },
  'admin-consent': {
    says: 'An administrator must agree to these permissions.',
    cures: ['Have an administrator grant consent for the client; then ask for a new token.'],
  },
  'resource-not-supported': {
    says: 'The version 2.0 endpoint does not accept the parameter resource.',
    cures: ['Send scope instead of resource: {Application ID URI of the API}/.default.'],
  },
  'resource-against-scope': {
    says: 'MCP clients send the address of the server as resource; Entra requires it to be the API of the scope.',
    cures: [
      "Make the address of the MCP server, without a slash at the end, the Application ID URI of the API's registration.",
      'Or leave out the parameter resource, if the client or a proxy in front of Entra can.',
    ],
  },
  'assertion-refused': {
    says: 'On behalf of: Entra refuses the assertion, because it has expired, is malformed, or is from another issuer.',
    cures: ["Send the access token that the API got, not an ID token, to the endpoint of the token's own tenant and version."],
  },
  'assertion-invalid': {
    says: 'The assertion JWT is refused because of its issuer, audience, lifetime or claims.',
    cures: ['Decode the assertion, not the token for the API: iss, sub and aud must be what this grant requires, and exp in the future.'],
  },
  'assertion-audience': {
    says: 'On behalf of: the assertion is not for the app that sends it.',
    cures: ["Have the client ask for the middle tier's own scope: the token's aud must be the app that makes the on-behalf-of request."],
  },
  'assertion-expired': {
    says: 'On behalf of: the assertion has expired or is not valid yet.',
    cures: ['Send the middle tier a fresh token, and do not keep it beyond its expiry.'],
  },
  'assertion-id-token': {
    says: 'An ID token was sent instead of an access token.',
    cures: ['Send the access token that the client got for the API.'],
  },
  'mapped-claims': {
    says: 'The app maps claims, and has neither a signing key of its own nor an audience that allows acceptMappedClaims.',
    cures: [
      'Give the app its own signing key, or use an Application ID URI of its client id or of a verified domain with acceptMappedClaims.',
      'With its own key the openid-config of the policy needs ?appid={client id of the API} at its end.',
    ],
  },
} satisfies Readonly<Record<string, AnswerSentences>>;
