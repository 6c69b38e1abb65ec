import type { EncryptedPart } from '../../messages/english/gateway-form.js';
import { workOut, isRefusal, type Answer, type Answers } from './answers.js';
import { isEngine, shownEngine, type Engine } from './engines.js';
import { decodePart } from './base64-part.js';
import { readPart } from './read-part.js';

/** What is wrong with the form of an encrypted token. */
export interface EncryptedFaults {
  /** Before the engine looks for a key. */
  readonly early: Answers;
  /** Only when the engine decrypts. */
  readonly late: Answers;
  /** The part that the shown engine cannot read; null where it reads all. */
  readonly unreadable: EncryptedPart | null;
}

const partNames: readonly EncryptedPart[] = ['header', 'encrypted-key', 'initialization-vector', 'ciphertext', 'authentication-tag'];

/** JsonWebTokenHandler of generations 7 and 8 looks first whether there is an authentication tag, and reads it before the ciphertext. */
const partCodes: readonly (readonly [index: number, absent: Answer, malformed: Answer])[] = [
  [4, 'IDX14310', 'accepts'],
  [0, 'IDX14307', 'IDX14102'],
  [1, 'accepts', 'IDX10400'],
  [2, 'IDX14308', 'IDX14309'],
  [4, 'accepts', 'IDX14311'],
  [3, 'IDX14306', 'IDX14312'],
];

const pattern = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\n?$/;

/** Looks at the five parts of an encrypted token as each engine does. */
export function findEncryptedFaults(parts: readonly string[]): EncryptedFaults {
  const [header = ''] = parts;
  const fitsPattern = pattern.test(parts.join('.'));
  const headerAnswers = readPart(header, 'header', 'encrypted').answers;
  const early = workOut(engine => {
    if (looksAtPartsFirst(engine)) return findFirstFault(engine, parts)?.answer ?? 'accepts';
    if (engine.handler === 'jst' && !fitsPattern) return 'IDX12709';
    if (isRefusal(headerAnswers(engine))) return headerAnswers(engine);
    return isEngine(engine, 5, 'jwt') && parts[3] === '' ? 'IDX14306' : 'accepts';
  });
  const late = workOut(engine => {
    if (looksAtPartsFirst(engine)) return 'accepts';
    const isFaulty = [2, 3, 4].some(index => !isReadable(engine, parts[index] ?? '', index));
    return isFaulty ? (engine.generation === 5 ? 'IDX10603' : 'IDX10400') : 'accepts';
  });
  const unreadable = findFirstFault(shownEngine, parts);
  return { early, late, unreadable: unreadable === null ? null : (partNames[unreadable.index] ?? null) };
}

function looksAtPartsFirst({ generation, handler }: Engine): boolean {
  return handler === 'jwt' && generation !== 5;
}

function findFirstFault(engine: Engine, parts: readonly string[]): { index: number; answer: Answer } | null {
  for (const [index, absent, malformed] of partCodes) {
    const text = parts[index] ?? '';
    const answer = text === '' ? absent : isReadable(engine, text, index) ? 'accepts' : malformed;
    if (isRefusal(answer)) return { index, answer };
  }
  return null;
}

function isReadable(engine: Engine, text: string, index: number): boolean {
  if (index === 0) return !isRefusal(readPart(text, 'header', 'encrypted').answers(engine));
  return decodePart(text, 'encrypted').isReadBy(engine);
}
