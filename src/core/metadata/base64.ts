import { toBytes } from '../token/base64url.js';

/** The bytes of base64url text, padded or not, canonical or not; null where a character or the length is wrong. */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*={0,2}$/.test(text)) return null;
  return decodeBase64(text.replaceAll('=', '').replaceAll('-', '+').replaceAll('_', '/'));
}

/** The bytes of base64 text without padding; null where a character or the length is wrong. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  try {
    return toBytes(atob(text));
  } catch {
    return null;
  }
}

/** The bytes of base64 text as .NET reads it: white space is skipped, the padding must be right; null otherwise. */
export function decodePaddedBase64(text: string): Uint8Array<ArrayBuffer> | null {
  const dense = text.replace(/[ \t\r\n]/g, '');
  if (dense.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(dense)) return null;
  return decodeBase64(dense.replaceAll('=', ''));
}

/** Base64 with its padding. */
export function encodePaddedBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(text);
}

/** Canonical base64url, without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  return encodePaddedBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
