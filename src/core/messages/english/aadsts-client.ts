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
    says: 'The client has no redirect address at all. After an admin consent of an app without users the consent itself went through.',
    cures: ["Add a redirect address to the client's registration."],
  },
  'user-not-assigned': {
    says: '"Assignment required" is on, and the user is not assigned.',
    cures: ['Assign the user or a group to the enterprise application, or switch "Assignment required" off.'],
  },
  'app-not-assigned': {
    says: 'The API wants an assignment ("Assignment required"), and the client has no role of it.',
    cures: ["Assign one of the API's app roles to the service principal or managed identity of the client; then ask for a new token."],
  },
  'single-tenant': {
    says: 'The app belongs to one tenant, and was asked for at /common.',
    cures: ["Ask at the tenant's own address: /{tenant id}/oauth2/v2.0/token.", 'Or make the app multi-tenant.'],
  },
  'asked-in-a-loop': {
    says: 'The client asks for the same token again and again.',
    cures: ['Keep the token until shortly before it expires; look for a 401 that makes the client ask anew each time.'],
  },
  'microsoft-client': {
    says: "A client id of Microsoft's own was used for an API that has not pre-authorised it.",
    cures: ['Use the client id of a registration of your own.'],
  },
  'client-disabled': {
    says: 'The client application is switched off.',
    cures: ['Let an administrator enable its enterprise application.'],
  },
  'not-on-behalf': {
    says: 'The client may not make on-behalf-of requests.',
    cures: ['Make the request as the app that the token is for.'],
  },
  'secret-wrong': {
    says: "The client secret is wrong: very often the secret's ID in the place of its value, or a character too many.",
    cures: [
      'Copy the value of the secret, not its ID; a lost one cannot be shown again: make a new one.',
      'Where the gateway asks: update the named value or the Key Vault secret.',
    ],
  },
  'secret-missing': {
    says: 'The client is registered as one with a secret, and sent none.',
    cures: [
      'Send the secret, or register the redirect address under "Single-page application" or "Mobile and desktop".',
      'For flows without a redirect: "Allow public client flows".',
    ],
  },
  'secret-expired': {
    says: 'The client secret has expired.',
    cures: ['Make a new secret and store it where the client reads it: for the gateway in its named value or Key Vault secret.'],
  },
  'client-unknown': {
    says: 'The tenant that was asked knows no such client id.',
    cures: ["Check client id and tenant of the request: mostly one of them is another environment's."],
  },
  'public-client': {
    says: 'A public client sent a secret.',
    cures: ['Leave the secret out, or register the redirect address under "Web".'],
  },
  'assertion-signature': {
    says: "The client's signed assertion is refused: another certificate than the registered one, a wrong clock, or a wrong aud.",
    cures: ['Compare the thumbprint with the certificate in the registration, and set the clock.'],
  },
  'certificate-subject': {
    says: 'The subject of the certificate is not one that the app allows.',
    cures: ['Use a certificate with an allowed subject, or change the trusted subjects of the app.'],
  },
  'id-token-off': {
    says: 'The client asks for an ID token, which its registration does not allow.',
    cures: ['Use the code flow; else switch "ID tokens" on under Authentication.'],
  },
  'work-app-at-consumers': {
    says: 'An app for work accounts was asked for at /consumers.',
    cures: ['Ask at /organizations or at the tenant.'],
  },
  'permissions-empty': {
    says: 'An administrator was asked to consent to an app without any permission.',
    cures: ['Add one permission to the app, for example User.Read, and consent again.'],
  },
  'federated-none': {
    says: 'No federated credential fits: issuer, subject and audience are compared to the letter.',
    cures: [
      'Copy the subject and issuer that the text prints into the federated credential of the app.',
      'Newer GitHub repositories have ids in the subject (repo:{owner}@{id}/{repo}@{id}:…); the issuer of AKS ends with a slash.',
    ],
  },
  'federated-user': {
    says: 'Only tokens of apps may stand in for a federated credential of the Entra issuer, not those of users.',
    cures: ['Use the token of a managed identity or an app.'],
  },
  'tenant-missing': {
    says: 'The request does not say of which tenant.',
    cures: ["Ask at the tenant's address: /{tenant id}/oauth2/v2.0/token."],
  },
  'tenant-unknown': {
    says: 'There is no such tenant at this host: misspelt, or of another cloud.',
    cures: [
      'Check the tenant in the address, and the host: login.microsoftonline.us and login.partner.microsoftonline.cn are other clouds.',
    ],
  },
  'parameter-missing': {
    says: 'The body lacks a parameter, mostly because JSON was sent in the place of form data.',
    cures: ['Send the body as form data: Content-Type application/x-www-form-urlencoded, in send-request by set-header and set-body.'],
  },
  'grant-not-here': {
    says: 'This grant is not possible at /common or /consumers.',
    cures: ["Ask at the tenant's own address, or at /organizations."],
  },
  'request-malformed': {
    says: 'The request is malformed: a template or a named value that was not filled in, or a body that is no form data.',
    cures: ['Look at the raw body of the request: {{…}} that stayed, values without encoding.'],
  },
  'get-for-post': {
    says: 'The token endpoint was opened with GET, as a browser does.',
    cures: ['Send a POST; for sign-in use the authorize endpoint.'],
  },
} satisfies Readonly<Record<string, AnswerSentences>>;
