import { decodeLoosely, isReadByGeneration8, isReadInEncrypted, isReadWithPadding, type Base64Shape } from '../../metadata/loose-base64.js';
import type { Engine } from './engines.js';

/** One part of a token: its bytes, and which engines read it in the form in which it stands. */
interface DecodedPart {
  /** A text whose characters are the bytes; null where no engine can decode it. */
  readonly binary: string | null;
  readonly isReadBy: (engine: Engine) => boolean;
}

/** `encrypted` are all parts of an encrypted token; the others are those of a signed one. */
type TokenPart = 'header' | 'claims' | 'signature' | 'encrypted';

/** JwtSecurityTokenHandler matches the whole text with a pattern first; its `$` lets one line feed at the end pass. */
export function fitsPattern(text: string): boolean {
  return /^[A-Za-z0-9_-]*\n?$/.test(text);
}

/**
 * Decodes a part. The engines differ on white space, padding, plain base64 and the unused bits of the last character, all of which the
 * standard forbids. `claims` is the second part, `signature` the third.
 */
export function decodePart(text: string, part: TokenPart): DecodedPart {
  const decoded = decodeLoosely(text);
  if (decoded === null) return { binary: null, isReadBy: () => false };
  const { binary, shape } = decoded;
  const isInPattern = fitsPattern(text);
  return { binary, isReadBy: engine => (engine.handler === 'jwt' || isInPattern) && isRead(shape, engine, part) };
}

function isRead(shape: Base64Shape, engine: Engine, part: TokenPart): boolean {
  switch (engine.generation) {
    case 8:
      return engine.handler === 'jwt' ? isReadByShown(shape, part) : isCanonicalPart(part) ? shape.canonical : isReadByGeneration8(shape);
    case 7:
      return engine.handler === 'jwt'
        ? isReadByGeneration7(shape, part)
        : isReadWithPadding(shape) && (part === 'claims' || shape.canonical);
    case 5:
      return isReadWithPadding(shape);
  }
}

/** JsonWebTokenHandler of generation 8, whose answers are shown. */
function isReadByShown(shape: Base64Shape, part: TokenPart): boolean {
  if (part === 'encrypted') return isReadInEncrypted(shape);
  return isReadByGeneration8(shape) && !(part === 'signature' && (shape.spaced || shape.plain));
}

/** JsonWebTokenHandler of generation 7. */
function isReadByGeneration7(shape: Base64Shape, part: TokenPart): boolean {
  if (part === 'signature') return !shape.spaced && (isReadWithPadding(shape) || isPaddedTwice(shape));
  return isReadWithPadding(shape) && shape.canonical;
}

/** Of these, JwtSecurityTokenHandler of generation 8 only asks that no unused bit is set. */
function isCanonicalPart(part: TokenPart): boolean {
  return part === 'signature' || part === 'encrypted';
}

/** Padding that is added to padding. */
function isPaddedTwice({ digits, padding }: Base64Shape): boolean {
  return digits % 4 === 0 && padding === 2;
}
