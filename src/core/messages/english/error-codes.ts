import type { AnswerSentences } from '../answer-sentences.js';
import type { ErrorCodeName } from '../../knowledge/error-codes.js';

const pasteAgain =
  'Copy the token again from where the client sends it, whole and without quotes, and decode it here: the panel says what is wrong with its text.';
const sendBareToken =
  'Look at what the client sends: the Authorization header holds "Bearer", one space and the token; any other header, query parameter or token-value holds the bare token.';

/** What the validation library's codes mean in a gateway's trace, and what cures them. */
export const errorCodeSentences: Readonly<Record<ErrorCodeName, AnswerSentences>> = {
  'issuer-not-accepted': {
    says: "The token's issuer (iss) is none that the policy accepts. The accepted ones are the issuers of the openid-config documents and those listed in <issuers>; they are compared to the letter, a last slash included.",
    cures: [
      "Point openid-config at the metadata of the token's own issuer and version: with /v2.0 for version 2.0 tokens, without it for version 1.0 tokens.",
      'Or list the issuer in <issuers>, exactly as the token has it.',
      "Or change the version of the tokens: requestedAccessTokenVersion (older name accessTokenAcceptedVersion) in the manifest of the API's app registration.",
    ],
  },
  'issuer-of-other-endpoint': {
    says: "validate-azure-ad-token accepts only the issuers that its tenant has at the Microsoft Entra endpoint, and the token's issuer is none of them. A metadata document that could not be fetched is reported with the same code.",
    cures: [
      'For a token of Microsoft Entra External ID or Azure AD B2C: use validate-jwt with the openid-config of that tenant; validate-azure-ad-token does not support it.',
      'For a token of another tenant: check tenant-id, or ask the client for a token of the right tenant.',
      'For a national cloud: set authentication-endpoint.',
      'If the trace also holds IDX20803 or IDX20804: the gateway could not fetch the metadata; see that code.',
    ],
  },
  'issuer-b2c-policy': {
    says: "The token comes from Azure AD B2C with the 'tfp' form of the issuer, which validate-azure-ad-token does not support.",
    cures: ['Use validate-jwt with the openid-config of the B2C policy (user flow) that issued the token.'],
  },
  'tenant-missing': {
    says: "The token says no tenant: it has no tid claim, and none can be read from its issuer. Microsoft Entra's access tokens have one.",
    cures: [
      'Decode the token and look at iss: for an issuer other than Microsoft Entra use validate-jwt with the openid-config of that issuer.',
    ],
  },
  'key-of-other-issuer': {
    says: 'The key that signed the token belongs to another issuer, tenant or cloud than the token claims.',
    cures: [
      "Compare the token's iss and tid with the tenant of the openid-config, and use the metadata of the tenant and cloud that issued the token.",
    ],
  },
  'no-issuer-to-compare': {
    says: 'The policy leaves the gateway no issuer to compare with.',
    cures: ['Add an openid-config, or list the issuer in <issuers>; a named value there may be empty.'],
  },
  'issuer-missing': {
    says: 'The token has no issuer (iss), or an empty one.',
    cures: ['Ask the identity provider for a token with iss; decode the token to see what it holds.'],
  },
  'audience-not-accepted': {
    says: "The token's audience (aud) is none that the policy lists; they are compared to the letter.",
    cures: [
      'If the audience is this API in its other form (its client id, or api:// and the client id), list that form in <audiences>, too: version 1.0 tokens may have either, version 2.0 tokens have the client id.',
      'If it is another API (Microsoft Graph, Azure Resource Manager, the client itself), ask for a token with a scope of this API instead.',
    ],
  },
  'audience-missing': {
    says: 'The token has no audience (aud), and the policy wants one.',
    cures: ['Ask the identity provider for an access token of this API; decode the token to see what it holds.'],
  },
  'no-audience-to-compare': {
    says: 'The policy leaves the gateway no audience to compare with.',
    cures: ['Fill <audiences>; a named value or an expression there may be empty.'],
  },
  'not-yet-valid': {
    says: 'The token is not valid yet: its nbf lies after the moment at which the gateway judged it.',
    cures: [
      'Check the clock of the identity provider and of a self-hosted gateway.',
      'For small differences between the clocks set clock-skew on validate-jwt (seconds; its default is 0).',
    ],
  },
  expired: {
    says: 'The token has expired.',
    cures: [
      'Let the client ask for a new token, and before each expiry, not after it.',
      'For small differences between the clocks set clock-skew on validate-jwt (seconds; its default is 0).',
    ],
  },
  'never-valid': {
    says: "The token's nbf lies after its exp, so it is never valid. (Older generations of the library say so of a token without exp, too.)",
    cures: ['Look at nbf and exp in the decoded token: both are seconds since 1970, not milliseconds.'],
  },
  'expiry-missing': {
    says: 'The token has no expiration time (exp), and the policy wants one.',
    cures: [
      'Let the identity provider issue exp; only if that is not possible set require-expiration-time="false" on validate-jwt, and know that such a token never expires.',
    ],
  },
  'lifetime-refused': {
    says: "The token's lifetime, or its use for a second time, was refused.",
    cures: ['Ask for a new token.'],
  },
  'no-signing-keys': {
    says: 'The gateway has no signing keys: the policy names neither a usable openid-config nor issuer-signing-keys, or the key set is empty.',
    cures: [
      'Add an openid-config of the issuer, or issuer-signing-keys.',
      'If there is one, look at its key set with Show Tenant Metadata.',
    ],
  },
  'key-not-found': {
    says: "No signing key of the policy's metadata fits the token: its key id (kid) is not among them, or none of the keys verifies it. The usual cause is metadata of another tenant, issuer or version than the token's.",
    cures: [
      "Use the metadata of the token's own issuer; an External ID tenant publishes its keys at ciamlogin.com.",
      'If the app uses claims mapping or has its own signing key, add ?appid= and the client id to the openid-config address.',
      'If the identity provider has just changed its keys: the gateway caches them for an hour and fetches again for an unknown key at most every five minutes.',
      'A token of Microsoft Graph cannot be verified by anyone else: ask for a token of this API.',
    ],
  },
  'signature-wrong': {
    says: "The key was found, but the token's signature is not right: the token was changed or cut after it was signed, or it is one that only its own API can verify (Microsoft Graph), or its algorithm does not fit the key.",
    cures: [pasteAgain, 'If its audience is Microsoft Graph or its header has a nonce: ask for a token of this API instead.'],
  },
  'signature-missing': {
    says: 'The token has no signature, or one that cannot be read.',
    cures: [pasteAgain, 'Let the identity provider sign it; require-signed-tokens="false" would accept tokens that anyone can make up.'],
  },
  'kid-missing': {
    says: "The token's header names no key (kid), and none of the keys verifies it.",
    cures: ["Use the metadata of the token's own issuer, or its own key in issuer-signing-keys."],
  },
  'algorithm-against-key': {
    says: 'The signature algorithm and the key do not go together.',
    cures: [
      'Give the policy the key in a form that fits it: an RSA key by openid-config, certificate-id, or n and e; an EC key (ES256) by openid-config or certificate-id; a shared secret (HS256) as base64 text.',
      'Let the identity provider sign with an algorithm that the gateway documents: RS256, RS512, PS256, ES256, HS256, HS512.',
    ],
  },
  'key-unusable': {
    says: 'A key cannot be used: it is too short for its algorithm, or its parts are damaged.',
    cures: ['Replace the key: RSA from 2048 bits; a shared secret at least as long as the hash of its algorithm.'],
  },
  'secret-too-short': {
    says: 'A symmetric key (a shared secret) is too short for its algorithm. The text says both sizes in bits: the one that is needed, and the one of the key.',
    cures: [
      'Make a secret of at least that size (64 bytes do for every HS algorithm), and write it as base64 into <key> and into whatever signs the tokens.',
      'A secret that is long enough as text may be short as base64: the gateway decodes it.',
    ],
  },
  'certificate-unusable': {
    says: 'The signing key or its certificate is missing, not valid yet, or expired.',
    cures: ['Replace the certificate in the gateway, or use the openid-config of the issuer.'],
  },
  'not-decrypted': {
    says: 'The token is encrypted (five segments), and the gateway could not decrypt it.',
    cures: ['Give the policy the right decryption-keys.', "Or let the identity provider issue the API's tokens unencrypted."],
  },
  'not-a-token': {
    says: 'What the gateway read is no token: a token has three segments (or five, encrypted) with dots between them, and only letters, digits, - and _.',
    cures: [
      sendBareToken,
      pasteAgain,
      'An opaque access token (without dots) is for its own API: ask for a token with a scope of this API.',
    ],
  },
  'part-unreadable': {
    says: 'A part of the token cannot be decoded, or what it decodes to is no JSON that the library takes. The word Bearer, quotes or a line break in front of the token show up like this, too.',
    cures: [sendBareToken, pasteAgain],
  },
  'token-too-large': {
    says: 'The token is larger than the library reads (250 KB).',
    cures: ['Let the identity provider issue fewer claims, for example app roles instead of groups.'],
  },
  'metadata-not-fetched': {
    says: 'The gateway could not fetch the openid-config document or its keys: a mistyped address, a firewall, an identity provider that the gateway cannot reach, or one that answered with an error.',
    cures: [
      'Open the address with Show Tenant Metadata: what answers, and is it the document?',
      'For a gateway in a virtual network: allow it to reach the address. A self-hosted gateway: the address must be reachable from the cloud gateway, too.',
      'A version 1.0 address of ciamlogin.com may not be served: use the /v2.0/ document.',
    ],
  },
  news: {
    says: 'This line is only information: the gateway is fetching or reading the metadata.',
    cures: ['Look further down in the trace for the line that says what failed.'],
  },
  'address-not-https': {
    says: 'The address of the openid-config is not https.',
    cures: ['Write an https address; a named value may hold it.'],
  },
  'metadata-unusable': {
    says: 'The metadata was fetched, but it is no usable document: not JSON, or without signing keys.',
    cures: [
      'Open the address with Show Tenant Metadata and compare it with the discovery address of the identity provider (…/.well-known/openid-configuration).',
    ],
  },
  'type-not-accepted': {
    says: "The type in the token's header (typ) is none that is accepted.",
    cures: ['Ask for an access token of this API.'],
  },
};
