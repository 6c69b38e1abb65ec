import { isJsonObject } from '../../metadata/read-metadata.js';
import type { JsonObject } from '../../token/token.js';
import type { PartFault } from '../../messages/english/gateway-form.js';
import { answerBy, firstRefusal, isRefusal, workOut, type Answers, type AnswerTable, type Code } from './answers.js';
import { decodePart } from './base64-part.js';
import { engines, isEngine, type Engine } from './engines.js';
import { isOverlooked, readJsonText, type WrittenNumbers } from './json-text.js';
import { findClaimFaults, findHeaderFaults } from './member-types.js';

/** One of the first two parts of a token, as the engines read it. */
export interface PartReading {
  /** Null where none reads it. */
  readonly json: JsonObject | null;
  readonly answers: Answers;
  readonly numbers: WrittenNumbers;
  /** Whether some engine does not read it. */
  readonly isFaulty: boolean;
  /** What is wrong, for a sentence; quotes nothing of the token. Null where nothing is. */
  readonly fault: PartFault | null;
}

type JsonPart = 'header' | 'claims';

/** The code for an unreadable part. JwtSecurityTokenHandler's pattern comes before its decoding. */
function codeFor({ handler }: Engine, part: JsonPart, text: string): Code {
  if (handler === 'jwt') return part === 'header' ? 'IDX14102' : 'IDX14101';
  if (text === '' || !/^[A-Za-z0-9_-]+$/.test(text)) return 'IDX12709';
  return part === 'header' ? 'IDX12729' : 'IDX12723';
}

/** Reads the header or the claims of a signed token, or the header of an encrypted one. */
export function readPart(text: string, part: JsonPart, token: 'signed' | 'encrypted' = 'signed'): PartReading {
  if (text === '') return readEmpty(part);
  const decoded = decodePart(text, token === 'encrypted' ? 'encrypted' : part);
  if (decoded.bytes === null) return refuseAll(text, part, { kind: 'not-base64url' });
  const { json, numbers, isReadBy, isNothing, fault } = readJson(decoded.bytes, part);
  // One handler of generation 5 makes nothing of it, and stumbles over that.
  if (json === null) return refuseAll(text, part, fault, isNothing ? { '5-jst': 'crashes' } : {});
  const unread: Answers = engine => (decoded.isReadBy(engine) && isReadBy(engine) ? 'accepts' : codeFor(engine, part, text));
  const types = part === 'header' ? findHeaderFaults(json) : findClaimFaults(json);
  const isUnusual = engines.some(engine => !decoded.isReadBy(engine));
  const typeFault: PartFault | null = types.names.length === 0 ? null : { kind: 'member-kinds', names: types.names };
  return settle(json, firstRefusal(unread, types.answers), fault ?? (isUnusual ? { kind: 'unusual-characters' } : typeFault), numbers);
}

function settle(json: JsonObject | null, lazily: Answers, fault: PartFault | null, numbers: WrittenNumbers = new Map()): PartReading {
  const answers = workOut(lazily);
  return { json, numbers, answers, isFaulty: engines.some(engine => isRefusal(answers(engine))), fault };
}

/** Generation 8 reads no claims at all as none. */
function readEmpty(part: JsonPart): PartReading {
  const answers: Answers = engine => (part === 'claims' && isEngine(engine, 8, 'jwt') ? 'accepts' : codeFor(engine, part, ''));
  return settle(part === 'claims' ? {} : null, answers, { kind: 'empty' });
}

function refuseAll(text: string, part: JsonPart, fault: PartFault | null, others: AnswerTable = {}): PartReading {
  return settle(
    null,
    firstRefusal(answerBy(others), engine => codeFor(engine, part, text)),
    fault,
  );
}

/** The JSON object, and who reads it. */
interface ReadJson {
  readonly json: JsonObject | null;
  readonly numbers: WrittenNumbers;
  readonly isReadBy: (engine: Engine) => boolean;
  /** Whether there is nothing for generation 5: null, or only what it overlooks. */
  readonly isNothing: boolean;
  readonly fault: PartFault | null;
}

function readJson(bytes: Uint8Array, part: JsonPart): ReadJson {
  const { text, isUtf8 } = decodeText(bytes);
  const strict = readJsonText(text, 'strict');
  const tolerant = readJsonText(text, 'tolerant');
  const strictly = strict !== null && (isUtf8 || !text.slice(0, text.length - strict.rest.length).includes('\ufffd'));
  const older = tolerant !== null && isOverlooked(tolerant.rest);
  const isComplete = strict !== null && /^[ \t\r\n]*$/.test(strict.rest);
  const isReadBy = ({ generation, handler }: Engine): boolean => {
    if (generation === 5) return older;
    // JsonWebTokenHandler stops reading after the object.
    if (handler === 'jwt') return strictly;
    return isComplete && (strictly || part === 'header');
  };
  const read = strict ?? (older ? tolerant : null);
  const json = read?.json ?? null;
  const numbers: WrittenNumbers = read?.numbers ?? new Map();
  const isNothing = json === null && isOverlooked(text.replace(/null|undefined/, ' '));
  if (json === null) return { json, numbers, isReadBy, isNothing, fault: { kind: describeText(text) } };
  return { json, numbers, isReadBy, isNothing, fault: strictly && isComplete ? null : { kind: strictly ? 'text-after' : 'loose-json' } };
}

/** What a text is that holds no JSON object. */
function describeText(text: string): 'null' | 'nested' | 'no-object' | 'no-json' {
  try {
    if (JSON.parse(text) === null) return 'null';
    return isJsonObject(JSON.parse(text)) ? 'nested' : 'no-object';
  } catch {
    return 'no-json';
  }
}

function decodeText(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), isUtf8: false };
  }
}
