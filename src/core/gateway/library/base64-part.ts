import { decodeLoosely, isReadByGeneration8, isReadInEncrypted, isReadWithPadding, type Base64Shape } from '../../metadata/loose-base64.js';
import type { Engine } from './engines.js';

/** One part of a token: its bytes, and which engines read it in the form in which it stands. */
export interface DecodedPart {
  /** Null where no engine can decode it. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly isReadBy: (engine: Engine) => boolean;
}

/** `encrypted` are all parts of an encrypted token; the others are those of a signed one. */
export type PartName = 'header' | 'claims' | 'signature' | 'encrypted';

/** JwtSecurityTokenHandler matches the whole text with a pattern first; its `$` lets one line feed at the end pass. */
export function fitsPattern(text: string): boolean {
  return /^[A-Za-z0-9_-]*\n?$/.test(text);
}

/**
 * Decodes a part. The engines differ on white space, padding, plain base64 and the unused bits of the last character, all of which the
 * standard forbids. `claims` is the second part, `signature` the third.
 */
export function decodePart(text: string, part: PartName): DecodedPart {
  const decoded = decodeLoosely(text);
  if (decoded === null) return { bytes: null, isReadBy: () => false };
  return { bytes: decoded.bytes, isReadBy: engine => isRead(decoded.shape, text, engine, part) };
}

function isRead(shape: Base64Shape, text: string, engine: Engine, part: PartName): boolean {
  if (engine.endsWith('jst') && !fitsPattern(text)) return false;
  switch (engine) {
    case '8-jwt':
      if (part === 'encrypted') return isReadInEncrypted(shape);
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

/** Padding that is added to padding. */
function isPaddedTwice({ digits, padding }: Base64Shape): boolean {
  return digits % 4 === 0 && padding === 2;
}
