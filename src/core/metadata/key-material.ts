import { decodeBase64url, decodePaddedBase64 } from './base64.js';

/** How many bits the big-endian number has, leading zeros left aside. */
export function bitLength(bytes: Uint8Array): number {
  const first = bytes.findIndex(byte => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
}

/** What the text of a `key` is; null where it is not base64, or nothing. */
export function kindOfKey(text: string): 'certificate' | 'public-key' | 'secret' | null {
  const label = /-----BEGIN (CERTIFICATE|(?:RSA )?PUBLIC KEY)-----/.exec(text)?.[1];
  if (label !== undefined) return label === 'CERTIFICATE' ? 'certificate' : 'public-key';
  const bytes = decodePaddedBase64(text) ?? decodeBase64url(text.trim());
  if (bytes === null || bytes.length === 0) return null;
  return kindOfDer(bytes) ?? 'secret';
}

const sequence = 0x30;
const bits = 0x03;

/**
 * An X.509 certificate in DER is a long sequence that begins with a long sequence (what is certified), even where its end was cut off; a
 * public key is a sequence of a short sequence (the algorithm) and bits.
 */
function kindOfDer(bytes: Uint8Array): 'certificate' | 'public-key' | null {
  const whole = readHead(bytes, 0);
  const first = whole?.tag === sequence ? readHead(bytes, whole.content) : null;
  if (whole === null || first?.tag !== sequence) return null;
  if (whole.isLong && first.isLong) return 'certificate';
  return whole.end === bytes.length && readHead(bytes, first.end)?.tag === bits ? 'public-key' : null;
}

/** The tag at an offset, where its content begins and ends, and whether its length takes bytes of its own. */
function readHead(bytes: Uint8Array, at: number): { tag: number; content: number; end: number; isLong: boolean } | null {
  const [tag, length] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || length === undefined || length === 0x80 || length > 0x83) return null;
  const more = length < 0x80 ? 0 : length - 0x80;
  const content = at + 2 + more;
  const size = more === 0 ? length : bytes.subarray(at + 2, content).reduce((sum, byte) => sum * 256 + byte, 0);
  return { tag, content, end: content + size, isLong: more > 0 };
}
