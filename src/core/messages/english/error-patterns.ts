import type { AnswerSentences } from '../answer-sentences.js';
import type { ErrorPatternName } from '../../knowledge/error-patterns.js';

const decode = 'Decode the token beside the policy: the panel shows every check.';
const traceIt = 'Trace the request: the line of the token policy has a code (IDX…) that says more.';

/** What the gateway's error texts without a code mean, and what cures them. */
export const errorPatternSentences: Readonly<Record<ErrorPatternName, AnswerSentences>> = {
  'claim-missing': {
    says: 'The token lacks a claim that required-claims requires.',
    cures: [
      'Decode the token and compare: azp exists in version 2.0 tokens only, appid in version 1.0 tokens only; only user tokens have scp; roles is there only if app roles are assigned.',
      'For groups: tokens of users in more than 200 groups have none; use app roles instead.',
      'After assigning an app role, get a new token: tokens are cached, those of managed identities for up to 24 hours.',
    ],
  },
  'claim-audience': {
    says: 'required-claims requires a different audience (aud) than the token has.',
    cures: [
      'If the audience is this API in its other form (its client id, or api:// and the client id), list that form as well: version 1.0 tokens may have either, version 2.0 tokens have the client id.',
      'If it is another API (Microsoft Graph, Azure Resource Manager, the client itself), ask for a token with a scope of this API instead.',
      'If <audiences> and this claim require different values, no token can pass: remove one of them.',
    ],
  },
  'claim-client': {
    says: 'The token was issued to a client that required-claims does not accept.',
    cures: [
      'Add the client\'s id to the values and set match="any", or call with an accepted client.',
      'azp exists in version 2.0 tokens only, appid in version 1.0 tokens only: require the one that your tokens have.',
    ],
  },
  'claim-value': {
    says: 'The token has the claim, but not with the value that required-claims requires.',
    cures: [
      'Decode the token and compare the value exactly; a comma in a <value> does not make a list: write one <value> for each.',
      'For scp, one text with spaces between the scopes, set separator=" ".',
      'match="all", the default, requires every value; match="any" requires one of them.',
      'For roles: user tokens have scp, app-only tokens have roles. After assigning a role, get a new token.',
    ],
  },
  'token-not-found': {
    says: 'The gateway found no token where the policy looks for one.',
    cures: [
      'Send the header Authorization with "Bearer", one space and the token; leaving out "Bearer" gives the same answer.',
      'If the policy names another header-name or a query-parameter-name, send the bare token there, without "Bearer"; require-scheme has no effect there.',
      'If it works without the gateway, look for a proxy that drops the header, or an earlier policy that overwrites it.',
    ],
  },
  'audience-not-accepted': {
    says: "The policy does not list the token's audience (aud).",
    cures: [
      'Decode the token and compare aud with <audiences> exactly; ask for a token for this API, or list the other form of its audience.',
    ],
  },
  'issuer-not-accepted': {
    says: "The policy does not accept the token's issuer (iss).",
    cures: [
      "Decode the token and compare iss exactly with the issuer in the policy's metadata.",
      'For a token of Microsoft Entra External ID or Azure AD B2C: use validate-jwt with the openid-config of that tenant; validate-azure-ad-token does not support it.',
    ],
  },
  'issuer-no-address': {
    says: "validate-azure-ad-token looks for the tenant in the token's issuer (iss), which is not an address.",
    cures: [
      'Decode the token and look at iss: if the issuer is not Microsoft Entra, use validate-jwt with the openid-config of that issuer.',
    ],
  },
  expired: {
    says: 'The token has expired.',
    cures: [
      'Have the client get a new token before the old one expires.',
      'For small differences between clocks, set clock-skew on validate-jwt (seconds; the default is 0).',
    ],
  },
  'not-yet-valid': {
    says: 'The token is not valid yet: its nbf is later than the moment when the gateway checked it.',
    cures: ['Check the clocks of the identity provider and of a self-hosted gateway, or set clock-skew on validate-jwt.'],
  },
  'expiry-missing': {
    says: 'The token has no expiration time (exp), but the policy requires one.',
    cures: ['Have the identity provider add exp. Set require-expiration-time="false" only if your tokens never expire on purpose.'],
  },
  'key-not-found': {
    says: "The key that the token names (kid) is not among the keys of the policy's metadata.",
    cures: [
      "Use the metadata of the token's own issuer; an External ID tenant publishes its keys at ciamlogin.com.",
      'If the identity provider has just changed its keys: the gateway fetches them again for an unknown key at most every five minutes.',
    ],
  },
  'signature-wrong': {
    says: "The token's signature could not be verified.",
    cures: [
      "Use the metadata of the token's own issuer, and send the token unchanged. Nobody else can verify a token for Microsoft Graph.",
    ],
  },
  'metadata-not-fetched': {
    says: 'The gateway could not fetch the openid-config document or its keys.',
    cures: [
      'Open the address with Show Tenant Metadata, and check that the document is what answers.',
      'Allow the gateway to reach the address: name resolution, firewall, virtual network.',
    ],
  },
  'address-not-https': {
    says: 'The gateway does not accept the address of the openid-config: it must be an https address.',
    cures: ['Write an https address; check a named value that may contain it.'],
  },
  'own-text': {
    says: "This is the policy's own text (failed-validation-error-message; the documented samples have this one). It replaces the reason, whatever failed.",
    cures: [
      decode,
      `${traceIt} Application Insights has it as well.`,
      'During development only, set failed-validation-error-message="@(context.LastError.Message)": older generations of the library print the whole token there.',
    ],
  },
  'refused-for-any-reason': {
    says: 'validate-azure-ad-token writes this for every token that it refuses: for its form, signature, lifetime, audience, issuer, client or claims. It says nothing about which.',
    cures: [decode, traceIt],
  },
  refused: {
    says: 'The gateway refused the token, but this text does not say why: it stands for more than one reason.',
    cures: [decode, traceIt],
  },
  'member-kind': {
    says: 'The validation library cannot process the token: a claim or header has an unexpected type, for example a list or an object instead of text.',
    cures: ['Decode the token and look at iss, aud, tid, exp, nbf and kid: they must be text, or whole numbers of seconds.'],
  },
  'version-2-refused': {
    says: 'Gateways before the release of February to March 2023 gave this answer when validate-azure-ad-token got a version 2.0 token.',
    cures: ['Update a self-hosted gateway; otherwise trace the request for a code that says more.'],
  },
};
