import { nameEngines, type Disagreement } from './gateway-engines.js';

/** A list in a sentence: quoted, the last two joined by `or`. */
export function listQuoted(values: readonly string[]): string {
  const quoted = values.map(value => `"${value}"`);
  const last = quoted.at(-1);
  if (last === undefined) return 'nothing';
  return quoted.length === 1 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}

/** An expression can be pages long; its beginning tells which it is. */
function shortenExpression(expression: string): string {
  const line = expression.replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** What is wrong with the header or the claims of a token. */
export type PartFault = { readonly kind: keyof typeof partFaults } | { readonly kind: 'member-kinds'; readonly names: readonly string[] };

const partFaults = {
  empty: 'it is empty',
  'not-base64url': 'it is not base64url',
  'unusual-characters': 'it holds white space, padding or characters that do not belong there',
  null: 'it is null',
  nested: 'it is nested too deeply',
  'no-object': 'it is JSON, but no object',
  'no-json': 'it is no JSON object',
  'text-after': 'something stands after the JSON object',
  'loose-json': 'it is not JSON in its standard form',
};

function describeFault(fault: PartFault): string {
  if (fault.kind !== 'member-kinds') return partFaults[fault.kind];
  return `${fault.names.join(' and ')} ${fault.names.length === 1 ? 'has' : 'have'} a kind of value that does not belong there`;
}

/** A part of an encrypted token, or a member of its header. */
export type EncryptedPart = keyof typeof encryptedParts;

const encryptedParts = {
  header: 'header',
  'encrypted-key': 'encrypted key',
  'initialization-vector': 'initialization vector',
  ciphertext: 'ciphertext',
  'authentication-tag': 'authentication tag',
  enc: 'header member "enc"',
  zip: 'header member "zip"',
};

/** What is not known: an attribute of the policy, or one of several values. */
export type UnknownValue = keyof typeof unknownValues;

const unknownValues = {
  'header-name': 'header-name',
  'query-parameter-name': 'query-parameter-name',
  'token-value': 'token-value',
  'require-scheme': 'require-scheme',
  'clock-skew': 'clock-skew',
  'require-expiration-time': 'require-expiration-time',
  'require-signed-tokens': 'require-signed-tokens',
  audience: 'An accepted audience',
  issuer: 'An accepted issuer',
  client: 'An accepted client id',
  claim: 'A required claim',
  'signing-key': 'A signing key or its address',
  tenant: 'The tenant or its endpoint',
};

/** Why the checks `source` and `form` came out as they did: what happened and what to do. */
export const formReasons = {
  'value-unknown': (values: { readonly what: UnknownValue; readonly missing: readonly string[] }): string =>
    values.missing.every(name => name.startsWith('@'))
      ? `${unknownValues[values.what]} is not known here: it is what an expression gives (${values.missing.map(shortenExpression).join(', ')}), and expressions are not evaluated here.`
      : `${unknownValues[values.what]} is not known here, because ${listQuoted(values.missing)} stands in its place. Supply the value to settle this.`,
  'boolean-unclear': (values: { readonly name: string; readonly value: string }): string =>
    `${values.name}="${values.value}" is neither "true" nor "false", and what the gateway makes of it is not documented. Write the word.`,
  'token-empty': (): string => 'There is no token: the gateway answers "JWT not present.". Send the token where the policy looks for it.',
  'source-none': (): string =>
    'The policy does not say where the token is: validate-jwt needs one of header-name, query-parameter-name and token-value. Add header-name="Authorization".',
  'source-several': (values: { readonly places: readonly string[] }): string =>
    `The policy names several places for the token (${values.places.join(', ')}), and which one counts is not documented. Keep one.`,
  'source-header': (values: { readonly header: string; readonly scheme: string | null }): string =>
    values.scheme === null
      ? `The gateway reads the token from the header ${values.header}.`
      : `The gateway reads the token from the header ${values.header}, after the scheme ${values.scheme}. Without that word it answers "JWT not present.".`,
  'source-custom-header': (values: { readonly header: string; readonly scheme: string | null }): string =>
    `The gateway reads the token from the header ${values.header}, which must hold the bare token, without "Bearer ".` +
    (values.scheme === null ? '' : ` It ignores require-scheme="${values.scheme}", because that counts for the Authorization header only.`),
  'source-query': (values: { readonly parameter: string }): string =>
    `The gateway reads the token from the query parameter ${values.parameter}.`,
  'source-token-value': (values: { readonly expression: string }): string =>
    `The gateway takes the token from the expression ${values.expression}, which is not run here. The other checks hold if it gives exactly this token, without "Bearer ".`,
  'source-token-value-stripped': (): string => 'The gateway takes the token from the Authorization header with the scheme removed.',
  'source-token-value-with-scheme': (): string =>
    'token-value gives the whole Authorization header. It must not hold the word "Bearer": the gateway refuses such a value as malformed. Strip the scheme in the expression, or use header-name="Authorization".',
  'source-token-value-fixed': (): string =>
    'token-value is a fixed text, so the policy validates that text and never looks at what the caller sends. Use header-name="Authorization".',
  'needs-readable-token': (): string => 'This cannot be tested, because the token cannot be read.',
  'token-too-large': (values: { readonly length: number; readonly limit: number }): string =>
    `The token has ${String(values.length)} characters; the gateway's library reads at most ${String(values.limit)}. Ask for a token with fewer claims.`,
  'token-segments': (values: { readonly dots: number }): string =>
    values.dots === 0
      ? 'The text has no dots, so it is no JSON Web Token. It may be an opaque token, a reference or a password: ask the issuer for a JSON Web Token, with a scope of your own API.'
      : values.dots === 1
        ? 'The text has one dot only; a signed token has two. Either the signature was not copied, or the text is no JSON Web Token.'
        : `The text has ${String(values.dots)} dots; a signed token has two and an encrypted one four. Copy exactly one token.`,
  'token-header-unreadable': (values: { readonly fault: PartFault }): string =>
    `The first part of the token, its header, cannot be read: ${describeFault(values.fault)}. Send the bare token, exactly as it was issued.`,
  'token-claims-unreadable': (values: { readonly fault: PartFault }): string =>
    `The middle part of the token, its claims, cannot be read: ${describeFault(values.fault)}. Copy the token again, whole.`,
  'token-form-differs': (values: Disagreement & { readonly fault: PartFault }): string =>
    `Whether the gateway reads this token depends on the generation of its library: ${describeFault(values.fault)}; that is refused by ${nameEngines(values.refused)} and read by ${nameEngines(values.accepted)}. A token in its exact standard form is read by all.`,
  'actor-unreadable': (values: Disagreement): string =>
    `The claim actort looks like the token of an actor and cannot be read as one: that is refused by ${nameEngines(values.refused)} of the gateway's library and passed over by ${nameEngines(values.accepted)}. Let the issuer write a whole token there, or leave it out.`,
  'encrypted-part': (values: { readonly part: EncryptedPart }): string =>
    `The text has five parts like an encrypted token, but its ${encryptedParts[values.part]} is missing or not base64url. Copy the token again, whole; two tokens pasted together and a token shortened with "..." look like this, too.`,
  'encrypted-no-key': (): string =>
    'The token is encrypted and the policy has no decryption key for it. Ask for a token that is signed and not encrypted; where this API is meant to open it, put the key into decryption-keys.',
  'encrypted-key-unknown': (values: { readonly keys: readonly string[] }): string =>
    `The token is encrypted, and the decryption key is not known here (${values.keys.join(', ')}): what is inside cannot be predicted.`,
  'encrypted-compressed': (): string =>
    'The token is encrypted and compressed (zip). The gateway documents that it takes such tokens; what is inside is not unpacked here, so it cannot be predicted.',
  'encrypted-wrong-key': (): string =>
    'The token is encrypted, and none of the decryption keys of the policy opens it. Compare the key with the one that the issuer encrypts for, and its length with the algorithm.',
  'encrypted-not-supported': (values: { readonly algorithm: string }): string =>
    `The token is encrypted with ${values.algorithm}. The gateway documents direct encryption with A128CBC-HS256, A192CBC-HS384 and A256CBC-HS512 for keys that are written into the policy.`,
};
