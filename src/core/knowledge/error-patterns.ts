// Error texts without a code of the validation library: what the gateway itself, its portal and its neighbours say.
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
}

export const errorPatterns: readonly ErrorPattern[] = [
  {
    pattern: /JWT \(token\) is missing the following claims?: (?<claim>.{1,500}?)\.? *Access denied|TokenClaimNotFound/i,
    check: 'claims',
    certainty: 'documented',
    explanation: 'The token lacks a claim that required-claims names.',
    cures: [
      'Decode the token and compare: azp exists in version 2.0 tokens only, appid in version 1.0 tokens only; scp in tokens for users only, roles where app roles are assigned.',
      'After assigning an app role ask for a new token: they are cached, that of a managed identity for up to a day.',
    ],
  },
  {
    pattern:
      /Claim value mismatch: *(?<claim>[^=\s]{1,200})=|Claim (?<claim2>\S{1,200}) value of .{0,500}? is not allowed|TokenClaimValue(NotAllowed|Mismatch)/i,
    check: 'claims',
    certainty: 'observed',
    explanation: 'The token has the claim, but not the value that required-claims wants.',
    cures: [
      'Decode the token and compare the value to the letter.',
      'For scp, one text with spaces between the scopes, set separator=" ".',
      'match="all", the default, wants every value; match="any" wants one of them.',
    ],
  },
  {
    pattern: /JWT (is )?(not present|missing)|JWT not found in the request|TokenNotPresent|TokenNotFound/i,
    check: 'source',
    certainty: 'documented',
    explanation: 'The gateway found no token where the policy looks for one.',
    cures: [
      'Send the header Authorization with "Bearer", one space and the token; without the word Bearer the answer is the same.',
      'If the policy names another header-name or a query-parameter-name, the bare token belongs there.',
      'If it works without the gateway: look for a proxy that drops the header.',
    ],
  },
  {
    pattern: /TokenAudienceNotAllowed/,
    check: 'audience',
    certainty: 'documented',
    explanation: "The token's audience (aud) is none that the policy lists.",
    cures: [
      'Decode the token and compare aud with <audiences> to the letter; ask for a token of this API, or list the other form of its audience.',
    ],
  },
  {
    pattern: /TokenIssuerNotAllowed|Issuer is not valid/,
    check: 'issuer',
    certainty: 'documented',
    explanation: "The token's issuer (iss) is none that the policy accepts.",
    cures: ["Decode the token and compare iss with the issuer of the policy's metadata to the letter."],
  },
  {
    pattern: /TokenExpired|The token is expired/,
    check: 'lifetime',
    certainty: 'documented',
    explanation: 'The token has expired.',
    cures: ['Let the client ask for a new token.'],
  },
  {
    pattern: /TokenSignatureKeyNotFound/,
    check: 'signature',
    certainty: 'documented',
    explanation: "The key that the token names (kid) is not among the keys of the policy's metadata.",
    cures: ["Use the metadata of the token's own issuer."],
  },
  {
    pattern: /TokenSignatureInvalid|TokenInvalidSignature|Signature validation failed/,
    check: 'signature',
    certainty: 'documented',
    explanation: "The token's signature could not be verified.",
    cures: [
      "Use the metadata of the token's own issuer, and send the token unchanged. A token of Microsoft Graph cannot be verified by others.",
    ],
  },
  {
    pattern: /Invalid JWT|JwtInvalid|JWT Validation Failed/i,
    check: 'form',
    certainty: 'observed',
    explanation: 'The gateway refused the token and does not say why in this text.',
    cures: [
      'Decode the token beside the policy: the panel goes through every check.',
      'Trace the request: the line of the token policy holds a code (IDX…) that says more.',
    ],
  },
  {
    pattern:
      /Object reference not set to an instance of an object|Unable to cast object of type '|Cannot cast Newtonsoft\.Json|Error reading \w{1,20}\. Unexpected token|Invalid cast from '|Value was either too large or too small|Arithmetic operation resulted in an overflow|Value cannot be null\. \(Parameter '/,
    check: 'form',
    certainty: 'observed',
    explanation:
      'The validation library stumbled over the token: a claim or header has a type that it does not expect, for example a list or an object where a text belongs.',
    cures: ['Decode the token and look at iss, aud, exp, nbf and kid: texts and whole numbers of seconds.'],
  },
  {
    pattern: /^[\s"']*ValidationFailed\.?[\s"']*$/m,
    check: 'form',
    certainty: 'observed',
    explanation:
      'Gateways before the release of February to March 2023 answered this when validate-azure-ad-token met a version 2.0 token.',
    cures: ['Update a self-hosted gateway; else trace the request for a code that says more.'],
  },
  {
    pattern: /missing subscription key|invalid subscription key|AzureApiManagementKey/i,
    check: null,
    certainty: 'documented',
    explanation: 'This 401 is about the subscription key, not about the token: the gateway asks for a key before it runs the policies.',
    cures: ['Send the key (Ocp-Apim-Subscription-Key), or switch off "Subscription required" on the API or product.'],
  },
  {
    pattern: /invalid CRLF characters/i,
    check: null,
    certainty: 'observed',
    explanation: "A policy writes LastError.Message into a header, and the library's text has line breaks: the 401 became a 500.",
    cures: ['Strip carriage return and line feed in the expression, or write a fixed text.'],
  },
  {
    pattern: /element 'validate-(jwt|azure-ad-token)' has invalid child element/i,
    check: null,
    certainty: 'observed',
    explanation: 'The policy could not be saved: its child elements stand in the wrong order, or one of them does not belong there.',
    cures: ['Put them in the order openid-config, issuer-signing-keys, decryption-keys, audiences, issuers, required-claims.'],
  },
  {
    pattern: /Data at the root level is invalid|Name cannot begin with the '.' character/i,
    check: null,
    certainty: 'observed',
    explanation: 'The policy was sent as XML, but its expressions are not escaped.',
    cures: ['Send it in the format rawxml, or escape quotes, < and & inside the expressions.'],
  },
  {
    pattern: /Could not load policies/i,
    check: null,
    certainty: 'observed',
    explanation: 'The portal could not read the policy: often a named value that does not exist.',
    cures: ['Check the {{named values}} of the policy.'],
  },
  {
    pattern: /Expression evaluation failed[\s\S]{0,2000}AsJwt|AsJwt\(\)[\s\S]{0,2000}(null|NullReference)/i,
    check: null,
    certainty: 'observed',
    explanation: 'AsJwt() gives null for a text that still holds the word Bearer.',
    cures: ['Strip the scheme before AsJwt(), or use output-token-variable-name of the token policy.'],
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
