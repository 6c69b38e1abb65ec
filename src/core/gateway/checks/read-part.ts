import { decodeBase64url } from '../../metadata/base64.js';
import { isJsonObject } from '../../metadata/read-metadata.js';
import type { JsonObject } from '../../token/token.js';
import type { RefusalTable } from '../generations.js';

/** One of the first two parts of a token, as the generations read it. */
export interface PartReading {
  /** Null where nothing reads it. */
  readonly json: JsonObject | null;
  readonly refused: RefusalTable;
  /** What is wrong, for a sentence; quotes nothing of the token. */
  readonly detail: string | null;
}

interface Codes {
  readonly jwt: string;
  readonly jst: string;
}

const headerCodes: Codes = { jwt: 'IDX14102', jst: 'IDX12729' };
const claimsCodes: Codes = { jwt: 'IDX14101', jst: 'IDX12723' };

/** The header. */
export function readHeaderPart(text: string): PartReading {
  return readPart(text, headerCodes);
}

/** The claims. */
export function readClaimsPart(text: string): PartReading {
  return readPart(text, claimsCodes);
}

function readPart(text: string, codes: Codes): PartReading {
  const plain = /^[A-Za-z0-9_-]+$/.test(text);
  const bytes = decodeBase64url(text);
  if (bytes === null || text === '') {
    const refused: RefusalTable = { jwt: codes.jwt, jst: plain ? codes.jst : 'IDX12709' };
    return { json: null, refused, detail: text === '' ? 'it is empty' : 'it is not base64url' };
  }
  const json = readJson(bytes);
  if (json === null) return { json: null, refused: { ...codes }, detail: 'it is no JSON object' };
  return { json, refused: {}, detail: null };
}

function readJson(bytes: Uint8Array): JsonObject | null {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return isJsonObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
