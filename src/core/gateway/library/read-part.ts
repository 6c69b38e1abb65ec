import { isJsonObject } from '../../metadata/read-metadata.js';
import type { JsonObject } from '../../token/token.js';
import type { Engine } from './engines.js';
import { decodePart } from './base64-part.js';
import { isOverlooked, readJsonText } from './json-text.js';
import { findClaimFaults, findHeaderFaults } from './member-types.js';

/** Codes by engine; null for an error without one. */
export type Faults = ReadonlyMap<Engine, string | null>;

/** One of the first two parts of a token, as the engines read it. */
export interface PartReading {
  /** Null where none reads it. */
  readonly json: JsonObject | null;
  readonly faults: Faults;
  /** What is wrong, for a sentence; quotes nothing of the token. Empty where nothing is. */
  readonly detail: string;
}

type PartName = 'header' | 'claims';

const engines: readonly Engine[] = ['8-jwt', '8-jst', '7-jwt', '7-jst', '5-jwt', '5-jst'];

/** The code for an unreadable part. JwtSecurityTokenHandler's pattern comes before its decoding. */
function codeFor(engine: Engine, part: PartName, text: string): string {
  if (engine.endsWith('jwt')) return part === 'header' ? 'IDX14102' : 'IDX14101';
  if (text === '' || !/^[A-Za-z0-9_-]+$/.test(text)) return 'IDX12709';
  return part === 'header' ? 'IDX12729' : 'IDX12723';
}

/** Reads the header or the claims of a signed token, or the header of an encrypted one. */
export function readPart(text: string, part: PartName, token: 'signed' | 'encrypted' = 'signed'): PartReading {
  if (text === '') return readEmpty(part);
  const decoded = decodePart(text, token === 'encrypted' ? 'encrypted' : part);
  if (decoded.bytes === null) return refuseAll(text, part, 'it is not base64url');
  const { json, readers, detail } = readJson(decoded.bytes, part);
  if (json === null) return refuseAll(text, part, detail, detail === isNull ? { '5-jst': null } : {});
  const faults = new Map<Engine, string | null>();
  for (const engine of engines) {
    if (!decoded.isReadBy(engine) || !readers(engine)) faults.set(engine, codeFor(engine, part, text));
  }
  const typed = part === 'header' ? findHeaderFaults(json) : findClaimFaults(json);
  for (const [engine, idx] of typed.faults) if (!faults.has(engine)) faults.set(engine, idx);
  const unusual = engines.some(engine => !decoded.isReadBy(engine))
    ? 'it holds white space, padding or characters that do not belong there'
    : '';
  return { json, faults, detail: detail || unusual || typed.detail };
}

/** Generation 8 reads no claims at all as none. */
function readEmpty(part: PartName): PartReading {
  const faults = new Map(engines.map(engine => [engine, codeFor(engine, part, '')]));
  if (part === 'claims') faults.delete('8-jwt');
  return { json: part === 'claims' ? {} : null, faults, detail: 'it is empty' };
}

function refuseAll(text: string, part: PartName, detail: string, others: Partial<Record<Engine, null>> = {}): PartReading {
  const faults = new Map(engines.map(engine => [engine, engine in others ? null : codeFor(engine, part, text)]));
  return { json: null, faults, detail };
}

/** The JSON object, and who reads it. */
function readJson(bytes: Uint8Array, part: PartName): { json: JsonObject | null; readers: (engine: Engine) => boolean; detail: string } {
  const { text, isUtf8 } = decodeText(bytes);
  const strict = readJsonText(text, 'strict');
  const tolerant = readJsonText(text, 'tolerant');
  const strictly = strict !== null && (isUtf8 || !text.slice(0, text.length - strict.rest.length).includes('\ufffd'));
  const older = tolerant !== null && isOverlooked(tolerant.rest);
  const isComplete = strict !== null && /^[ \t\r\n]*$/.test(strict.rest);
  const readers = (engine: Engine): boolean => {
    if (engine.startsWith('5')) return older;
    // JsonWebTokenHandler stops reading after the object.
    if (engine.endsWith('jwt')) return strictly;
    return isComplete && (strictly || part === 'header');
  };
  const json = strict?.json ?? (older ? tolerant.json : null);
  if (json === null) return { json, readers, detail: describeText(text) };
  return {
    json,
    readers,
    detail: strictly && isComplete ? '' : strictly ? 'something stands after the JSON object' : 'it is not JSON in its standard form',
  };
}

/** One handler of generation 5 stumbles over it. */
const isNull = 'it is null';

function describeText(text: string): string {
  try {
    if (JSON.parse(text) === null) return isNull;
    return isJsonObject(JSON.parse(text)) ? 'it is nested too deeply' : 'it is JSON, but no object';
  } catch {
    return 'it is no JSON object';
  }
}

function decodeText(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), isUtf8: false };
  }
}
