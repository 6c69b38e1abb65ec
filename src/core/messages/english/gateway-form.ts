import { brief, type Said } from '../said.js';
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
  'unusual-characters': 'it has white space, padding or other characters that do not belong there',
  null: 'it is null',
  nested: 'it is nested too deeply',
  'no-object': 'it is JSON, but not an object',
  'no-json': 'it is not JSON',
  'text-after': 'something follows the JSON object',
  'loose-json': 'it is not standard JSON',
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
  'value-unknown': ({ what, missing }: { readonly what: UnknownValue; readonly missing: readonly string[] }): Said =>
    missing.every(name => name.startsWith('@'))
      ? {
          title: `${unknownValues[what]} comes from an expression, which is not evaluated here.`,
          detail: missing.length === 0 ? '' : `The expression: ${missing.map(shortenExpression).join(', ')}.`,
        }
      : {
          title: `${unknownValues[what]} is not known here. Supply ${brief(missing.join(', '), 50)}.`,
          detail: missing.join(', ').length > 50 ? `Needed: ${listQuoted(missing)}.` : '',
        },
  'boolean-unclear': (values: { readonly name: string; readonly value: string }): Said => ({
    title: `${brief(values.name, 30)}="${brief(values.value, 16)}" is neither "true" nor "false". Write one of them.`,
    detail: 'What the gateway does with it is not documented.',
  }),
  'token-empty': (): Said => ({
    title: 'There is no token. Send it where the policy looks for it.',
    detail: '',
  }),
  'source-none': (): Said => ({
    title: 'The policy does not say where the token is. Add header-name="Authorization".',
    detail: 'validate-jwt needs one of header-name, query-parameter-name and token-value.',
  }),
  'source-several': (values: { readonly places: readonly string[] }): Said => ({
    title: `The policy names several places for the token (${brief(values.places.join(', '), 50)}). Keep one.`,
    detail: 'Which one the gateway uses is not documented.',
  }),
  'source-header': (values: { readonly header: string; readonly scheme: string | null }): string =>
    values.scheme === null
      ? `The gateway reads the token from the header ${values.header}.`
      : `The gateway reads the token from the header ${values.header}, after the scheme ${values.scheme}. Without that word it answers "JWT not present.".`,
  'sent-without-scheme': (values: { readonly sent: string; readonly scheme: string }): Said => ({
    title: `The token is sent without the scheme "${brief(values.scheme, 20)}". Send Authorization: ${brief(values.scheme, 20)} {token}.`,
    detail: `The policy requires "${values.scheme}" before the token; the pasted header has nothing there.`,
  }),
  'sent-other-scheme': (values: { readonly sent: string; readonly scheme: string }): Said => ({
    title: `The token is sent after "${brief(values.sent, 20)}". Send Authorization: ${brief(values.scheme, 20)} {token}.`,
    detail: `The policy requires "${values.scheme}" before the token; the pasted header has "${values.sent}".`,
  }),
  'sent-scheme-twice': (values: { readonly word: string }): Said => ({
    title: `The scheme is sent twice: "${brief(values.word, 20)} ${brief(values.word, 20)}". Send it once.`,
    detail: 'The gateway reads the second word as the beginning of the token. Many tools add the scheme themselves.',
  }),
  'sent-scheme-case': (values: { readonly sent: string; readonly scheme: string }): Said => ({
    title: `The scheme is sent as "${brief(values.sent, 20)}". Send "${brief(values.scheme, 20)}".`,
    detail: `Whether upper and lower case matter in the scheme is not documented; "${values.scheme}" is safe.`,
  }),
  'sent-odd-space': (values: { readonly sent: string; readonly scheme: string }): Said => ({
    title: `Send exactly one space between "${brief(values.sent, 20)}" and the token.`,
    detail: 'The pasted header has other white space there, and how the gateway reads it is not documented.',
  }),
  'sent-several': (values: { readonly name: string }): Said => ({
    title: `The pasted text has the header ${brief(values.name, 30)} more than once. Send it once.`,
    detail: 'Which one the gateway reads is not documented.',
  }),
  'sent-scheme-unclear': (values: { readonly name: string; readonly sent: string; readonly scheme: string }): Said => ({
    title:
      values.name.toLowerCase() === 'authorization'
        ? `The token is sent after "${brief(values.sent, 30)}". Send Bearer, and write require-scheme="Bearer".`
        : `The token is sent after "${brief(values.sent, 30)}". Send the token alone in ${brief(values.name, 30)}.`,
    detail: `The policy does not ask for a scheme in ${values.name}; whether the gateway removes "${values.sent}" is not documented.`,
  }),
  'sent-elsewhere': (values: { readonly sent: string; readonly asked: string }): Said => ({
    title: `The token is sent in ${brief(values.sent, 24)}, but the policy reads ${brief(values.asked, 24)}. Send it there.`,
    detail: `If the client sends it only in ${values.sent}, the gateway answers "JWT not present.".`,
  }),
  'source-custom-header': (values: { readonly header: string; readonly scheme: string | null }): string =>
    `The gateway reads the token from the header ${values.header}: send the bare token there, without "Bearer ".` +
    (values.scheme === null ? '' : ` It ignores require-scheme="${values.scheme}", which works with the Authorization header only.`),
  'source-query': (values: { readonly parameter: string }): string =>
    `The gateway reads the token from the query parameter ${values.parameter}.`,
  'source-token-value': (values: { readonly expression: string }): Said => ({
    title: 'The token comes from an expression, which is not evaluated here. Make sure that it returns the bare token.',
    detail: `The expression: ${shortenExpression(values.expression)}. The other checks are right if it returns exactly this token, without "Bearer ".`,
  }),
  'source-token-value-stripped': (): string => 'The gateway reads the token from the Authorization header, with the scheme removed.',
  'source-token-value-with-scheme': (): Said => ({
    title: 'token-value returns the whole Authorization header, "Bearer" included. Use header-name="Authorization" instead.',
    detail: 'The gateway refuses such a value as malformed. Alternatively, strip the scheme in the expression.',
  }),
  'source-token-value-fixed': (): Said => ({
    title: 'token-value is a fixed text: the policy never looks at what the caller sends. Use header-name="Authorization".',
    detail: '',
  }),
  'claims-only': (): Said => ({
    title: 'Not known: the text has the decoded claims, not the token.',
    detail: 'Paste the token itself to have it checked.',
  }),
  'needs-readable-token': (): string => 'This cannot be checked, because the token cannot be read.',
  'token-too-large': (values: { readonly length: number; readonly limit: number }): Said => ({
    title: `The token has ${String(values.length)} characters, more than the gateway reads. Ask for one with fewer claims.`,
    detail: `The gateway's library reads at most ${String(values.limit)} characters.`,
  }),
  'token-segments': (values: { readonly dots: number }): Said =>
    values.dots === 0
      ? {
          title: 'This is not a JSON Web Token: it has no dots. Ask for one with a scope of your own API.',
          detail: 'It may be an opaque token, a reference or a password.',
        }
      : values.dots === 1
        ? {
            title: 'The text has one dot, a signed token has two. Copy the signature as well, or ask for a JSON Web Token.',
            detail: '',
          }
        : {
            title: `The text has ${String(values.dots)} dots; a signed token has two, an encrypted one four. Copy exactly one token.`,
            detail: '',
          },
  'token-header-unreadable': (values: { readonly fault: PartFault }): Said => ({
    title: "The token's header cannot be read. Send the bare token, exactly as it was issued.",
    detail: `The header is its first part: ${describeFault(values.fault)}.`,
  }),
  'token-claims-unreadable': (values: { readonly fault: PartFault }): Said => ({
    title: "The token's claims cannot be read. Copy the whole token again.",
    detail: `The claims are its middle part: ${describeFault(values.fault)}.`,
  }),
  'token-form-differs': (values: Disagreement & { readonly fault: PartFault }): Said => ({
    title: 'Not every gateway reads this token. Use a token in its exact standard form.',
    detail: `One part has an unusual form: ${describeFault(values.fault)}. It is refused by ${nameEngines(values.refused)} of the gateway's library and read by ${nameEngines(values.accepted)}.`,
  }),
  'actor-unreadable': (values: Disagreement): Said => ({
    title: 'The claim actort must be one whole token. Have the issuer write one there, or leave it out.',
    detail: `Such a claim is refused by ${nameEngines(values.refused)} of the gateway's library and ignored by ${nameEngines(values.accepted)}.`,
  }),
  'encrypted-part': (values: { readonly part: EncryptedPart }): Said => ({
    title: `The ${encryptedParts[values.part]} of this encrypted token is missing or damaged. Copy the whole token again.`,
    detail: 'The text has five parts, as an encrypted token has. Two joined tokens, or a token shortened with "...", look the same.',
  }),
  'encrypted-no-key': (): Said => ({
    title: 'The token is encrypted, and the policy has no key for it. Ask for a signed token that is not encrypted.',
    detail: 'If this API is meant to open it, add the key to decryption-keys.',
  }),
  'encrypted-key-unknown': (values: { readonly keys: readonly string[] }): Said => ({
    title: 'The token is encrypted, and the decryption key is not known here, so its claims cannot be checked.',
    detail: `The gateway keeps the key: ${values.keys.join(', ')}.`,
  }),
  'encrypted-compressed': (): Said => ({
    title: 'The token is encrypted and compressed (zip), so its claims cannot be checked here.',
    detail: 'The gateway documents that it accepts such tokens.',
  }),
  'encrypted-wrong-key': (): Said => ({
    title: "None of the policy's decryption keys opens this token. Use the key that the issuer encrypts for.",
    detail: 'Its length must match the algorithm.',
  }),
  'encrypted-not-supported': (values: { readonly algorithm: string }): Said => ({
    title: `The token is encrypted with ${brief(values.algorithm, 24)}, which the gateway does not document. Have the issuer use another.`,
    detail: `For keys in the policy the gateway documents direct encryption with A128CBC-HS256, A192CBC-HS384 and A256CBC-HS512; the token uses ${values.algorithm}.`,
  }),
};
