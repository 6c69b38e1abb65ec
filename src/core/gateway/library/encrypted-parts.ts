import type { Engine } from './engines.js';
import { decodePart } from './base64-part.js';
import { readPart } from './read-part.js';

/** What is wrong with the form of an encrypted token. */
export interface EncryptedFaults {
  /** Before the engine looks for a key. */
  readonly early: ReadonlyMap<Engine, string | null>;
  /** Only when the engine decrypts. */
  readonly late: ReadonlyMap<Engine, string | null>;
  /** The part that JsonWebTokenHandler of generation 8 cannot read; null where it reads all. */
  readonly worst: string | null;
}

const partNames = ['header', 'encrypted key', 'initialization vector', 'ciphertext', 'authentication tag'] as const;

/** JsonWebTokenHandler of generations 7 and 8 looks at the authentication tag first, then at the parts in their order. */
const partCodes: readonly (readonly [index: number, absent: string, malformed: string])[] = [
  [4, 'IDX14310', ''],
  [0, 'IDX14307', 'IDX14102'],
  [1, '', 'IDX10400'],
  [2, 'IDX14308', 'IDX14309'],
  [3, 'IDX14306', 'IDX14312'],
  [4, '', 'IDX14311'],
];

const pattern = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\n?$/;

/** Looks at the five parts of an encrypted token as each engine does. */
export function findEncryptedFaults(engines: readonly Engine[], parts: readonly string[]): EncryptedFaults {
  const early = new Map<Engine, string | null>();
  const late = new Map<Engine, string | null>();
  const fitsPattern = pattern.test(parts.join('.'));
  for (const engine of engines) {
    const fault = findFirstFault(engine, parts);
    const headerFault = readPart(parts[0] ?? '', 'header', 'encrypted').faults.get(engine);
    if (engine === '8-jwt' || engine === '7-jwt') {
      if (fault !== null) early.set(engine, fault.idx);
    } else if (engine.endsWith('jst') && !fitsPattern) early.set(engine, 'IDX12709');
    else if (headerFault !== undefined) early.set(engine, headerFault);
    else if (engine === '5-jwt' && parts[3] === '') early.set(engine, 'IDX14306');
    else if (fault !== null && fault.index > 1) late.set(engine, engine.startsWith('5') ? 'IDX10603' : 'IDX10400');
  }
  const worst = findFirstFault('8-jwt', parts);
  return { early, late, worst: worst === null ? null : (partNames[worst.index] ?? '') };
}

function findFirstFault(engine: Engine, parts: readonly string[]): { index: number; idx: string | null } | null {
  for (const [index, absent, malformed] of partCodes) {
    const text = parts[index] ?? '';
    const idx = text === '' ? absent : isReadable(engine, text, index) ? '' : malformed;
    if (idx !== '') return { index, idx };
  }
  return null;
}

function isReadable(engine: Engine, text: string, index: number): boolean {
  return index === 0 ? !readPart(text, 'header', 'encrypted').faults.has(engine) : decodePart(text, 'encrypted').isReadBy(engine);
}
