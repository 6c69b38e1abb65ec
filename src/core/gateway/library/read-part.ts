import { isJsonObject } from '../../metadata/read-metadata.js';
import { decodeUtf8, toBytes } from '../../token/base64url.js';
import type { JsonObject } from '../../token/token.js';
import type { PartFault } from '../../messages/english/gateway-form.js';
import { acceptedByAll, answerBy, firstRefusal, workOut, type Answers, type AnswerTable, type Code } from './answers.js';
import { decodePart } from './base64-part.js';
import { engines, isEngine, type Engine } from './engines.js';
import { isOverlooked, readJsonText, readPlainJson, type WrittenNumbers } from './json-text.js';
import { findClaimFaults, findHeaderFaults } from './member-types.js';

/** One of the first two parts of a token, as the engines read it. */
export interface PartReading {
  /** Null where none reads it. */
  readonly json: JsonObject | null;
  readonly answers: Answers;
  readonly numbers: WrittenNumbers;
  /** Whether it has the form in which JwtSecurityTokenHandler takes a part for one before it decodes anything. */
  readonly isInPattern: boolean;
  /** Whether some engine does not read it. */
  readonly isFaulty: boolean;
  /** What is wrong, for a sentence; quotes nothing of the token. Null where nothing is. */
  readonly fault: PartFault | null;
}

type JsonPart = 'header' | 'claims';

/** The code for an unreadable part. JwtSecurityTokenHandler's pattern comes before its decoding. */
function codeFor({ handler }: Engine, part: JsonPart, isInPattern: boolean): Code {
  if (handler === 'jwt') return part === 'header' ? 'IDX14102' : 'IDX14101';
  if (!isInPattern) return 'IDX12709';
  return part === 'header' ? 'IDX12729' : 'IDX12723';
}

/** Reads the header or the claims of a signed token, or the header of an encrypted one. */
export function readPart(text: string, part: JsonPart, token: 'signed' | 'encrypted' = 'signed'): PartReading {
  if (text === '') return readEmpty(part);
  const isInPattern = /^[A-Za-z0-9_-]+$/.test(text);
  const decoded = decodePart(text, token === 'encrypted' ? 'encrypted' : part);
  if (decoded.binary === null) return refuseAll(isInPattern, part, { kind: 'not-base64url' });
  const { json, numbers, isReadBy, isNothing, fault } = readJson(decoded.binary, part);
  // One handler of generation 5 makes nothing of it, and stumbles over that.
  if (json === null) return refuseAll(isInPattern, part, fault, isNothing ? { '5-jst': 'crashes' } : {});
  const unread: Answers = engine => (decoded.isReadBy(engine) && isReadBy(engine) ? 'accepts' : codeFor(engine, part, isInPattern));
  const types = part === 'header' ? findHeaderFaults(json) : findClaimFaults(json);
  const isUnusual = engines.some(engine => !decoded.isReadBy(engine));
  const typeFault: PartFault | null = types.names.length === 0 ? null : { kind: 'member-kinds', names: types.names };
  const anyFault = fault ?? (isUnusual ? { kind: 'unusual-characters' } : typeFault);
  return settle(json, firstRefusal(unread, types.answers), anyFault, isInPattern, numbers);
}

function settle(
  json: JsonObject | null,
  lazily: Answers,
  fault: PartFault | null,
  isInPattern: boolean,
  numbers: WrittenNumbers = new Map(),
): PartReading {
  const answers = workOut(lazily);
  return { json, numbers, isInPattern, answers, isFaulty: answers !== acceptedByAll, fault };
}

/** Generation 8 reads no claims at all as none. */
function readEmpty(part: JsonPart): PartReading {
  const answers: Answers = engine => (part === 'claims' && isEngine(engine, 8, 'jwt') ? 'accepts' : codeFor(engine, part, false));
  return settle(part === 'claims' ? {} : null, answers, { kind: 'empty' }, false);
}

function refuseAll(isInPattern: boolean, part: JsonPart, fault: PartFault | null, others: AnswerTable = {}): PartReading {
  const answers = firstRefusal(answerBy(others), engine => codeFor(engine, part, isInPattern));
  return settle(null, answers, fault, isInPattern);
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

function readJson(binary: string, part: JsonPart): ReadJson {
  const { text, isUtf8 } = decodeText(binary);
  const plain = isUtf8 ? readPlainJson(text) : null;
  if (plain !== null) return { json: plain, numbers: new Map(), isReadBy: () => true, isNothing: false, fault: null };
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

function decodeText(binary: string): { text: string; isUtf8: boolean } {
  const text = decodeUtf8(binary);
  if (text !== null) return { text, isUtf8: true };
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(toBytes(binary)), isUtf8: false };
}
