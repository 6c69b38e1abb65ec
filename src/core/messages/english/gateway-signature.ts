import { nameEngines, type Disagreement } from './gateway-engines.js';
/** A member of a document that is of the wrong kind. */
export interface MemberFault {
  readonly member: string;
  readonly wanted: keyof typeof wantedKinds | 'key';
  readonly found: keyof typeof jsonKinds;
}

const wantedKinds = {
  text: 'a text',
  texts: 'a list of texts',
  boolean: 'true or false, without quotes',
  'written-boolean': 'true or false',
};

const jsonKinds = { text: 'a text', number: 'a number', boolean: 'true or false', null: 'null', list: 'a list', object: 'an object' };

/** How many members are named. */
const mostNamed = 3;

function describeFaults(faults: readonly MemberFault[]): string {
  const named = faults.slice(0, mostNamed).map(({ member, wanted, found }) => describeFault(member, wanted, found));
  const rest = faults.length - named.length;
  return `${named.join('; ')}${rest > 0 ? `; and ${String(rest)} more` : ''}`;
}

function describeFault(member: string, wanted: MemberFault['wanted'], found: keyof typeof jsonKinds): string {
  if (wanted === 'key')
    return member.endsWith(']')
      ? `"${member}" is ${jsonKinds[found]}, and it has to be a key`
      : `"${member}" is ${jsonKinds[found]}, and it has to be a list of keys`;
  return `"${member}" is ${describeFound(wanted, found)}, and it has to be ${wantedKinds[wanted]}`;
}

/** A list of texts that is a list already holds something else. */
function describeFound(wanted: keyof typeof wantedKinds, found: keyof typeof jsonKinds): string {
  return wanted === 'texts' && found === 'list' ? 'a list with something else in it' : jsonKinds[found];
}

