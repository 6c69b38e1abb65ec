import type { AnswerSentences } from '../answer-sentences.js';
import type { ErrorCodeName } from '../../knowledge/error-codes.js';

const pasteAgain =
  'Copy the whole token again from where the client sends it, without quotes, and decode it here: the panel says what is wrong with the text.';
const sendBareToken =
  'Look at what the client sends: the Authorization header must have "Bearer", one space and the token; any other header, a query parameter or token-value must have the bare token.';

/** What the validation library's codes mean in a gateway's trace, and what cures them. */
export const errorCodeSentences: Readonly<Record<ErrorCodeName, AnswerSentences>> = {
  'issuer-not-accepted': {
    says: "The policy does not accept the token's issuer (iss). It accepts the issuers of the openid-config documents and those listed in <issuers>; they are compared exactly, including a final slash.",
    cures: [
      "Point openid-config at the metadata of the token's own issuer and version: with /v2.0 for version 2.0 tokens, without it for version 1.0 tokens.",
      'Or list the issuer in <issuers>, exactly as the token has it.',
      "Or change the version of the tokens: requestedAccessTokenVersion (older name accessTokenAcceptedVersion) in the manifest of the API's app registration.",
    ],
  },
  'issuer-of-other-endpoint': {
    says: "validate-azure-ad-token accepts only the issuers of its tenant at the Microsoft Entra endpoint, and the token's issuer is not one of them. The same code is reported when the metadata could not be fetched.",
    cures: [
      'For a token of Microsoft Entra External ID or Azure AD B2C: use validate-jwt with the openid-config of that tenant; validate-azure-ad-token does not support it.',
      'For a token of another tenant: check tenant-id, or have the client get a token from the right tenant.',
      'For a national cloud: set authentication-endpoint.',
      'If the trace also has IDX20803 or IDX20804: the gateway could not fetch the metadata; see that code.',
    ],
  },
  'issuer-b2c-policy': {
    says: "The token comes from Azure AD B2C with the 'tfp' form of the issuer, which validate-azure-ad-token does not support.",
    cures: ['Use validate-jwt with the openid-config of the B2C policy (user flow) that issued the token.'],
  },
  'tenant-missing': {
    says: 'The token does not say which tenant it is from: it has no tid claim, and its issuer does not show one. Access tokens of Microsoft Entra have it.',
    cures: [
      'Decode the token and look at iss: if the issuer is not Microsoft Entra, use validate-jwt with the openid-config of that issuer.',
    ],
  },
  'key-of-other-issuer': {
    says: 'The key that signed the token belongs to a different issuer, tenant or cloud than the token says.',
    cures: [
      "Compare the token's iss and tid with the tenant of the openid-config, and use the metadata of the tenant and cloud that issued the token.",
    ],
  },
  'no-issuer-to-compare': {
    says: 'The policy gives the gateway no issuer to compare with.',
    cures: ['Add an openid-config, or list the issuer in <issuers>; check whether a named value there is empty.'],
  },
  'issuer-missing': {
    says: 'The token has no issuer (iss), or an empty one.',
    cures: ['Have the identity provider add iss; decode the token to see what it contains.'],
  },
  'audience-not-accepted': {
    says: "The policy does not list the token's audience (aud); audiences are compared exactly.",
    cures: [
      'If the audience is this API in its other form (its client id, or api:// and the client id), list that form in <audiences> as well: version 1.0 tokens may have either, version 2.0 tokens have the client id.',
      'If it is another API (Microsoft Graph, Azure Resource Manager, the client itself), ask for a token with a scope of this API instead.',
    ],
  },
  'audience-missing': {
    says: 'The token has no audience (aud), but the policy requires one.',
    cures: ['Ask the identity provider for an access token for this API; decode the token to see what it contains.'],
  },
  'no-audience-to-compare': {
    says: 'The policy gives the gateway no audience to compare with.',
    cures: ['Fill <audiences>; check whether a named value or an expression there is empty.'],
  },
  'not-yet-valid': {
    says: 'The token is not valid yet: its nbf is later than the moment when the gateway checked it.',
    cures: [
      'Check the clock of the identity provider and of a self-hosted gateway.',
      'For small differences between clocks, set clock-skew on validate-jwt (seconds; the default is 0).',
    ],
  },
  expired: {
    says: 'The token has expired.',
    cures: [
      'Have the client get a new token before the old one expires.',
      'For small differences between clocks, set clock-skew on validate-jwt (seconds; the default is 0).',
    ],
  },
  'never-valid': {
    says: "The token's nbf is later than its exp, so it is never valid. (Older generations of the library also say so of a token without exp.)",
    cures: ['Look at nbf and exp in the decoded token: both are seconds since 1970, not milliseconds.'],
  },
  'expiry-missing': {
    says: 'The token has no expiration time (exp), but the policy requires one.',
    cures: [
      'Have the identity provider add exp. Only if that is impossible, set require-expiration-time="false" on validate-jwt; such a token never expires.',
    ],
  },
  'lifetime-refused': {
    says: "The token's lifetime was refused, or the token was used a second time.",
    cures: ['Ask for a new token.'],
  },
  'no-signing-keys': {
    says: 'The gateway has no signing keys: the policy has neither a usable openid-config nor issuer-signing-keys, or the key set is empty.',
    cures: ["Add the issuer's openid-config, or issuer-signing-keys.", 'If it has one, look at the key set with Show Tenant Metadata.'],
  },
  'key-not-found': {
    says: "No signing key in the policy's metadata matches the token: its key id (kid) is not among them, or none of them verifies it. The usual cause is metadata of a different tenant, issuer or version.",
    cures: [
      "Use the metadata of the token's own issuer; an External ID tenant publishes its keys at ciamlogin.com.",
      'If the app uses claims mapping or has its own signing key, add ?appid= and the client id to the openid-config address.',
      'If the identity provider has just changed its keys: the gateway caches them for an hour and fetches again for an unknown key at most every five minutes.',
      'Nobody else can verify a token for Microsoft Graph: ask for a token for this API.',
    ],
  },
  'signature-wrong': {
    says: 'The key was found, but the signature does not match: the token was altered or cut off after it was signed, only its own API can verify it (Microsoft Graph), or its algorithm does not match the key.',
    cures: [pasteAgain, 'If its audience is Microsoft Graph or its header has a nonce: ask for a token for this API instead.'],
  },
  'signature-missing': {
    says: 'The token has no signature, or one that cannot be read.',
    cures: [pasteAgain, 'Have the identity provider sign it; require-signed-tokens="false" would accept tokens that anyone can make up.'],
  },
  'kid-missing': {
    says: "The token's header does not name its key (kid), and none of the keys verifies it.",
    cures: ["Use the metadata of the token's own issuer, or add the key to issuer-signing-keys."],
  },
  'algorithm-against-key': {
    says: 'The signature algorithm and the key do not match.',
    cures: [
      'Give the policy the key in the right form: an RSA key by openid-config, certificate-id, or n and e; an EC key (ES256) by openid-config or certificate-id; a shared secret (HS256) as base64 text.',
      'Have the identity provider sign with an algorithm that the gateway documents: RS256, RS512, PS256, ES256, HS256, HS512.',
    ],
  },
  'key-unusable': {
    says: 'A key cannot be used: it is too short for its algorithm, or its parts are damaged.',
    cures: ['Replace the key: RSA from 2048 bits; a shared secret at least as long as the hash of its algorithm.'],
  },
  'secret-too-short': {
    says: 'A symmetric key (a shared secret) is too short for its algorithm. The text has both sizes in bits: the required one and that of the key.',
    cures: [
      'Create a secret of at least that size (64 bytes are enough for every HS algorithm), and put it, as base64, into <key> and into whatever signs the tokens.',
      'A secret may look long enough as text, but the gateway decodes it from base64.',
    ],
  },
  'certificate-unusable': {
    says: 'The signing key or its certificate is missing, not valid yet, or expired.',
    cures: ['Replace the certificate in the gateway, or use the openid-config of the issuer.'],
  },
  'not-decrypted': {
    says: 'The token is encrypted (five parts), and the gateway could not decrypt it.',
    cures: ['Give the policy the right decryption-keys.', 'Or have the identity provider issue unencrypted tokens for the API.'],
  },
  'not-a-token': {
    says: 'What the gateway read is not a token: a token has three parts (five if encrypted) separated by dots, with only letters, digits, - and _.',
    cures: [
      sendBareToken,
      pasteAgain,
      'An opaque access token (without dots) works only with the API that it was issued for: ask for a token with a scope of this API.',
    ],
  },
  'part-unreadable': {
    says: 'A part of the token cannot be decoded, or does not decode to JSON that the library accepts. The word Bearer, quotes or a line break before the token have the same effect.',
    cures: [sendBareToken, pasteAgain],
  },
  'token-too-large': {
    says: "The token is larger than the library's limit (250 KB).",
    cures: ['Have the identity provider issue fewer claims, for example app roles instead of groups.'],
  },
  'metadata-not-fetched': {
    says: 'The gateway could not fetch the openid-config document or its keys: a mistyped address, a firewall, an identity provider that the gateway cannot reach, or one that answered with an error.',
    cures: [
      'Open the address with Show Tenant Metadata, and check that the document is what answers.',
      'For a gateway in a virtual network: allow it to reach the address. For a self-hosted gateway: the cloud gateway must reach the address as well.',
      'A version 1.0 address of ciamlogin.com may not be served: use the /v2.0/ document.',
    ],
  },
  news: {
    says: 'This line is for information only: the gateway is fetching or reading the metadata.',
    cures: ['Look further down in the trace for the line that says what failed.'],
  },
  'address-not-https': {
    says: 'The address of the openid-config is not https.',
    cures: ['Write an https address; check a named value that may contain it.'],
  },
  'metadata-unusable': {
    says: 'The metadata was fetched but cannot be used: it is not JSON, or has no signing keys.',
    cures: [
      'Open the address with Show Tenant Metadata and compare it with the discovery address of the identity provider (…/.well-known/openid-configuration).',
    ],
  },
  'type-not-accepted': {
    says: "The type in the token's header (typ) is not accepted.",
    cures: ['Ask for an access token for this API.'],
  },
};
