import type { AnswerSentences } from '../answer-sentences.js';

/** The codes of a token request that are about the client: its registration, its secret, how it asks. The first cure also stands in the first line. */
export const aadstsClientSentences = {
  'redirect-unregistered': {
    says: 'The redirect address is not registered for the client.',
    cures: [
      "Add exactly the address that the text names to the client's registration (Authentication), under the right platform: Postman, Swagger and the developer portal have their own.",
    ],
  },
  'redirect-missing': {
    says: 'The client has no redirect address at all. After admin consent for an app without users, the consent itself succeeded.',
    cures: ["Add a redirect address to the client's registration."],
  },
  'user-not-assigned': {
    says: '"Assignment required" is on, and the user is not assigned.',
    cures: ['Assign the user or a group to the enterprise application, or turn off "Assignment required".'],
  },
  'app-not-assigned': {
    says: 'The API requires an assignment ("Assignment required"), but the client has none of its roles.',
    cures: ["Assign one of the API's app roles to the service principal or managed identity of the client; then ask for a new token."],
  },
  'single-tenant': {
    says: 'The app belongs to one tenant, but the request went to /common.',
    cures: ["Ask at the tenant's own address: /{tenant id}/oauth2/v2.0/token.", 'Or make the app multi-tenant.'],
  },
  'asked-in-a-loop': {
    says: 'The client asks for the same token again and again.',
    cures: ['Keep the token until shortly before it expires; look for a 401 that makes the client ask again each time.'],
  },
  'microsoft-client': {
    says: "One of Microsoft's own client ids was used for an API that has not pre-authorized it.",
    cures: ['Use the client id of your own app registration.'],
  },
  'client-disabled': {
    says: 'The client application is disabled.',
    cures: ['Have an administrator enable its enterprise application.'],
  },
  'not-on-behalf': {
    says: 'The client may not make on-behalf-of requests.',
    cures: ['Make the request as the app that the token is for.'],
  },
  'secret-wrong': {
    says: "The client secret is wrong: very often the secret's ID was used instead of its value, or there is an extra character.",
    cures: [
      'Copy the value of the secret, not its ID; a lost value cannot be shown again: create a new secret.',
      'If the gateway asks: update the named value or the Key Vault secret.',
    ],
  },
  'secret-missing': {
    says: 'The client is registered with a secret, but sent none.',
    cures: [
      'Send the secret, or register the redirect address under "Single-page application" or "Mobile and desktop".',
      'For flows without a redirect: "Allow public client flows".',
    ],
  },
  'secret-expired': {
    says: 'The client secret has expired.',
    cures: ['Create a new secret and store it where the client reads it: for the gateway in its named value or Key Vault secret.'],
  },
  'client-unknown': {
    says: 'The tenant does not know this client id.',
    cures: ['Check client id and tenant of the request: usually one of them is from another environment.'],
  },
  'public-client': {
    says: 'A public client sent a secret.',
    cures: ['Leave the secret out, or register the redirect address under "Web".'],
  },
  'assertion-signature': {
    says: "The client's signed assertion is refused: a certificate that is not registered, a wrong clock, or a wrong aud.",
    cures: ['Compare the thumbprint with the certificate in the registration, and set the clock.'],
  },
  'certificate-subject': {
    says: 'The subject of the certificate is not one that the app allows.',
    cures: ['Use a certificate with an allowed subject, or change the trusted subjects of the app.'],
  },
  'id-token-off': {
    says: 'The client asks for an ID token, which its registration does not allow.',
    cures: ['Use the code flow; otherwise turn on "ID tokens" under Authentication.'],
  },
  'work-app-at-consumers': {
    says: 'The request for a work-account app went to /consumers.',
    cures: ['Ask at /organizations or at the tenant.'],
  },
  'permissions-empty': {
    says: 'An administrator was asked to consent to an app without any permission.',
    cures: ['Add one permission to the app, for example User.Read, and consent again.'],
  },
  'federated-none': {
    says: 'No federated credential matches: issuer, subject and audience are compared exactly.',
    cures: [
      'Copy the subject and issuer that the text prints into the federated credential of the app.',
      'Newer GitHub repositories have ids in the subject (repo:{owner}@{id}/{repo}@{id}:…); the issuer of AKS ends with a slash.',
    ],
  },
  'federated-user': {
    says: 'For a federated credential with the Entra issuer, only app tokens are accepted, not user tokens.',
    cures: ['Use the token of a managed identity or an app.'],
  },
  'tenant-missing': {
    says: 'The request does not say which tenant.',
    cures: ["Ask at the tenant's address: /{tenant id}/oauth2/v2.0/token."],
  },
  'tenant-unknown': {
    says: 'There is no such tenant at this host: it is misspelt, or in another cloud.',
    cures: [
      'Check the tenant in the address, and the host: login.microsoftonline.us and login.partner.microsoftonline.cn are other clouds.',
    ],
  },
  'parameter-missing': {
    says: 'The body lacks a parameter, usually because JSON was sent instead of form data.',
    cures: ['Send the body as form data: Content-Type application/x-www-form-urlencoded, in send-request by set-header and set-body.'],
  },
  'grant-not-here': {
    says: 'This grant is not possible at /common or /consumers.',
    cures: ["Ask at the tenant's own address, or at /organizations."],
  },
  'request-malformed': {
    says: 'The request is malformed: a template or a named value that was not filled in, or a body that is not form data.',
    cures: ['Look at the raw body of the request: {{…}} that was left in, values without encoding.'],
  },
  'get-for-post': {
    says: 'The token endpoint was opened with GET, as a browser does.',
    cures: ['Send a POST; for sign-in use the authorize endpoint.'],
  },
} satisfies Readonly<Record<string, AnswerSentences>>;
