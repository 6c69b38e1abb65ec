import type { IssuerNote, NoAudience, ProviderName } from '../../knowledge/providers/provider.js';

/** What the client of each provider sends so that the token is for an API: the end of the sentence "To get a token for this API, …". */
export const askAudience: Readonly<Record<ProviderName, string>> = {
  entra: 'have the client ask with the scope {App ID URI of the API}/{scope}, or {App ID URI}/.default',
  'external-id': 'have the client ask with the scope {App ID URI of the API}/{scope}',
  b2c: 'have the client ask with the scope https://{tenant}.onmicrosoft.com/{API}/{scope}',
  'ad-fs': 'have the client send resource={identifier of the relying party}; without it the token is for urn:microsoft:userinfo',
  'bot-framework': 'use the id of the bot: the connector writes it',
  auth0: 'have the client send the parameter audience={identifier of the API}, or set a default audience of the tenant',
  okta: 'use the authorization server whose audience is this API: the client cannot ask for another audience',
  keycloak: 'give the client an Audience mapper (oidc-audience-mapper) for this API: the client itself is never put into aud',
  cognito: 'compare client_id: an access token of Cognito names the app client there, and has no aud',
  google: 'ask for the ID token with the client id that the policy lists (for a service account: the audience that it asks for)',
  firebase: 'use the Firebase project that the policy lists: its id is the audience',
  pingone: 'have the client ask with a scope of the custom resource of this API',
  salesforce: 'list the address of the org: a JWT-based access token of Salesforce is for the org itself',
  'sap-ias': 'have the client ask for this application as a dependency of its own',
  xsuaa: 'have the client ask with a scope of this application: the audiences follow from the scopes',
  'github-actions': 'have the workflow ask for it: core.getIDToken(audience); otherwise it is the address of the owner',
  aks: 'name the audience in the projected volume of the pod',
  kubernetes: 'name the audience in the projected volume of the pod',
  duende: 'put the scope that the client asks for into an API resource: only API resources write aud',
  'ping-federate': 'set "Audience Claim Value" of the access token manager, or give the contract an attribute aud',
  hydra: 'have the client send the parameter audience, and allow it in the audience list of the client',
  own: 'have the client ask its issuer for a token whose audience is this API',
};

/** What it means when a token of a provider has no audience. */
export const noAudience: Readonly<Record<NoAudience, string>> = {
  auth0: 'without the parameter audience, Auth0 issues an opaque or encrypted token that only it can read',
  keycloak: 'no mapper of the client or its scopes writes an audience, so Keycloak leaves aud out',
  cognito: 'access tokens of Cognito have no aud; the app client is in client_id',
  xsuaa: 'a user token of XSUAA can have an empty aud; its scopes begin with the name of the application',
  duende: 'no API resource contains the scope that the client asked for, so the token has no aud',
  'ping-federate': 'the access token manager writes aud only if "Audience Claim Value" is set',
};

/** What an issuer of a certain form tells about its tokens. */
export const issuerNotes: Readonly<Record<IssuerNote, string>> = {
  'okta-org':
    'the token comes from the org authorization server of Okta, and only Okta can verify such tokens. Have the client ask a custom authorization server ({domain}/oauth2/default or another)',
  'google-without-scheme':
    'Google writes its issuer with and without https://, but the document has only the first. List accounts.google.com as well',
};
