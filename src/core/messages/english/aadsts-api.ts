import type { AnswerSentences } from '../answer-sentences.js';

/** The codes of a token request that are about the API asked for: scope, resource, consent, on-behalf-of. The first cure also stands in the first line. */
export const aadstsApiSentences = {
  'code-scope': {
    says: 'The scope is wrong or empty where the code is redeemed.',
    cures: ['Write the scope as {Application ID URI of the API}/{scope}.'],
  },
  'resource-disabled': {
    says: 'The API that was asked for is unknown in the tenant, or switched off.',
    cures: ["Check the Application ID URI in the request against the API's registration, and that its enterprise application is enabled."],
  },
  'resource-unknown': {
    says: "The tenant knows no API of this name: the Application ID URI is misspelt, the API's app belongs to another tenant, or it has no service principal (enterprise application) here.",
    cures: [
      "Write the Application ID URI of the API's registration to the letter, or its client id alone: scope of the request, resource of authentication-managed-identity.",
      'For an API of another tenant: create its enterprise application here (admin consent, or az ad sp create --id {client id of the API}).',
    ],
  },
  'no-consent': {
    says: 'Nobody has agreed that this client may call this API.',
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
    cures: ['Let an administrator add it: admin consent, or az ad sp create --id {client id of the API}.'],
  },
  'scope-unknown': {
    says: 'The API has no scope of this name. Where the text names the resource 00000003-0000-0000-c000-000000000000, the scope had no API before it, and Microsoft Graph was asked.',
    cures: [
      'Write the Application ID URI of the API before the scope: api://{client id of the API}/{scope}.',
      'Or add the scope to the API (Expose an API).',
    ],
  },
  'resource-removed': {
    says: "The API's registration was removed.",
    cures: ['Restore it, or ask for the API that took its place; then change the audience in the policy.'],
  },
  'two-resources': {
    says: 'One request asks for scopes of two APIs.',
    cures: ['Ask for the scopes of one API in each request; Microsoft Graph needs a request of its own.'],
  },
  'scope-without-resource': {
    says: 'The scope does not say of which API it is.',
    cures: ['Write the Application ID URI of the API before the scope, or {Application ID URI}/.default.'],
  },
  'scope-invalid': {
    says: 'The scope is not valid: .default beside other names, the syntax of the other endpoint, or a slash too few.',
    cures: [
      'Ask for {Application ID URI of the API}/.default alone; without a user nothing else is allowed.',
      'An Application ID URI that ends with a slash needs both: api://contoso//.default.',
    ],
  },
  'own-token': {
    says: 'An app asks for a token for itself by its Application ID URI.',
    cures: ['Ask by its client id: {client id}/.default. The API that is called should be another app than its client.'],
  },
  'admin-consent': {
    says: 'An administrator must agree to these permissions.',
    cures: ['Let an administrator grant consent for the client; then ask for a new token.'],
  },
  'resource-not-supported': {
    says: 'The version 2.0 endpoint does not take the parameter resource.',
    cures: ['Send scope in the place of resource: {Application ID URI of the API}/.default.'],
  },
  'resource-against-scope': {
    says: 'MCP clients send the address of the server as resource; Entra wants it to be the API of the scope.',
    cures: [
      "Make the address of the MCP server, without a slash at the end, the Application ID URI of the API's registration.",
      'Or leave the parameter resource out, where the client or a proxy before Entra can.',
    ],
  },
  'assertion-refused': {
    says: 'On behalf of: Entra refuses the token that was handed in: it is expired, malformed, or of another issuer.',
    cures: ["Hand in the access token that the API got, not an ID token, and at the endpoint of the token's own tenant and version."],
  },
  'assertion-invalid': {
    says: 'The JWT that was handed in as an assertion is refused: issuer, audience, lifetime or claims.',
    cures: ['Decode the assertion, not the token for the API: iss, sub and aud must be what this grant wants, exp in the future.'],
  },
  'assertion-audience': {
    says: 'On behalf of: the token that was handed in is not for the app that hands it in.',
    cures: ["Let the client ask for the middle tier's own scope: the token's aud must be the app that makes the on-behalf-of request."],
  },
  'assertion-expired': {
    says: 'On behalf of: the token that was handed in is outside its time.',
    cures: ['Send the middle tier a fresh token, and do not keep it longer than it is valid.'],
  },
  'assertion-id-token': {
    says: 'An ID token was handed in where an access token belongs.',
    cures: ['Hand in the access token that the client got for the API.'],
  },
  'mapped-claims': {
    says: 'The app maps claims, and has neither a signing key of its own nor an audience that allows acceptMappedClaims.',
    cures: [
      'Give the app its own signing key, or use an Application ID URI of its client id or of a verified domain with acceptMappedClaims.',
      'With its own key the openid-config of the policy needs ?appid={client id of the API} at its end.',
    ],
  },
} satisfies Readonly<Record<string, AnswerSentences>>;
