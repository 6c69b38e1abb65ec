import { toBytes } from '../token/base64url.js';
import { encodeBase64url } from './base64.js';
import { decodeLoosely, isReadInEncrypted, isReadWithPadding } from './loose-base64.js';
import { readCertificate } from './read-certificate.js';
import { isJsonObject } from './read-metadata.js';
import {
  generations,
  readRsaNumbers,
  type CertificateKey,
  type EllipticKey,
  type Generation,
  type RsaKey,
  type SigningKey,
} from './signing-key.js';

const coordinateLengths = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

/**
 * The signing keys of a key set, as the gateway's library takes them out of it: keys for another use than signing, keys of other
 * kinds than RSA and elliptic curves (`oct` among them) and malformed ones are left out, each spoiling only itself. An RSA key with a
 * certificate counts twice, the certificate first. Names of members count in any case. Null for a document without a list of keys. Never throws.
 */
export async function readKeys(document: unknown, address: string): Promise<SigningKey[] | null> {
  if (!isJsonObject(document)) return null;
  const lists = Object.entries(document).flatMap(([name, value]) => (name.toLowerCase() === 'keys' && isList(value) ? [value] : []));
  if (lists.length === 0) return null;
  const keys: SigningKey[] = [];
  for (const written of lists.flat(1)) {
    // Generations 7 and 8 stop reading at a list, generation 5 refuses the whole: see `findKeySetFaults`.
    if (Array.isArray(written)) break;
    if (!isJsonObject(written)) continue;
    const entry = lowerNames(written);
    const use = readScalar(entry['use']);
    if (use !== null && use !== '' && use !== 'sig') continue;
    const id = readScalar(entry['kid']);
    if (entry['kty'] === 'RSA') {
      const certificate = await readCertificateKey(entry, id, address);
      if (certificate !== null) keys.push(certificate);
      const rsa = readRsaKey(entry, id, address);
      if (rsa !== null) keys.push(rsa);
    } else if (entry['kty'] === 'EC') {
      const elliptic = await readEllipticKey(entry, id, address);
      if (elliptic !== null) keys.push(elliptic);
    }
  }
  return keys;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The library takes names in any case. */
function lowerNames(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(entry).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Generation 5 takes a number for a text; the others refuse the whole document. */
function readScalar(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

async function readCertificateKey(
  entry: Readonly<Record<string, unknown>>,
  id: string | null,
  from: string,
): Promise<CertificateKey | null> {
  const chain = entry['x5c'];
  const first: unknown = Array.isArray(chain) ? chain[0] : undefined;
  const certificate = typeof first === 'string' ? await readCertificate(first) : null;
  return certificate === null ? null : { kind: 'certificate', id, from, ...certificate };
}

/** An RSA key from base64url numbers; null where one of them is malformed. */
export function readRsaKey(entry: Readonly<Record<string, unknown>>, id: string | null, from: string | null): RsaKey | null {
  const modulus = readNumber(entry['n']);
  const exponent = readNumber(entry['e']);
  if (modulus === null || exponent === null) return null;
  const parts = readPrivateParts(entry);
  const readers = parts === null ? null : joinReaders(modulus, exponent, ...parts);
  if (readers === null) return null;
  const numbers = readRsaNumbers(modulus.bytes, exponent.bytes, encodeBase64url);
  if (numbers === null) return null;
  return { kind: 'rsa', id, from, numbers, ...readers, ...(isSpoiled(entry, modulus.bytes) ? { isSpoiled: true } : {}) };
}

const privateParts = ['d', 'p', 'q', 'dp', 'dq', 'qi'];

/** The private parts that stand there, which have to be numbers, too; null where one of them is read by nobody. */
function readPrivateParts(entry: Readonly<Record<string, unknown>>): readonly KeyNumber[] | null {
  const written = privateParts.flatMap(name => readText(entry[name]) ?? []);
  const parts = written.flatMap(text => decodeNumber(text) ?? []);
  return parts.length === written.length ? parts : null;
}

/** Whether private parts stand there, but not all of them, or not this key's: they have to fit each other. */
function isSpoiled(entry: Readonly<Record<string, unknown>>, modulus: Uint8Array): boolean {
  if (privateParts.every(name => readText(entry[name]) === null)) return false;
  const parts = privateParts.map(name => readNumber(entry[name])?.bytes);
  if (parts.some(part => part === undefined || part.length > modulus.length)) return true;
  const [d = 0n, p = 0n, q = 0n, dp, dq, qi = 0n] = parts.map(toInteger);
  if (p < 2n || q < 2n || p * q !== toInteger(modulus)) return true;
  return d % (p - 1n) !== dp || d % (q - 1n) !== dq || (qi * q) % p !== 1n;
}

function toInteger(bytes: Uint8Array = new Uint8Array()): bigint {
  return BigInt(`0x0${Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')}`);
}

/** A number of a key, and who reads it in the form in which it stands. */
interface KeyNumber {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly readBy: readonly Generation[];
}

function readNumber(value: unknown): KeyNumber | null {
  const number = decodeNumber(readText(value) ?? '');
  return number === null || number.bytes.length === 0 ? null : number;
}

function decodeNumber(text: string): KeyNumber | null {
  const decoded = decodeLoosely(text);
  if (decoded === null) return null;
  const { binary, shape } = decoded;
  const padded = isReadWithPadding(shape);
  const isReadBy: Readonly<Record<Generation, boolean>> = {
    8: isReadInEncrypted(shape),
    7: padded && shape.canonical,
    5: padded,
  };
  return { bytes: toBytes(binary), readBy: generations.filter(generation => isReadBy[generation]) };
}

/** Who reads all the numbers; null where nobody does. */
function joinReaders(...numbers: readonly KeyNumber[]): Pick<SigningKey, 'readBy'> | null {
  const readBy = generations.filter(generation => numbers.every(number => number.readBy.includes(generation)));
  if (readBy.length === 0) return null;
  return readBy.length === generations.length ? {} : { readBy };
}

async function readEllipticKey(entry: Readonly<Record<string, unknown>>, id: string | null, from: string): Promise<EllipticKey | null> {
  const curve = entry['crv'];
  if (curve !== 'P-256' && curve !== 'P-384' && curve !== 'P-521') return null;
  const [first, second] = [readNumber(entry['x']), readNumber(entry['y'])];
  const readers = first === null || second === null ? null : joinReaders(first, second);
  if (first === null || second === null || readers === null) return null;
  const [x, y] = [first.bytes, second.bytes];
  const length = coordinateLengths[curve];
  if (x.length > length || y.length !== x.length) return null;
  const key: EllipticKey = {
    kind: 'elliptic',
    id,
    from,
    curve,
    x: encodeBase64url(padLeft(x, length)),
    y: encodeBase64url(padLeft(y, length)),
    ...readers,
  };
  const d = readText(entry['d']);
  return (await isKey(key, d)) ? key : null;
}

/** A point beside the curve is no key, nor is one with another key's private part. */
async function isKey({ curve, x, y }: EllipticKey, d: string | null): Promise<boolean> {
  const key = { kty: 'EC', crv: curve, x, y, ...(d === null ? {} : { d }) };
  try {
    await crypto.subtle.importKey('jwk', key, { name: 'ECDSA', namedCurve: curve }, false, [d === null ? 'verify' : 'sign']);
    return true;
  } catch {
    return false;
  }
}

function padLeft(bytes: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(length);
  padded.set(bytes, length - bytes.length);
  return padded;
}
