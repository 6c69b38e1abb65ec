import { decodeBase64url, encodeBase64url } from './base64.js';
import { readCertificate } from './read-certificate.js';
import { isJsonObject } from './read-metadata.js';
import { readRsaNumbers, type CertificateKey, type EllipticKey, type RsaKey, type SigningKey } from './signing-key.js';

const coordinateLengths = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

/**
 * The signing keys of a key set, as the gateway's library takes them out of it: keys for another use than signing, keys of other
 * kinds than RSA and elliptic curves (`oct` among them) and malformed ones are left out, each spoiling only itself. An RSA key with a
 * certificate counts twice, the certificate first. Null for a document that is no key set. Never throws.
 */
export async function readKeys(document: unknown, address: string): Promise<SigningKey[] | null> {
  if (!isJsonObject(document) || !Array.isArray(document['keys'])) return null;
  const keys: SigningKey[] = [];
  for (const entry of document['keys'] as unknown[]) {
    if (!isJsonObject(entry)) continue;
    const use = entry['use'];
    if (typeof use === 'string' && use !== '' && use !== 'sig') continue;
    const kid = entry['kid'];
    const id = typeof kid === 'string' ? kid : null;
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
  const modulus = readText(entry['n']);
  const exponent = readText(entry['e']);
  if (modulus === null || exponent === null) return null;
  const numbers = readRsaNumbers(decodeExactly(modulus), decodeExactly(exponent), encodeBase64url);
  return numbers === null ? null : { kind: 'rsa', id, from, numbers };
}

/** A number whose last character has unused bits set is malformed to the library. */
function decodeExactly(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = decodeBase64url(text);
  return bytes !== null && encodeBase64url(bytes) === text.replace(/=+$/, '') ? bytes : null;
}

async function readEllipticKey(entry: Readonly<Record<string, unknown>>, id: string | null, from: string): Promise<EllipticKey | null> {
  const curve = entry['crv'];
  if (curve !== 'P-256' && curve !== 'P-384' && curve !== 'P-521') return null;
  const x = decodeBase64url(readText(entry['x']) ?? '');
  const y = decodeBase64url(readText(entry['y']) ?? '');
  if (x === null || y === null || x.length === 0 || y.length === 0) return null;
  const length = coordinateLengths[curve];
  if (x.length > length || y.length !== x.length) return null;
  const key: EllipticKey = {
    kind: 'elliptic',
    id,
    from,
    curve,
    x: encodeBase64url(padLeft(x, length)),
    y: encodeBase64url(padLeft(y, length)),
  };
  return (await liesOnCurve(key)) ? key : null;
}

/** A point beside the curve is no key. */
async function liesOnCurve({ curve, x, y }: EllipticKey): Promise<boolean> {
  try {
    await crypto.subtle.importKey('jwk', { kty: 'EC', crv: curve, x, y }, { name: 'ECDSA', namedCurve: curve }, false, ['verify']);
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
