import type { JsonObject } from '../../token/token.js';
import { answerBy, firstRefusal, type Answer, type Answers, type AnswerTable, type Code } from './answers.js';
import { readNumberText } from './number-text.js';

/** Members whose kind of value some engines refuse. */
interface TypeFaults {
  readonly answers: Answers;
  /** Which members these are. */
  readonly names: readonly string[];
}

interface Found {
  readonly name: string;
  readonly table: AnswerTable;
}

/** Measured, member by member: 8.23.0, 7.7.3 and 5.7.2 with both handlers, and every kind of JSON value. */
function collect(found: readonly Found[]): TypeFaults {
  return { answers: firstRefusal(...found.map(({ table }) => answerBy(table))), names: [...new Set(found.map(({ name }) => name))] };
}

const newerJwt = (idx: Code): AnswerTable => ({ '8-jwt': idx, '7-jwt': idx });
const newerJst = (answer: Answer): AnswerTable => ({ '8-jst': answer, '7-jst': answer });

const textMembers = ['alg', 'cty', 'kid', 'typ', 'x5t', 'zip'];
/** Which JwtSecurityTokenHandler turns into text. */
const writtenMembers = ['cty', 'kid', 'typ', 'x5t'];
/** Which generation 5's JsonWebTokenHandler casts to text. */
const castMembers = ['cty', 'kid', 'typ'];

/** What is wrong with the kinds of a header's members. */
export function findHeaderFaults(header: JsonObject): TypeFaults {
  const found: Found[] = [];
  for (const name of textMembers) {
    const value = readOwn(header, name);
    if (value === undefined || value === null || typeof value === 'string') continue;
    found.push({ name, table: newerJwt('IDX14102') });
    if (Array.isArray(value) && writtenMembers.includes(name)) {
      if (value.some(entry => entry === null)) found.push({ name, table: newerJst('crashes') });
      else if (value.some(entry => typeof entry === 'number' || typeof entry === 'object'))
        found.push({ name, table: newerJst('IDX11026') });
    }
    if (castMembers.includes(name) && isCompound(value)) found.push({ name, table: { '5-jwt': 'crashes' } });
  }
  return collect(found);
}

/** What is wrong with the kinds of the claims that the library reads itself. */
export function findClaimFaults(claims: JsonObject): TypeFaults {
  const found: Found[] = [];
  const newer: AnswerTable = { ...newerJwt('IDX14101'), ...newerJst('IDX12723') };
  const aud = readOwn(claims, 'aud');
  if (!isTextOrNull(aud) && !(Array.isArray(aud) && aud.every(isTextOrNull))) found.push({ name: 'aud', table: newer });
  if (Array.isArray(aud) && aud.some(entry => typeof entry === 'object' && entry !== null))
    found.push({ name: 'aud', table: { '5-jwt': 'crashes' } });
  for (const name of ['iss', 'jti']) if (!isTextOrNull(readOwn(claims, name))) found.push({ name, table: newer });
  if (isCompound(readOwn(claims, 'iss'))) found.push({ name: 'iss', table: { '5-jwt': 'crashes' } });
  if (!isTextOrNull(readOwn(claims, 'azp'))) found.push({ name: 'azp', table: newerJwt('IDX14101') });
  const sub = readOwn(claims, 'sub');
  if (!isTextOrNull(sub) && typeof sub !== 'number') found.push({ name: 'sub', table: newer });
  for (const name of ['exp', 'nbf', 'iat']) {
    const value = readOwn(claims, name);
    if (value === undefined) continue;
    // The last whole number of 64 bits is one too many for one handler of generation 5.
    if (name !== 'iat' && value === 2 ** 63) found.push({ name, table: { '5-jwt': 'crashes' } });
    if (isTime(value)) continue;
    found.push({ name, table: name === 'iat' ? newer : { ...newer, ...findOlderTimeFaults(value) } });
  }
  return collect(found);
}

/** Generation 5 reads times late, and each handler in its own way. It takes some texts for dates. */
function findOlderTimeFaults(value: unknown): AnswerTable {
  if (typeof value === 'string' && /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d|\/Date\()/.test(value))
    return { '5-jwt': 'IDX14300', '5-jst': 'crashes' };
  const number = typeof value === 'number' ? value : typeof value === 'string' ? readNumberText(value) : null;
  const isHuge = number !== null && !Number.isNaN(number);
  return {
    '5-jwt': Number.isNaN(number) ? 'accepts' : isHuge ? 'crashes' : 'IDX14300',
    '5-jst': isCompound(value) ? 'crashes' : 'accepts',
  };
}

/** Numbers, also written as text, that fit into 64 bits. */
function isTime(value: unknown): boolean {
  const number = typeof value === 'string' ? readNumberText(value) : value;
  return typeof number === 'number' && Math.abs(number) <= 2 ** 63;
}

function isTextOrNull(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

/** Lists, objects, and numbers beyond 64 bits that are written as whole ones: larger ones than these are written with an exponent. */
function isCompound(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) > 2 ** 63 && Math.abs(value) < 1e21;
  return typeof value === 'object' && value !== null;
}

/** A member of the object's own. */
function readOwn(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
