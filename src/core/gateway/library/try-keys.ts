import type { SigningKey } from '../../metadata/signing-key.js';
import { readTextClaim, type ReadToken } from '../check-context.js';
import { readSignature, type SignatureReading } from './signature-part.js';
import type { Answer } from './answers.js';
import { engines, isEngine, shownEngine, type Engine } from './engines.js';
import { remember, type Memory } from '../memory.js';
import { verifySignature, type Trial } from './verify-signature.js';

/** What trying the keys gave to one engine: they pick the key of a token in different ways. */
interface Attempt {
  /** The key that the token names; null where none fits. */
  readonly named: SigningKey | null;
  /** Whether the token has a kid and names a key, be it by that kid or by x5t. */
  readonly matched: boolean;
  /** Whether a key without a name stands before the one with the token's kid: the newer generations crash over it while they write their message. */
  readonly followsNameless: boolean;
  readonly verifiedBy: SigningKey | null;
  /** One for each key that was tried. */
  readonly trials: readonly Trial[];
}

/** The token's signature, tried with every key. */
export interface Attempts {
  readonly algorithm: string;
  /** Null where the token names no key. */
  readonly kid: string | null;
  readonly reading: SignatureReading;
  readonly by: (engine: Engine) => Attempt;
  /** The attempts of all engines, the shown one first. */
  readonly all: readonly Attempt[];
}

/** Tries the key that the token names, the first of that name only; where none has it, all of them. */
export async function tryKeys(candidates: readonly SigningKey[], token: ReadToken, memory: Memory): Promise<Attempts> {
  const algorithm = readTextClaim(token.header, 'alg') ?? '';
  const kid = readName(token, 'kid');
  const x5t = readName(token, 'x5t');
  const names: Names = { kid, x5t, hasKid: hasName(token, 'kid'), hasX5t: hasName(token, 'x5t') };
  const reading = remember(memory.signatures, token.signature, () => readSignature(token.signature));
  const { bytes } = reading;
  const known = remember(memory.trials, token, () => new WeakMap<SigningKey, Promise<Trial>>());
  const tryKey = async (key: SigningKey): Promise<Trial> =>
    bytes === null ? 'wrong' : remember(known, key, () => verifySignature(key, algorithm, token.signed, bytes, memory.keyRing));
  const attempt = async (engine: Engine): Promise<Attempt> => {
    const keys = candidates.filter(({ readBy }) => readBy?.includes(engine.generation) ?? true);
    const named = findNamed(keys, names, engine);
    const matched = kid !== '' && named !== null;
    const first = keys.findIndex(key => key.id === null || key.id === kid);
    const tried: Trial[] = [];
    let verifiedBy: SigningKey | null = null;
    for (const key of named === null ? keys : [named]) {
      const trial = await tryKey(key);
      tried.push(trial);
      if (trial !== 'verified') continue;
      verifiedBy = key;
      break;
    }
    return { named, matched, followsNameless: matched && keys[first]?.id === null, verifiedBy, trials: tried };
  };
  const shown = await attempt(shownEngine);
  const attempts = new Map([[shownEngine, shown]]);
  for (const engine of engines) if (engine !== shownEngine) attempts.set(engine, await attempt(engine));
  const by = (engine: Engine): Attempt => attempts.get(engine) ?? shown;
  return { algorithm, kid: kid === '' ? null : kid, reading, by, all: [...attempts.values()] };
}

/** JwtSecurityTokenHandler turns lists and objects into text. */
function readName(token: ReadToken, name: string): string {
  const value = Object.hasOwn(token.header, name) ? token.header[name] : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : '';
}

/** The names of a key in a token's header. */
interface Names {
  readonly kid: string;
  readonly x5t: string;
  /** Whether they are there at all, be it empty. */
  readonly hasKid: boolean;
  readonly hasX5t: boolean;
}

function hasName(token: ReadToken, name: string): boolean {
  return Object.hasOwn(token.header, name) && token.header[name] !== null;
}

/** One handler of generation 5 goes through all keys for the kid, then through all of them for x5t; the others look for both at once. */
function findNamed(keys: readonly SigningKey[], names: Names, engine: Engine): SigningKey | null {
  const byKid = isEngine(engine, 5, 'jwt') ? keys.find(key => isNamed(key, { ...names, x5t: '', hasX5t: false }, engine)) : undefined;
  return byKid ?? keys.find(key => isNamed(key, names, engine)) ?? null;
}

function isNamed(key: SigningKey, { kid, x5t, hasKid, hasX5t }: Names, engine: Engine): boolean {
  const [isOlderJwt, isOlderJst] = [isEngine(engine, 5, 'jwt'), isEngine(engine, 5, 'jst')];
  // Only one handler of generation 5 takes an empty name for a name.
  const isId = key.id !== null && (key.id !== '' || isOlderJst) && sameId(key, key.id, kid);
  // One handler of generation 5 tries all keys where the token has no kid.
  if (isOlderJst && !hasKid) return false;
  if (isOlderJwt) return isId || (x5t !== '' && key.id === x5t);
  if (key.kind !== 'certificate') return isId || (engine.generation !== 5 && key.id !== null && key.id !== '' && key.id === x5t);
  if (isId || (x5t !== '' && key.x5t.toLowerCase() === x5t.toLowerCase())) return true;
  // To one handler of generation 5, a certificate without a name is that of every token without x5t.
  return isOlderJst && key.id === (hasX5t ? x5t : null);
}

function sameId(key: SigningKey, id: string, kid: string): boolean {
  return key.kind === 'certificate' ? id.toLowerCase() === kid.toLowerCase() : id === kid;
}

/** How an engine refuses a signature that no key verifies. */
export function refuseWrong({ kid, reading, by }: Attempts, engine: Engine): Answer {
  const { matched, followsNameless, trials } = by(engine);
  const isOld = engine.generation === 5;
  if (reading.isMalformedFor(engine)) return 'IDX10508';
  if (matched) return followsNameless && !isOld ? 'crashes' : 'IDX10511';
  if (trials.length === 0 && !(isOld && kid !== null)) return 'IDX10500';
  if (kid === null) return isOld ? 'IDX10503' : 'IDX10517';
  return isOld ? 'IDX10501' : 'IDX10503';
}

/** Whether the key that verified is too short for an engine. Only generation 5 asks something of RSA keys, the others more of secrets. */
export function isTooShort(key: SigningKey, algorithm: string, engine: Engine): boolean {
  const isOld = engine.generation === 5;
  if (key.kind === 'symmetric') return key.bytes.length * 8 < (isOld ? 128 : Number(/(?:256|384|512)$/.exec(algorithm)?.[0] ?? 0));
  if (key.kind === 'elliptic') return false;
  return isOld && algorithm.startsWith('RS') && key.numbers.bits < 1024;
}

/** In bits. */
export function measureKey(key: SigningKey): number {
  if (key.kind === 'symmetric') return key.bytes.length * 8;
  return key.kind === 'elliptic' ? Number(key.curve.slice(2)) : key.numbers.bits;
}
