import type { Engine } from '../generations.js';
import { decodePart, fitsPattern } from './base64-part.js';

/** The third part of a token, and who refuses it for its form alone. */
export interface SignatureReading {
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly faults: ReadonlyMap<Engine, string | null>;
}

const engines: readonly Engine[] = ['8-jwt', '8-jst', '7-jwt', '7-jst', '5-jwt', '5-jst'];

/** Decodes a signature. JsonWebTokenHandler of generations 7 and 8 reports one that it cannot decode like a wrong one. */
export function readSignature(text: string): SignatureReading {
  const decoded = decodePart(text, 'signature');
  const faults = new Map<Engine, string | null>();
  for (const engine of engines) {
    if (decoded.isReadBy(engine)) continue;
    const isPatternFault = engine.endsWith('jst') && !fitsPattern(text);
    // The form check has said that already.
    if (!isPatternFault) faults.set(engine, engine === '8-jwt' || engine === '7-jwt' ? 'IDX10511' : 'IDX10508');
  }
  return { bytes: decoded.bytes, faults };
}
