import type { Engine } from './engines.js';
import { decodePart, fitsPattern } from './base64-part.js';

/** The third part of a token, and who cannot read it. */
export interface SignatureReading {
  /** Null where no engine can decode it. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** These report IDX10508 before they look for a key. */
  readonly malformedFor: ReadonlySet<Engine>;
  /** These report it like a wrong signature. */
  readonly wrongFor: ReadonlySet<Engine>;
}

const engines: readonly Engine[] = ['8-jwt', '8-jst', '7-jwt', '7-jst', '5-jwt', '5-jst'];

/** Decodes a signature. Where JwtSecurityTokenHandler's pattern refuses it, the form check has said so already. */
export function readSignature(text: string): SignatureReading {
  const decoded = decodePart(text, 'signature');
  const unread = engines.filter(engine => !decoded.isReadBy(engine) && (engine.endsWith('jwt') || fitsPattern(text)));
  const tolerant: readonly Engine[] = ['8-jwt', '7-jwt'];
  return {
    bytes: decoded.bytes,
    malformedFor: new Set(unread.filter(engine => !tolerant.includes(engine))),
    wrongFor: new Set(unread.filter(engine => tolerant.includes(engine))),
  };
}
