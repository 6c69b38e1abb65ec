import { toBytes } from '../../token/base64url.js';
import { decodePart, fitsPattern } from './base64-part.js';
import { engines, type Engine } from './engines.js';

/** The third part of a token, and who cannot read it. */
export interface SignatureReading {
  /** Null where no engine can decode it. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** These report IDX10508 before they look for a key. */
  readonly isMalformedFor: (engine: Engine) => boolean;
  /** These report it like a wrong signature. */
  readonly isWrongFor: (engine: Engine) => boolean;
  readonly isReadByAll: boolean;
}

/** Decodes a signature. Where JwtSecurityTokenHandler's pattern refuses it, the form check has said so already. */
export function readSignature(text: string): SignatureReading {
  const { binary, isReadBy } = decodePart(text, 'signature');
  const isInPattern = fitsPattern(text);
  const isUnreadBy = (engine: Engine): boolean => !isReadBy(engine) && (engine.handler === 'jwt' || isInPattern);
  const isLenient = ({ generation, handler }: Engine): boolean => handler === 'jwt' && generation !== 5;
  return {
    bytes: binary === null ? null : toBytes(binary),
    isMalformedFor: engine => isUnreadBy(engine) && !isLenient(engine),
    isWrongFor: engine => isUnreadBy(engine) && isLenient(engine),
    isReadByAll: !engines.some(isUnreadBy),
  };
}
