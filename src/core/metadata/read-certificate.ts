import { decodePaddedBase64, encodeBase64url } from './base64.js';
import { readRsaNumbers, type RsaNumbers } from './signing-key.js';

interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly next: number;
}

/** The DER element at an offset; null where it does not fit. */
function readElement(bytes: Uint8Array, offset: number): DerElement | null {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) return null;
  let length = first;
  let start = offset + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) return null;
    length = 0;
    for (let index = 0; index < count; index++) length = length * 256 + (bytes[start + index] ?? 0);
    start += count;
  }
  const end = start + length;
  return end > bytes.length ? null : { tag, content: bytes.subarray(start, end), next: end };
}

/** The elements directly inside. */
function readChildren(bytes: Uint8Array): DerElement[] {
  const children: DerElement[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const element = readElement(bytes, offset);
    if (element === null) return [];
    children.push(element);
    offset = element.next;
  }
  return children;
}

const versionTag = 0xa0;
const bitStringTag = 0x03;
/** 1.2.840.113549.1.1.1 */
const rsaIdentifier = '2a864886f70d010101';

/**
 * The RSA key of an X.509 certificate and the certificate's SHA-1 thumbprint, from one entry of a key's `x5c`; null for anything
 * else. The certificate itself is not judged: the gateway's library does not judge it either when it verifies a token.
 */
export async function readCertificate(base64: string): Promise<{ numbers: RsaNumbers; x5t: string } | null> {
  const bytes = decodePaddedBase64(base64);
  if (bytes === null) return null;
  const [toBeSigned] = readChildren(readElement(bytes, 0)?.content ?? new Uint8Array());
  if (toBeSigned === undefined) return null;
  const fields = readChildren(toBeSigned.content).filter(field => field.tag !== versionTag);
  // serial number, signature algorithm, issuer, validity, subject, then the public key
  const numbers = readPublicKey(fields[5]);
  if (numbers === null) return null;
  const thumbprint = await crypto.subtle.digest('SHA-1', bytes);
  return { numbers, x5t: encodeBase64url(new Uint8Array(thumbprint)) };
}

function readPublicKey(info: DerElement | undefined): RsaNumbers | null {
  if (info === undefined) return null;
  const [algorithm, key] = readChildren(info.content);
  const identifier = algorithm === undefined ? undefined : readChildren(algorithm.content)[0];
  if (identifier === undefined || writeHex(identifier.content) !== rsaIdentifier || key?.tag !== bitStringTag) return null;
  // A bit string starts with the number of unused bits.
  const [modulus, exponent] = readChildren(readElement(key.content.subarray(1), 0)?.content ?? new Uint8Array());
  return readRsaNumbers(modulus?.content ?? null, exponent?.content ?? null, encodeBase64url);
}

function writeHex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