/** Why the check `signature` came out as it did: what happened and what to do. */
export const signatureReasons = {
  'signature-verified': (values: { readonly kid: string | null; readonly from: string | null }): string =>
    `The signature is right: it was made with the key ${values.kid === null ? '' : `"${values.kid}" `}that ${values.from === null ? 'stands in the policy' : `is published at ${values.from}`}.`,
  'signature-not-required': (): string =>
    'The token is not signed, and the policy accepts that (require-signed-tokens="false"): anybody can write such a token.',
  'signature-absent': (): string =>
    'The token is not signed, and the policy asks for a signature. Send the signed token, whole; switch require-signed-tokens off only if you mean it.',
  'signature-wrong': (values: { readonly kid: string; readonly from: string | null }): string =>
    `The signature is wrong: the key "${values.kid}" ${values.from === null ? 'of the policy' : `published at ${values.from}`} did not make it. The token was altered or cut off after it was issued, or this is another key of the same name. Copy the token again, whole.`,
  'signature-wrong-graph': (): string =>
    'The signature cannot be verified, because the header has a "nonce": this is a token for Microsoft Graph or another of Microsoft\'s own APIs, and nobody else can verify it. Ask for a token for your own API, with a scope such as api://{your API}/.default.',
  'signature-algorithm': (values: { readonly algorithm: string; readonly kid: string | null }): string =>
    `The token's algorithm "${values.algorithm}" does not fit the key${values.kid === null ? '' : ` "${values.kid}"`}. Names are compared exactly, in upper case; an RSA key or certificate that was pasted as the text of a key counts as a secret for HS256. Use certificate-id or n and e for an RSA key.`,
  'signing-key-not-found': (values: {
    readonly kid: string;
    readonly published: readonly string[];
    readonly addresses: readonly string[];
  }): string =>
    `No key has the token's kid "${values.kid}", and none of the others made its signature${values.published.length === 0 ? '' : ` (published: ${values.published.join(', ')})`}. The token comes from another tenant or issuer, or the keys were changed within the last hour. Compare the token's issuer with ${values.addresses.length === 0 ? 'the keys in the policy' : values.addresses.join(' and ')}.`,
  'signing-key-not-named': (): string =>
    'The token names no key (no kid), and none of the keys made its signature. It comes from another issuer, or it was altered.',
  'no-signing-keys': (): string =>
    'There is no key to verify the signature with: no key set with a signing key, and no key in the policy. Add an openid-config.',
  'documents-missing': (values: { readonly addresses: readonly string[] }): string =>
    `The signature was not verified, because the signing keys are not at hand. Needed: ${values.addresses.join(', ')}.`,
  'document-unreadable': (values: { readonly addresses: readonly string[] }): string =>
    `The document at ${values.addresses.join(', ')} cannot be read as what it should be: an OpenID configuration with issuer and jwks_uri, or a key set. Open the address and compare.`,
  'document-refused': (values: { readonly address: string; readonly faults: readonly MemberFault[] }): string =>
    `The gateway's library refuses the whole document at ${values.address}: ${describeFaults(values.faults)}. So every token gets 401, whoever signed it, even if other validators read the document. Ask the owner of the document to correct that.`,
  'document-refused-by-some': (values: Disagreement & { readonly address: string; readonly faults: readonly MemberFault[] }): string =>
    `Whether the gateway reads the document at ${values.address} depends on the generation of its library: ${describeFaults(values.faults)}. The whole document is refused by ${nameEngines(values.refused)} and read by ${nameEngines(values.accepted)}. Ask the owner of the document to correct that.`,
  'document-refused-beside': (values: { readonly address: string; readonly faults: readonly MemberFault[] }): string =>
    `The gateway's library refuses the whole document at ${values.address}: ${describeFaults(values.faults)}. The signature fits a key of another document; whether the gateway goes on without this one is not documented. Ask the owner of the document to correct that, or remove its address.`,
  'keys-over-http': (values: { readonly address: string }): string =>
    `The signature is right, but the key set stands at an address without encryption (${values.address}), and the gateway's library asks for https there. Ask the owner of the document for a jwks_uri with https.`,
  'key-in-gateway': (values: { readonly keys: readonly string[] }): string =>
    `The signature was not verified, because the key is kept inside the gateway (${values.keys.join(', ')}).`,
  'inline-key-unreadable': (): string =>
    'A key in the policy is not readable: the text of a key is base64, n and e are base64url and stand together. What the gateway does with it is not documented; correct the key.',
  'algorithm-not-documented': (values: { readonly algorithm: string }): string =>
    `The signature is right, but the gateway documents RS256, RS512, PS256, ES256, HS256 and HS512 only, and this is ${values.algorithm}. Its library would accept it. To be safe, let the issuer sign with one of those.`,
  'key-length-differs': (values: Disagreement & { readonly algorithm: string; readonly bits: number }): string =>
    `The signature is right, but the key has ${String(values.bits)} bits: for ${values.algorithm} that is refused by ${nameEngines(values.refused)} of the gateway's library and accepted by ${nameEngines(values.accepted)}. Use a longer key.`,
  'signature-form-differs': (values: Disagreement): string =>
    `The last part of the token holds characters that do not belong there (white space, padding, or plain base64): that is refused by ${nameEngines(values.refused)} of the gateway's library and accepted by ${nameEngines(values.accepted)}. Send the token exactly as it was issued.`,
  'signature-key-form-differs': (values: Disagreement): string =>
    `The key that made the signature is published in a form that does not belong there (white space, padding, or plain base64 in its numbers): it is not read by ${nameEngines(values.refused)} of the gateway's library, and read by ${nameEngines(values.accepted)}. Let the issuer publish it as base64url.`,
  'signature-malformed': (): string => 'The last part of the token, its signature, is not base64url. Copy the token again, whole.',
  'signature-key-elsewhere': (values: Disagreement): string =>
    `The token names one key and was signed with another: that is refused by ${nameEngines(values.refused)} of the gateway's library and accepted by ${nameEngines(values.accepted)}.`,
};
