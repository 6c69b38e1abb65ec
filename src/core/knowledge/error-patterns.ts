// Error texts without a code of the validation library: what the gateway says of a token.
// `documented`: Microsoft's page on error handling in policies; `observed`: reports of users, see each row.

type ErrorCheck = 'source' | 'form' | 'signature' | 'lifetime' | 'audience' | 'issuer' | 'application' | 'claims';

export interface ErrorPattern<Name extends string = string> {
  /** Its meaning and cures stand in the catalogue under this name. */
  readonly name: Name;
  /** A named group `claim` (or `claim2`) is the claim that the text names. Repetitions are bounded: hostile texts cost linear time. */
  readonly pattern: RegExp;
  /** Null where the answer does not come from a token policy. */
  readonly check: ErrorCheck | null;
  readonly certainty: 'documented' | 'observed';
  /** The rules whose findings are about the same thing; absent means those of the check. */
  readonly rules?: readonly string[];
  /** Whether it is told even where a code says what failed. */
  readonly besideCodes?: boolean;
}

/** The rows as they are; the compiler learns their names, and asks the catalogue for each. */
function rowsOf<const Name extends string>(rows: readonly ErrorPattern<Name>[]): readonly ErrorPattern<Name>[] {
  return rows;
}

export const errorPatterns = rowsOf([
  {
    name: 'claim-missing',
    pattern: /JWT \(token\) is missing the following claims?: (?<claim>[\s\S]{1,500}?)\.? {0,20}Access denied|TokenClaimNotFound/i,
    check: 'claims',
    certainty: 'documented',
  },
  {
    name: 'claim-audience',
    pattern: /Claim value mismatch: *(?<claim>aud)=|Claim (?<claim2>aud) value of [\s\S]{0,500}? is not allowed/,
    check: 'claims',
    certainty: 'observed',
  },
  {
    name: 'claim-client',
    pattern: /Claim value mismatch: *(?<claim>azp|appid)=|Claim (?<claim2>azp|appid) value of [\s\S]{0,500}? is not allowed/,
    check: 'claims',
    certainty: 'observed',
  },
  {
    name: 'claim-value',
    pattern:
      /Claim value mismatch: *(?<claim>[^=\n]{1,200})=|Claim (?<claim2>[^\n]{1,200}?) value of [\s\S]{0,500}? is not allowed|TokenClaimValue(NotAllowed|Mismatch)/i,
    check: 'claims',
    certainty: 'observed',
  },
  {
    name: 'token-not-found',
    pattern: /JWT (is )?(not present|missing)|JWT not found in the request|TokenNotPresent|TokenNotFound/i,
    check: 'source',
    certainty: 'documented',
  },
  {
    name: 'audience-not-accepted',
    pattern: /TokenAudienceNotAllowed|Audience validation failed|Unable to validate audience/,
    check: 'audience',
    certainty: 'documented',
  },
  {
    name: 'issuer-not-accepted',
    pattern:
      /TokenIssuerNotAllowed|Issuer is not valid|Issuer validation failed|Unable to validate issuer|does not match any of the valid issuers|IDW10303/,
    check: 'issuer',
    certainty: 'documented',
  },
  {
    name: 'issuer-no-address',
    pattern: /Invalid URI: /,
    check: 'issuer',
    certainty: 'observed',
  },
  {
    name: 'expired',
    pattern: /TokenExpired|The token is expired/,
    check: 'lifetime',
    certainty: 'documented',
  },
  {
    name: 'not-yet-valid',
    pattern: /The token is not yet valid/,
    check: 'lifetime',
    certainty: 'observed',
  },
  {
    name: 'expiry-missing',
    pattern: /The token is missing an Expiration Time/,
    check: 'lifetime',
    certainty: 'observed',
  },
  {
    name: 'key-not-found',
    pattern: /TokenSignatureKeyNotFound|Unable to match key|did not match any keys|No security keys were provided/,
    check: 'signature',
    certainty: 'documented',
  },
  {
    name: 'signature-wrong',
    pattern: /TokenSignatureInvalid|TokenInvalidSignature|Signature validation failed|token does not have a signature/,
    check: 'signature',
    certainty: 'documented',
  },
  {
    name: 'metadata-not-fetched',
    pattern: /Unable to (retrieve document|obtain configuration) from|HttpDocumentRetriever/,
    check: 'signature',
    certainty: 'observed',
  },
  {
    name: 'address-not-https',
    pattern: /not (valid )?as per HTTPS scheme|(openid-config|url)[^\n]{0,200}(must be|should be|is not)[^\n]{0,40}(https|absolute)/i,
    check: 'signature',
    certainty: 'observed',
    rules: ['openid-config-url'],
  },
  {
    name: 'own-text',
    pattern: /Access token is missing or invalid/i,
    check: null,
    certainty: 'documented',
    rules: ['reason-hidden'],
  },
  {
    name: 'refused-for-any-reason',
    pattern: /Invalid Azure AD JWT/i,
    check: null,
    certainty: 'observed',
    // Whatever of these the open policy shows is the reason; the likeliest first.
    rules: [
      'graph-token',
      'id-token',
      'external-id-unsupported',
      'wrong-tenant',
      'issuer-mismatch',
      'audience-mismatch',
      'application-mismatch',
      'claim-missing',
      'claim-mismatch',
      'token-expired',
      'token-not-yet-valid',
      'signing-key-not-found',
      'signature-invalid',
      'token-malformed',
    ],
  },
  {
    name: 'refused',
    pattern: /Invalid JWT|JwtInvalid|JWT Validation Failed|JWT is not well formed|validate-(jwt|azure-ad-token)[\s\S]{0,200}?failed/i,
    check: 'form',
    certainty: 'observed',
  },
  {
    name: 'member-kind',
    pattern:
      /Object reference not set to an instance of an object|Unable to cast object of type '|Cannot cast Newtonsoft\.Json|Error reading \w{1,20}\. Unexpected token|Invalid cast from '|Value was either too large or too small|Arithmetic operation resulted in an overflow|Value cannot be null\. \(Parameter '/,
    check: 'form',
    certainty: 'observed',
  },
  {
    name: 'version-2-refused',
    pattern: /^(?:[^\S\n\r\u2028\u2029]|["'])*ValidationFailed\.?(?:[^\S\n\r\u2028\u2029]|["'])*$|"?reason"?\s*[:=]\s*"?ValidationFailed/im,
    check: 'form',
    certainty: 'observed',
  },
]);

export type ErrorPatternName = (typeof errorPatterns)[number]['name'];

/** What codes of a family are about, by the name of the words for it. */
export type ErrorFamily =
  'issuer-or-audience' | 'validity' | 'signature' | 'algorithms' | 'keys' | 'form' | 'metadata' | 'entra-issuer' | 'token';

/** Codes that error-codes.ts does not list belong to a family by their number. */
export const errorFamilies: readonly { readonly pattern: RegExp; readonly check: ErrorCheck; readonly about: ErrorFamily }[] = [
  { pattern: /^IDX102(0[4-8]|1[1-5]|3\d|6\d)$/, check: 'issuer', about: 'issuer-or-audience' },
  { pattern: /^IDX102/, check: 'lifetime', about: 'validity' },
  { pattern: /^IDX105/, check: 'signature', about: 'signature' },
  { pattern: /^IDX106/, check: 'signature', about: 'algorithms' },
  { pattern: /^IDX10[78]/, check: 'signature', about: 'keys' },
  { pattern: /^IDX1[0-4]/, check: 'form', about: 'form' },
  { pattern: /^IDX2/, check: 'signature', about: 'metadata' },
  { pattern: /^IDX4/, check: 'issuer', about: 'entra-issuer' },
  { pattern: /^IDX/, check: 'form', about: 'token' },
];
