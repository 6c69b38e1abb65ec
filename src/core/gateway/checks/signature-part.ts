import { decodeBase64url } from '../../metadata/base64.js';
import type { RefusalTable } from '../generations.js';

/** The third part of a token, and who refuses it for its form alone. */
export interface SignatureReading {
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly refused: RefusalTable;
}

/** Reads a signature as the generations do: white space, padding and plain base64 are read by some. */
export function readSignature(text: string): SignatureReading {
  const strict = decodeBase64url(text);
  if (strict !== null) return { bytes: strict, refused: {} };
  const bytes = decodeBase64url(text.replace(/[ \t\r\n]/g, ''));
  return { bytes, refused: { all: 'IDX10508', jwt: 'IDX10511', '8-jst': null, '5': 'IDX10508' } };
}
