/** A public RSA key, as base64url numbers without leading zeros. */
export interface RsaNumbers {
  readonly n: string;
  readonly e: string;
  readonly bits: number;
}

/** The generations of the gateway's library that were measured, by the first number of their versions: 8.23.0, 7.7.3 and 5.7.2. */
export const generations = [8, 7, 5] as const;
export type Generation = (typeof generations)[number];

interface KeyBase {
  /** Its `kid`, or the `id` of an inline key; null where it has none. */
  readonly id: string | null;
  /** The address of the key set it stands in; null where it stands in the policy. */
  readonly from: string | null;
  /** The generations of the gateway's library that read its numbers in the form in which they stand; absent means all. */
  readonly readBy?: readonly Generation[];
}

export interface RsaKey extends KeyBase {
  readonly kind: 'rsa';
  readonly numbers: RsaNumbers;
  /** Private parts that are published beside it are not its own: the library verifies nothing with it. */
  readonly isSpoiled?: boolean;
}

/** The RSA key of a certificate: the library compares its `kid` and `x5t` in any case. */
export interface CertificateKey extends KeyBase {
  readonly kind: 'certificate';
  readonly numbers: RsaNumbers;
  /** SHA-1 of the certificate, base64url. */
  readonly x5t: string;
}

export interface EllipticKey extends KeyBase {
  readonly kind: 'elliptic';
  readonly curve: 'P-256' | 'P-384' | 'P-521';
  readonly x: string;
  readonly y: string;
}

interface SymmetricKey extends KeyBase {
  readonly kind: 'symmetric';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A key that the gateway may try. */
export type SigningKey = RsaKey | CertificateKey | EllipticKey | SymmetricKey;

/** RSA numbers from their bytes; null where one of them is empty. */
export function readRsaNumbers(
  modulus: Uint8Array | null,
  exponent: Uint8Array | null,
  encode: (bytes: Uint8Array) => string,
): RsaNumbers | null {
  if (modulus === null || exponent === null) return null;
  const n = trimZeros(modulus);
  const e = trimZeros(exponent);
  const first = n[0];
  if (first === undefined || e.length === 0) return null;
  return { n: encode(n), e: encode(e), bits: n.length * 8 - (Math.clz32(first) - 24) };
}

function trimZeros(bytes: Uint8Array): Uint8Array {
  let from = 0;
  while (bytes[from] === 0) from++;
  return bytes.subarray(from);
}
