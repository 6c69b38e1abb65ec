import { withoutEnd } from '../text/endings.js';

/** What is unusual about a base64url text. The generations of the gateway's library differ on all of it; the standard forbids it. */
export interface Base64Shape {
  readonly length: number;
  /** Characters that count, without white space and padding. */
  readonly digits: number;
  readonly padding: number;
  readonly spaced: boolean;
  /** Whether it uses `+` or `/`. */
  readonly plain: boolean;
  /** Whether it uses `-` or `_` beside them. */
  readonly mixed: boolean;
  /** Whether the bits after the last byte are zero. */
  readonly canonical: boolean;
}

/**
 * Decodes a text that may have padding, white space or the characters of plain base64; null where nothing reads it. `binary` is a text whose
 * characters are the bytes.
 */
export function decodeLoosely(text: string): { readonly binary: string; readonly shape: Base64Shape } | null {
  // Most is in the standard's form, and then its own digits.
  const isStandard = /^[A-Za-z0-9_-]*$/.test(text);
  const dense = isStandard ? text : text.replace(/[ \t\r\n]/g, '');
  const stripped = isStandard ? text : withoutEnd(dense, '=');
  if (stripped.length % 4 === 1 || !(isStandard || /^[A-Za-z0-9_+/-]*$/.test(stripped))) return null;
  const binary = atob(stripped.replaceAll('-', '+').replaceAll('_', '/'));
  const plain = !isStandard && /[+/]/.test(stripped);
  const shape: Base64Shape = {
    length: text.length,
    digits: stripped.length,
    padding: dense.length - stripped.length,
    spaced: dense.length !== text.length,
    plain,
    mixed: plain && /[-_]/.test(stripped),
    canonical: isCanonical(stripped),
  };
  return { binary, shape };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function isCanonical(digits: string): boolean {
  const unused = digits.length % 4 === 2 ? 15 : digits.length % 4 === 3 ? 3 : 0;
  const last = digits.at(-1) ?? 'A';
  const value = alphabet.indexOf(last === '+' ? '-' : last === '/' ? '_' : last);
  return (value & unused) === 0;
}

/** Padding may be left out, but must be right; white space is skipped. */
export function isReadByGeneration8(shape: Base64Shape): boolean {
  const { length, padding, spaced } = shape;
  // Beside white space padding need not be whole.
  return length % 4 !== 1 && isReadInEncrypted(shape) && (spaced || padding === 0 || padding === missingPadding(shape));
}

/**
 * How generation 8 reads the parts of an encrypted token: padding need not be whole, but not more than belongs there; plain base64
 * has all of it, and a length that is a multiple of four.
 */
export function isReadInEncrypted(shape: Base64Shape): boolean {
  const { length, padding, plain, mixed, canonical } = shape;
  const wanted = missingPadding(shape);
  return canonical && !mixed && padding <= wanted && (!plain || (length % 4 === 0 && padding === wanted));
}

function missingPadding({ digits }: Base64Shape): number {
  return (4 - (digits % 4)) % 4;
}

/** The older generations pad the text as it stands to a multiple of four, then read it as plain base64, where white space is skipped. */
export function isReadWithPadding({ length, digits, padding }: Base64Shape): boolean {
  if (length % 4 === 1) return false;
  const padded = padding + ((4 - (length % 4)) % 4);
  return padded <= 2 && (digits + padded) % 4 === 0;
}
