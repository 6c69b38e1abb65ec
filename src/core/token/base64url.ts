const alphabet = /^[A-Za-z0-9_+/-]*={0,2}$/;

/**
 * Decodes base64url as tolerantly as readers of tokens do: padding, the characters of plain base64 and surplus bits at the
 * end are taken; everything else, white space too, is not. Gives a text whose characters are the bytes; null where the text is no base64.
 */
export function decodeBase64Url(text: string): string | null {
  const digits = withoutPadding(text);
  if (digits.length % 4 === 1 || digits.includes('=')) return null;
  try {
    const binary = atob(digits.replace(/-/g, '+').replace(/_/g, '/'));
    // White space gives nothing, and then fewer bytes than so many digits stand for.
    return binary.length === Math.floor((digits.length * 3) / 4) ? binary : null;
  } catch {
    return null;
  }
}

/** Whether `decodeBase64Url` takes the text. */
export function isBase64Url(text: string): boolean {
  return withoutPadding(text).length % 4 !== 1 && alphabet.test(text);
}

function withoutPadding(text: string): string {
  return text.endsWith('=') ? text.replace(/={1,2}$/, '') : text;
}

/** The bytes of a text whose characters are bytes, as `atob` gives it. A loop, because it is twenty times as fast as `Uint8Array.from`. */
export function toBytes(binary: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Encodes bytes as base64url without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replaceAll('=', '');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes bytes, as `decodeBase64Url` gives them, as UTF-8; a byte order mark stays in the text. Null where they are not UTF-8. */
export function decodeUtf8(binary: string): string | null {
  // ASCII is UTF-8 already.
  if (!/[\x80-\xff]/.test(binary)) return binary;
  try {
    return utf8.decode(toBytes(binary));
  } catch {
    return null;
  }
}
