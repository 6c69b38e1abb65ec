import { brief, type Said } from '../said.js';
import { nameEngines, type Disagreement } from './gateway-engines.js';

const camps = ({ refused, accepted }: Disagreement): string =>
  `refused by ${nameEngines(refused)} of the gateway's library and accepted by ${nameEngines(accepted)}`;

/** A member of a document that is of the wrong kind. */
export interface MemberFault {
  /** Empty for the document itself. */
  readonly member: string;
  readonly wanted: keyof typeof wantedKinds | 'key' | 'document';
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
  if (wanted === 'document') return `it is ${jsonKinds[found]}, and it has to be an object`;
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
    `The signature is valid: it was made with the key ${values.kid === null ? '' : `"${values.kid}" `}${values.from === null ? 'in the policy' : `published at ${values.from}`}.`,
  'signature-not-required': (): string =>
    'The token is not signed, and the policy accepts that (require-signed-tokens="false"): anyone can make up such a token.',
  'signature-absent': (): Said => ({
    title: 'The token is not signed, but the policy requires a signature. Send the whole signed token.',
    detail: 'Set require-signed-tokens to false only if you mean it.',
  }),
  'signature-wrong': (values: { readonly kid: string; readonly from: string | null }): Said => ({
    title: `The signature is invalid: key ${brief(values.kid, 24)} did not sign this token. Copy the whole token again.`,
    detail: `The key "${values.kid}" is ${values.from === null ? 'in the policy' : `published at ${values.from}`}. The token was altered or cut off after it was issued, or another key has the same id.`,
  }),
  'signature-wrong-graph': (): Said => ({
    title: 'Only Microsoft can verify this token: its header has a nonce. Ask for a token for your own API.',
    detail: "It is for Microsoft Graph or another of Microsoft's own APIs. Ask for a scope such as api://{your API}/.default.",
  }),
  'secret-too-short': (values: { readonly algorithm: string; readonly bits: number; readonly wanted: number }): Said => ({
    title: `The policy's secret has ${String(values.bits)} bits; ${brief(values.algorithm, 16)} needs ${String(values.wanted)}. Use a longer one.`,
    detail:
      "Change it in the policy and where tokens are signed. The signature matches the current one; some generations of the gateway's library accept 128 bits.",
  }),
  'secret-without-base64': (values: { readonly algorithm: string }): Said => ({
    title: 'The secret in the policy is not base64, and the gateway decodes it. Write the base64 form of the same secret.',
    detail: `The ${values.algorithm} signature of this token matches the text as it is.`,
  }),
  'elliptic-key-inline': (values: { readonly algorithm: string }): Said => ({
    title: `${brief(values.algorithm, 16)} needs an EC key, which a key element cannot have. Use openid-config or certificate-id.`,
    detail: 'The text of a key element is a shared secret; n and e are an RSA key.',
  }),
  'text-key-for-rsa': (values: { readonly algorithm: string; readonly isCertificate: boolean }): Said => ({
    title: `${brief(values.algorithm, 16)} needs a public key, but the text of a key element is a shared secret. Use openid-config.`,
    detail: `${values.isCertificate ? 'A certificate pasted there counts as a secret as well. ' : ''}Or use certificate-id, or n and e of the public key.`,
  }),
  'signature-algorithm': (values: { readonly algorithm: string; readonly kid: string | null }): Said => ({
    title: `The token's algorithm ${brief(values.algorithm, 20)} does not match the key. Sign with another algorithm, or use its key.`,
    detail: `${values.kid === null ? '' : `The key is "${values.kid}". `}Algorithm names are compared exactly, in upper case.`,
  }),
  'signing-key-not-found': (values: {
    readonly kid: string;
    readonly published: readonly string[];
    readonly addresses: readonly string[];
  }): Said => ({
    title: `None of the policy's keys has the token's kid ${brief(values.kid, 20)}. Use the metadata of the token's issuer.`,
    detail: `The other keys did not sign it either${values.published.length === 0 ? '' : ` (published: ${values.published.join(', ')})`}. Either the token comes from another tenant or issuer: compare its iss with ${values.addresses.length === 0 ? 'the keys in the policy' : values.addresses.join(' and ')}. Or the keys were changed within the last hour.`,
  }),
  'signing-key-not-named': (): Said => ({
    title: "No key matches the signature. Use the metadata of the token's issuer, and send the token unaltered.",
    detail: 'The token does not say which key signed it (no kid).',
  }),
  'no-signing-keys': (): Said => ({
    title: 'There is no key to verify the signature with. Add an openid-config.',
    detail: 'No key set has a signing key, and the policy has no key of its own.',
  }),
  'documents-missing': (values: { readonly addresses: readonly string[] }): Said => ({
    title: 'The signature is not verified yet: the signing keys are missing here. Fetch the metadata.',
    detail: `Needed: ${values.addresses.join(', ')}.`,
  }),
  'document-unreadable': (values: { readonly addresses: readonly string[] }): Said => ({
    title: `The document at ${brief(values.addresses.join(', '), 36)} is not an OpenID configuration or key set. Open and compare it.`,
    detail: `An OpenID configuration has issuer and jwks_uri, a key set has keys: ${values.addresses.join(', ')}.`,
  }),
  'document-refused': (values: { readonly address: string; readonly faults: readonly MemberFault[] }): Said => ({
    title: `The gateway cannot read the document at ${brief(values.address.replace(/^https:\/\//, ''), 36)}. Ask its owner to correct it.`,
    detail: `The gateway's library refuses the whole document at ${values.address}: ${describeFaults(values.faults)}. So every token gets a 401, whoever signed it, even if other validators read the document.`,
  }),
  'document-refused-by-some': (values: Disagreement & { readonly address: string; readonly faults: readonly MemberFault[] }): Said => ({
    title: `Not every gateway reads the document at ${brief(values.address.replace(/^https:\/\//, ''), 36)}. Ask its owner to correct it.`,
    detail: `At ${values.address}: ${describeFaults(values.faults)}. The whole document is ${camps(values)}.`,
  }),
  'document-refused-beside': (values: { readonly address: string; readonly faults: readonly MemberFault[] }): Said => ({
    title: `The gateway cannot read one document, ${brief(values.address.replace(/^https:\/\//, ''), 30)}. Have it corrected, or remove it.`,
    detail: `The gateway's library refuses the whole document at ${values.address}: ${describeFaults(values.faults)}. The signature fits a key of another document; whether the gateway goes on without this one is not documented. Ask its owner to correct that, or remove its address.`,
  }),
  'keys-over-http': (values: { readonly address: string }): Said => ({
    title: 'The key set has an http address, but the gateway requires https. Ask for a jwks_uri with https.',
    detail: `The signature is valid, but the key set is at ${values.address}, and the gateway's library requires https.`,
  }),
  'key-in-gateway': (values: { readonly keys: readonly string[] }): Said => ({
    title: 'The signature cannot be verified here: the key is kept inside the gateway.',
    detail: `The key: ${values.keys.join(', ')}.`,
  }),
  'inline-key-unreadable': (): Said => ({
    title: 'A key in the policy cannot be read. Correct it.',
    detail: 'The text of a key is base64; n and e are base64url and go together. What the gateway does with any other is not documented.',
  }),
  'algorithm-not-documented': (values: { readonly algorithm: string }): Said => ({
    title: `The gateway does not document ${brief(values.algorithm, 24)}. Have the issuer sign with a documented algorithm.`,
    detail: `The signature is valid, and the gateway's library would accept it. The gateway documents RS256, RS512, PS256, ES256, HS256 and HS512 only; this is ${values.algorithm}.`,
  }),
  'key-length-differs': (values: Disagreement & { readonly algorithm: string; readonly bits: number }): Said => ({
    title: `The key has only ${String(values.bits)} bits, too few for some gateways. Use a longer key.`,
    detail: `The signature is valid. For ${values.algorithm} such a key is ${camps(values)}.`,
  }),
  'signature-form-differs': (values: Disagreement): Said => ({
    title: 'The signature has characters that not every gateway accepts. Send the token exactly as it was issued.',
    detail: `White space, padding or plain base64 in the last part of a token is ${camps(values)}.`,
  }),
  'signature-key-form-differs': (values: Disagreement): Said => ({
    title: 'The key is published in a form that not every gateway reads. Have the issuer publish it as base64url.',
    detail: `Its numbers have white space, padding or plain base64, which is ${camps(values)}.`,
  }),
  'signature-malformed': (): Said => ({
    title: 'The signature, the last part of the token, is not base64url. Copy the whole token again.',
    detail: '',
  }),
  'signature-key-elsewhere': (values: Disagreement): Said => ({
    title: 'The token names one key and was signed with another. Whether it passes depends on the gateway.',
    detail: `That is ${camps(values)}.`,
  }),
};
