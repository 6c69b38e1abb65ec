import type { AnswerSentences } from '../answer-sentences.js';
import type { ErrorPatternName } from '../../knowledge/error-patterns.js';

const decode = 'Decode the token beside the policy: the panel goes through every check.';
const traceIt = 'Trace the request: the line of the token policy holds a code (IDX…) that says more.';

/** What the gateway's error texts without a code mean, and what cures them. */
export const errorPatternSentences: Readonly<Record<ErrorPatternName, AnswerSentences>> = {
  'claim-missing': {
    says: 'The token lacks a claim that required-claims names.',
    cures: [
      'Decode the token and compare: azp exists in version 2.0 tokens only, appid in version 1.0 tokens only; scp in tokens for users only, roles where app roles are assigned.',
      'For groups: users in more than 200 groups get none in the token; use app roles instead.',
      'After assigning an app role ask for a new token: they are cached, that of a managed identity for up to 24 hours.',
    ],
  },
  'claim-audience': {
    says: "required-claims asks for another audience (aud) than the token's.",
    cures: [
      'If the audience is this API in its other form (its client id, or api:// and the client id), list that form, too: version 1.0 tokens may have either, version 2.0 tokens have the client id.',
      'If it is another API (Microsoft Graph, Azure Resource Manager, the client itself), ask for a token with a scope of this API instead.',
      'If <audiences> and this claim want different values, no token can pass: drop one of the two.',
    ],
  },
  'claim-client': {
    says: 'The token was issued to another client than required-claims accepts.',
    cures: [
      'Add the client\'s id to the values and set match="any", or call with an accepted client.',
      'azp exists in version 2.0 tokens only, appid in version 1.0 tokens only: require the one that your tokens have.',
    ],
  },
  'claim-value': {
    says: 'The token has the claim, but not the value that required-claims wants.',
    cures: [
      'Decode the token and compare the value to the letter; a comma in a <value> does not make a list: write one <value> each.',
      'For scp, one text with spaces between the scopes, set separator=" ".',
      'match="all", the default, wants every value; match="any" wants one of them.',
      'For roles: users have scp, apps without a user have roles. After assigning a role ask for a new token.',
    ],
  },
  'token-not-found': {
    says: 'The gateway found no token where the policy looks for one.',
    cures: [
      'Send the header Authorization with "Bearer", one space and the token; without the word Bearer the answer is the same.',
      'If the policy names another header-name or a query-parameter-name, the bare token belongs there, without the word Bearer; require-scheme does not count there.',
      'If it works without the gateway: look for a proxy that drops the header, or for a policy before this one that overwrites it.',
    ],
  },
  'audience-not-accepted': {
    says: "The token's audience (aud) is none that the policy lists.",
    cures: [
      'Decode the token and compare aud with <audiences> to the letter; ask for a token of this API, or list the other form of its audience.',
    ],
  },
  'issuer-not-accepted': {
    says: "The token's issuer (iss) is none that the policy accepts.",
    cures: [
      "Decode the token and compare iss with the issuer of the policy's metadata to the letter.",
      'For a token of Microsoft Entra External ID or Azure AD B2C: use validate-jwt with the openid-config of that tenant; validate-azure-ad-token does not support it.',
    ],
  },
  'issuer-no-address': {
    says: "validate-azure-ad-token looks for the tenant in the token's issuer (iss), and that is no address.",
    cures: [
      'Decode the token and look at iss: for an issuer other than Microsoft Entra use validate-jwt with the openid-config of that issuer.',
    ],
  },
  expired: {
    says: 'The token has expired.',
    cures: [
      'Let the client ask for a new token, and before each expiry, not after it.',
      'For small differences between the clocks set clock-skew on validate-jwt (seconds; its default is 0).',
    ],
  },
  'not-yet-valid': {
    says: 'The token is not valid yet: its nbf lies after the moment at which the gateway judged it.',
    cures: ['Check the clocks of the identity provider and of a self-hosted gateway, or set clock-skew on validate-jwt.'],
  },
  'expiry-missing': {
    says: 'The token has no expiration time (exp), and the policy wants one.',
    cures: ['Let the identity provider issue exp; only for tokens that never expire on purpose set require-expiration-time="false".'],
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
      "Use the metadata of the token's own issuer, and send the token unchanged. A token of Microsoft Graph cannot be verified by others.",
    ],
  },
  'metadata-not-fetched': {
    says: 'The gateway could not fetch the openid-config document or its keys.',
    cures: [
      'Open the address with Show Tenant Metadata: what answers, and is it the document?',
      'Allow the gateway to reach the address: name resolution, firewall, virtual network.',
    ],
  },
  'address-not-https': {
    says: 'The address of the openid-config is not one that the gateway takes: it must be an https address.',
    cures: ['Write an https address; a named value may hold it.'],
  },
  'own-text': {
    says: "This is the policy's own text (failed-validation-error-message; the documented samples have this one). It stands in the place of the reason, whatever failed.",
    cures: [
      decode,
      `${traceIt} Application Insights holds it, too.`,
      'Only while developing, write failed-validation-error-message="@(context.LastError.Message)": older generations of the library print the whole token there.',
    ],
  },
  refused: {
    says: 'The gateway refused the token and does not say why in this text.',
    cures: [decode, traceIt],
  },
  'member-kind': {
    says: 'The validation library stumbled over the token: a claim or header has a type that it does not expect, for example a list or an object where a text belongs.',
    cures: ['Decode the token and look at iss, aud, tid, exp, nbf and kid: texts and whole numbers of seconds.'],
  },
  'version-2-refused': {
    says: 'Gateways before the release of February to March 2023 answered this when validate-azure-ad-token met a version 2.0 token.',
    cures: ['Update a self-hosted gateway; else trace the request for a code that says more.'],
  },
};
