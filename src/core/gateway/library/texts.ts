/**
 * The texts of 8.23.0's JsonWebTokenHandler, as far as they do not depend on what only the gateway knows. Where the library goes
 * on with the keys that it tried, the text ends with an ellipsis.
 * Source: the library itself (Microsoft.IdentityModel.*, LogMessages), compared with its answers.
 */

/** What the library writes in the place of a token. */
const hiddenArtifact =
  "[Security Artifact of type 'Microsoft.IdentityModel.Logging.SecurityArtifact' is hidden. For more details, see https://aka.ms/IdentityModel/SecurityArtifactLogging.]";

const compactForms =
  "The token needs to be in JWS or JWE Compact Serialization Format. (JWS): 'EncodedHeader.EncodedPayload.EncodedSignature'. (JWE): 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.";

/** Texts of the codes that hold no value, or only hidden ones. */
const fixedTexts: Readonly<Record<string, string>> = {
  IDX10206: "Unable to validate audience. The 'audiences' parameter is empty.",
  IDX10211: "Issuer validation failed. Unable to validate issuer. The 'issuer' parameter is null or whitespace.",
  IDX10214: 'Audience validation failed. See https://aka.ms/identitymodel/app-context-switches',
  IDX10500: 'Signature validation failed. No security keys were provided to validate the signature.',
  IDX10504: `Unable to validate signature, token does not have a signature: '${hiddenArtifact}'.`,
  IDX10511: "Signature validation failed. Keys tried: '…",
  IDX10517: "Signature validation failed. The token's kid is missing. Keys tried: '…",
  IDX10603: "Decryption failed. Keys tried: '…",
  IDX10609: `Decryption failed. No Keys tried: token: '${hiddenArtifact}'.`,
  IDX14100: `JWT is not well formed, there are no dots (.).\n${compactForms}`,
  IDX14101: `Unable to decode the payload '${hiddenArtifact}' as Base64Url encoded string.`,
  IDX14102: `Unable to decode the header '${hiddenArtifact}' as Base64Url encoded string.`,
  IDX14120: `JWT is not well formed, there is only one dot (.).\n${compactForms}`,
  IDX14121: `JWT is not a well formed JWE, there must be four dots (.).\n${compactForms}`,
  IDX14122: `JWT is not a well formed JWE, there are more than four dots (.) a JWE can have at most 4 dots.\n${compactForms}`,
  IDX14309: 'Unable to decode the initialization vector as Base64Url encoded string.',
  IDX14310: 'JWE authentication tag is missing.',
  IDX40003: 'Neither `tid` nor `tenantId` claim is present in the token obtained from Microsoft identity platform. ',
  IDX40002:
    "Microsoft.IdentityModel does not support a B2C issuer with 'tfp' in the URI. See https://aka.ms/ms-id-web/b2c-issuer for details. ",
};

/** The text of a code that holds no value of the token; null where it is not known. */
export function fixedText(idx: string): string | null {
  const text = fixedTexts[idx];
  return text === undefined ? null : `${idx}: ${text}`;
}

/** A moment as the library writes it: `12/23/2026 04:26:40`, in UTC. */
function writeInvariant(seconds: number): string {
  const [date = '', time = ''] = new Date(clampSeconds(seconds) * 1000).toISOString().split(/[T.]/);
  const [year = '', month = '', day = ''] = date.split('-');
  return `${month}/${day}/${year} ${time}`;
}

/** A moment for a sentence: `2026-12-23 04:26:40 UTC`. */
export function writeMoment(seconds: number): string {
  return `${new Date(clampSeconds(seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** The library's calendar ends with the year 9999; it begins where Unix time does, because earlier moments count as that one. */
function clampSeconds(seconds: number): number {
  return Math.min(Math.max(Math.trunc(seconds), 0), 253402300799);
}

export const noExpiryText =
  "IDX10225: Lifetime validation failed. The token is missing an Expiration Time. Tokentype: 'Microsoft.IdentityModel.JsonWebTokens.JsonWebToken'.";

export function expiredText(expires: number, now: number): string {
  return `IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '${writeInvariant(expires)}', Current time (UTC): '${writeInvariant(now)}'.`;
}

export function notYetValidText(from: number, now: number): string {
  return `IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '${writeInvariant(from)}', Current time (UTC): '${writeInvariant(now)}'.`;
}

export function invertedText(from: number, expires: number): string {
  return `IDX10224: Lifetime validation failed. The NotBefore (UTC): '${writeInvariant(from)}' is after Expires (UTC): '${writeInvariant(expires)}'.`;
}

/** Characters that cannot be seen are written as escapes, so that nobody forges lines of a log. */
function showHidden(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, letter => {
    if (letter.length > 1) return letter;
    return { '\t': '\\t', '\n': '\\n', '\r': '\\r' }[letter] ?? `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

export function issuerText(issuer: string, accepted: readonly string[]): string {
  return `IDX10205: Issuer validation failed. Issuer: '${showHidden(issuer)}'. Did not match: validationParameters.ValidIssuer: 'null' or validationParameters.ValidIssuers: '${showHidden(accepted.join(', '))}' or validationParameters.ConfigurationManager.CurrentConfiguration.Issuer: 'Null'. For more details, see https://aka.ms/IdentityModel/issuer-validation. `;
}

/** The text ends with a space, as the library's does. */
export function tenantIssuerText(issuer: string): string {
  return `IDX40001: Issuer: '${showHidden(issuer)}', does not match any of the valid issuers provided for this application. `;
}

export function keyNotFoundText(kid: string): string {
  return `IDX10503: Signature validation failed. The token's kid is: '${showHidden(kid)}', but did not match any keys in TokenValidationParameters or Configuration. Keys tried: '…`;
}

export function tooLargeText(length: number, limit: number): string {
  return `IDX10209: Token has length: '${String(length)}' which is larger than the MaximumTokenSizeInBytes: '${String(limit)}'.`;
}
