import { decodeBase64url } from '../../metadata/base64.js';
import type { Engine } from '../generations.js';

/** One part of a token: its bytes, and which engines read it in the form in which it stands. */
export interface DecodedPart {
  /** Null where no engine can decode it. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly isReadBy: (engine: Engine) => boolean;
}

/** `encrypted` are all parts of an encrypted token but its header. */
export type PartName = 'header' | 'claims' | 'signature' | 'encrypted';

/** What is unusual about a part. */
interface Shape {
  readonly length: number;
  /** Characters that count, without white space and padding. */
  readonly digits: number;
  readonly padding: number;
  readonly spaced: boolean;
  /** Whether it uses `+` or `/`. */
  readonly plain: boolean;
  /** Whether the bits after the last byte are zero. */
  readonly canonical: boolean;
}

/** JwtSecurityTokenHandler matches the whole text with a pattern first; its `$` lets one line feed at the end pass. */
export function fitsPattern(text: string): boolean {
  return /^[A-Za-z0-9_-]*\n?$/.test(text);
}

/**
 * Decodes a part. The engines differ on white space, padding, plain base64 and the unused bits of the last character, all of which the
 * standard forbids. `claims` is the second part, `signature` the third.
 */
export function decodePart(text: string, part: PartName): DecodedPart {
  const dense = text.replace(/[ \t\r\n]/g, '');
  const stripped = dense.replace(/=+$/, '');
  const bytes = /^[A-Za-z0-9_+/-]*$/.test(stripped) ? decodeBase64url(stripped.replaceAll('+', '-').replaceAll('/', '_')) : null;
  if (bytes === null) return { bytes: null, isReadBy: () => false };
  const shape: Shape = {
    length: text.length,
    digits: stripped.length,
    padding: dense.length - stripped.length,
    spaced: dense.length !== text.length,
    plain: /[+/]/.test(stripped),
    canonical: isCanonical(stripped),
  };
  return { bytes, isReadBy: engine => isRead(shape, text, engine, part) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function isCanonical(digits: string): boolean {
  const unused = digits.length % 4 === 2 ? 15 : digits.length % 4 === 3 ? 3 : 0;
  const last = digits.at(-1) ?? 'A';
  const value = alphabet.indexOf(last === '+' ? '-' : last === '/' ? '_' : last);
  return (value & unused) === 0;
}

function isRead(shape: Shape, text: string, engine: Engine, part: PartName): boolean {
  if (engine.endsWith('jst') && !fitsPattern(text)) return false;
  switch (engine) {
    case '8-jwt':
      if (part === 'encrypted') return shape.canonical;
      return isReadByGeneration8(shape) && !(part === 'signature' && (shape.spaced || shape.plain));
    case '8-jst':
      return part === 'signature' || part === 'encrypted' ? shape.canonical : isReadByGeneration8(shape);
    case '7-jwt':
      if (part === 'signature') return !shape.spaced && (isReadWithPadding(shape) || isPaddedTwice(shape));
      return isReadWithPadding(shape) && shape.canonical;
    case '7-jst':
      return isReadWithPadding(shape) && (part === 'claims' || shape.canonical);
    case '5-jwt':
    case '5-jst':
      return isReadWithPadding(shape);
  }
}

/** Padding may be left out, but must be right; white space is skipped; plain base64 counts where the length is a multiple of four. */
function isReadByGeneration8({ length, digits, padding, spaced, plain, canonical }: Shape): boolean {
  if (length % 4 === 1 || !canonical || (plain && length % 4 !== 0)) return false;
  if (padding === 0) return true;
  // Beside white space it need not be whole.
  const wanted = (4 - (digits % 4)) % 4;
  return spaced ? padding <= wanted : padding === wanted;
}

/** Padding that is added to padding. */
function isPaddedTwice({ digits, padding }: Shape): boolean {
  return digits % 4 === 0 && padding === 2;
}

/** The text as it stands is padded to a multiple of four, then read as plain base64, where white space is skipped. */
function isReadWithPadding({ length, digits, padding }: Shape): boolean {
  if (length % 4 === 1) return false;
  const padded = padding + ((4 - (length % 4)) % 4);
  return padded <= 2 && (digits + padded) % 4 === 0;
}
