// Error texts without a code of the validation library: what the gateway says of a token.
// `documented`: Microsoft's page on error handling in policies; `observed`: reports of users, see each row.

type ErrorCheck = 'source' | 'form' | 'signature' | 'lifetime' | 'audience' | 'issuer' | 'application' | 'claims';

export interface ErrorPattern {
  /** A named group `claim` (or `claim2`) is the claim that the text names. Repetitions are bounded: hostile texts cost linear time. */
  readonly pattern: RegExp;
  /** Null where the answer does not come from a token policy. */
  readonly check: ErrorCheck | null;
  readonly certainty: 'documented' | 'observed';
  readonly explanation: string;
  readonly cures: readonly string[];
  /** The rules whose findings are about the same thing; absent means those of the check. */
  readonly rules?: readonly string[];
  /** Whether it is told even where a code says what failed. */
  readonly besideCodes?: boolean;
}

const decode = 'Decode the token beside the policy: the panel goes through every check.';
const traceIt = 'Trace the request: the line of the token policy holds a code (IDX…) that says more.';

export const errorPatterns: readonly ErrorPattern[] = [
  {
    pattern: /JWT \(token\) is missing the following claims?: (?<claim>[\s\S]{1,500}?)\.? {0,20}Access denied|TokenClaimNotFound/i,
    check: 'claims',
    certainty: 'documented',
    explanation: 'The token lacks a claim that required-claims names.',
    cures: [
      'Decode the token and compare: azp exists in version 2.0 tokens only, appid in version 1.0 tokens only; scp in tokens for users only, roles where app roles are assigned.',
      'For groups: users in more than 200 groups get none in the token; use app roles instead.',
      'After assigning an app role ask for a new token: they are cached, that of a managed identity for up to 24 hours.',
    ],
  },
  {
    pattern: /Claim value mismatch: *(?<claim>aud)=|Claim (?<claim2>aud) value of [\s\S]{0,500}? is not allowed/,
    check: 'claims',
    certainty: 'observed',
    explanation: "required-claims asks for another audience (aud) than the token's.",
    cures: [
      'If the audience is this API in its other form (its client id, or api:// and the client id), list that form, too: version 1.0 tokens may have either, version 2.0 tokens have the client id.',
      'If it is another API (Microsoft Graph, Azure Resource Manager, the client itself), ask for a token with a scope of this API instead.',
      'If <audiences> and this claim want different values, no token can pass: drop one of the two.',
    ],
  },
  {
    pattern: /Claim value mismatch: *(?<claim>azp|appid)=|Claim (?<claim2>azp|appid) value of [\s\S]{0,500}? is not allowed/,
    check: 'claims',
    certainty: 'observed',
    explanation: 'The token was issued to another client than required-claims accepts.',
    cures: [
      'Add the client\'s id to the values and set match="any", or call with an accepted client.',
      'azp exists in version 2.0 tokens only, appid in version 1.0 tokens only: require the one that your tokens have.',
    ],
  },
  {
    pattern:
      /Claim value mismatch: *(?<claim>[^=\n]{1,200})=|Claim (?<claim2>[^\n]{1,200}?) value of [\s\S]{0,500}? is not allowed|TokenClaimValue(NotAllowed|Mismatch)/i,
    check: 'claims',
    certainty: 'observed',
    explanation: 'The token has the claim, but not the value that required-claims wants.',
    cures: [
      'Decode the token and compare the value to the letter; a comma in a <value> does not make a list: write one <value> each.',
      'For scp, one text with spaces between the scopes, set separator=" ".',
      'match="all", the default, wants every value; match="any" wants one of them.',
      'For roles: users have scp, apps without a user have roles. After assigning a role ask for a new token.',
    ],
  },
  {
    pattern: /JWT (is )?(not present|missing)|JWT not found in the request|TokenNotPresent|TokenNotFound/i,
    check: 'source',
    certainty: 'documented',
    explanation: 'The gateway found no token where the policy looks for one.',
    cures: [
      'Send the header Authorization with "Bearer", one space and the token; without the word Bearer the answer is the same.',
      'If the policy names another header-name or a query-parameter-name, the bare token belongs there, without the word Bearer; require-scheme does not count there.',
      'If it works without the gateway: look for a proxy that drops the header, or for a policy before this one that overwrites it.',
    ],
  },
  {
    pattern: /TokenAudienceNotAllowed|Audience validation failed|Unable to validate audience/,
    check: 'audience',
    certainty: 'documented',
    explanation: "The token's audience (aud) is none that the policy lists.",
    cures: [
      'Decode the token and compare aud with <audiences> to the letter; ask for a token of this API, or list the other form of its audience.',
    ],
  },
  {
    pattern:
      /TokenIssuerNotAllowed|Issuer is not valid|Issuer validation failed|Unable to validate issuer|does not match any of the valid issuers|IDW10303/,
    check: 'issuer',
    certainty: 'documented',
    explanation: "The token's issuer (iss) is none that the policy accepts.",
    cures: [
      "Decode the token and compare iss with the issuer of the policy's metadata to the letter.",
      'For a token of Microsoft Entra External ID or Azure AD B2C: use validate-jwt with the openid-config of that tenant; validate-azure-ad-token does not support it.',
    ],
  },
  {
    pattern: /Invalid URI: /,
    check: 'issuer',
    certainty: 'observed',
    explanation: "validate-azure-ad-token looks for the tenant in the token's issuer (iss), and that is no address.",
    cures: [
      'Decode the token and look at iss: for an issuer other than Microsoft Entra use validate-jwt with the openid-config of that issuer.',
    ],
  },
  {
    pattern: /TokenExpired|The token is expired/,
    check: 'lifetime',
    certainty: 'documented',
    explanation: 'The token has expired.',
    cures: [
      'Let the client ask for a new token, and before each expiry, not after it.',
      'For small differences between the clocks set clock-skew on validate-jwt (seconds; its default is 0).',
    ],
  },
  {
    pattern: /The token is not yet valid/,
    check: 'lifetime',
    certainty: 'observed',
    explanation: 'The token is not valid yet: its nbf lies after the moment at which the gateway judged it.',
    cures: ['Check the clocks of the identity provider and of a self-hosted gateway, or set clock-skew on validate-jwt.'],
  },
  {
    pattern: /The token is missing an Expiration Time/,
    check: 'lifetime',
    certainty: 'observed',
    explanation: 'The token has no expiration time (exp), and the policy wants one.',
    cures: ['Let the identity provider issue exp; only for tokens that never expire on purpose set require-expiration-time="false".'],
  },
  {
    pattern: /TokenSignatureKeyNotFound|Unable to match key|did not match any keys|No security keys were provided/,
    check: 'signature',
    certainty: 'documented',
    explanation: "The key that the token names (kid) is not among the keys of the policy's metadata.",
    cures: [
      "Use the metadata of the token's own issuer; an External ID tenant publishes its keys at ciamlogin.com.",
      'If the identity provider has just changed its keys: the gateway fetches them again for an unknown key at most every five minutes.',
    ],
  },
  {
    pattern: /TokenSignatureInvalid|TokenInvalidSignature|Signature validation failed|token does not have a signature/,
    check: 'signature',
    certainty: 'documented',
    explanation: "The token's signature could not be verified.",
    cures: [
      "Use the metadata of the token's own issuer, and send the token unchanged. A token of Microsoft Graph cannot be verified by others.",
    ],
  },
  {
    pattern: /Unable to (retrieve document|obtain configuration) from|HttpDocumentRetriever/,
    check: 'signature',
    certainty: 'observed',
    explanation: 'The gateway could not fetch the openid-config document or its keys.',
    cures: [
      'Open the address with Show Tenant Metadata: what answers, and is it the document?',
      'Allow the gateway to reach the address: name resolution, firewall, virtual network.',
    ],
  },
  {
    pattern: /not (valid )?as per HTTPS scheme|(openid-config|url)[^\n]{0,200}(must be|should be|is not)[^\n]{0,40}(https|absolute)/i,
    check: 'signature',
    certainty: 'observed',
    explanation: 'The address of the openid-config is not one that the gateway takes: it must be an https address.',
    cures: ['Write an https address; a named value may hold it.'],
    rules: ['openid-config-url'],
  },
  {
    pattern: /Access token is missing or invalid/i,
    check: null,
    certainty: 'documented',
    explanation:
      "This is the policy's own text (failed-validation-error-message; the documented samples have this one). It stands in the place of the reason, whatever failed.",
    cures: [
      decode,
      `${traceIt} Application Insights holds it, too.`,
      'Only while developing, write failed-validation-error-message="@(context.LastError.Message)": older generations of the library print the whole token there.',
    ],
    rules: ['reason-hidden'],
  },
  {
    pattern:
      /Invalid (?:Azure AD )?JWT|JwtInvalid|JWT Validation Failed|JWT is not well formed|validate-(jwt|azure-ad-token)[\s\S]{0,200}?failed/i,
    check: 'form',
    certainty: 'observed',
    explanation: 'The gateway refused the token and does not say why in this text.',
    cures: [decode, traceIt],
  },
  {
    pattern:
      /Object reference not set to an instance of an object|Unable to cast object of type '|Cannot cast Newtonsoft\.Json|Error reading \w{1,20}\. Unexpected token|Invalid cast from '|Value was either too large or too small|Arithmetic operation resulted in an overflow|Value cannot be null\. \(Parameter '/,
    check: 'form',
    certainty: 'observed',
    explanation:
      'The validation library stumbled over the token: a claim or header has a type that it does not expect, for example a list or an object where a text belongs.',
    cures: ['Decode the token and look at iss, aud, tid, exp, nbf and kid: texts and whole numbers of seconds.'],
  },
  {
    pattern: /^(?:[^\S\n\r\u2028\u2029]|["'])*ValidationFailed\.?(?:[^\S\n\r\u2028\u2029]|["'])*$|"?reason"?\s*[:=]\s*"?ValidationFailed/im,
    check: 'form',
    certainty: 'observed',
    explanation:
      'Gateways before the release of February to March 2023 answered this when validate-azure-ad-token met a version 2.0 token.',
    cures: ['Update a self-hosted gateway; else trace the request for a code that says more.'],
  },
];

/** Codes that error-codes.ts does not list belong to a family by their number. */
export const errorFamilies: readonly { readonly pattern: RegExp; readonly check: ErrorCheck; readonly about: string }[] = [
  { pattern: /^IDX102(0[4-8]|1[1-5]|3\d|6\d)$/, check: 'issuer', about: 'the issuer or the audience' },
  { pattern: /^IDX102/, check: 'lifetime', about: 'the lifetime or the validity of the token' },
  { pattern: /^IDX105/, check: 'signature', about: 'the signature' },
  { pattern: /^IDX106/, check: 'signature', about: 'keys and algorithms' },
  { pattern: /^IDX10[78]/, check: 'signature', about: 'keys' },
  { pattern: /^IDX1[0-4]/, check: 'form', about: 'the form of the token' },
  { pattern: /^IDX2/, check: 'signature', about: 'the metadata and its keys' },
  { pattern: /^IDX4/, check: 'issuer', about: 'the issuer at Microsoft Entra' },
  { pattern: /^IDX/, check: 'form', about: 'the token' },
];
