import type { JsonObject } from '../../token/token.js';
import type { Engine } from './engines.js';
import { readNumberText } from './number-text.js';

/** Members whose kind of value some engines refuse. */
export interface TypeFaults {
  readonly faults: ReadonlyMap<Engine, string | null>;
  /** Which member it is, for a sentence. */
  readonly detail: string;
}

type Table = Partial<Record<Engine, string | null>>;

/** Measured, member by member: 8.23.0, 7.7.3 and 5.7.2 with both handlers, and every kind of JSON value. */
function collect(found: readonly { readonly name: string; readonly table: Table }[]): TypeFaults {
  const faults = new Map<Engine, string | null>();
  for (const { table } of found) {
    for (const [engine, idx] of Object.entries(table) as [Engine, string | null][]) if (!faults.has(engine)) faults.set(engine, idx);
  }
  const names = [...new Set(found.map(({ name }) => name))];
  return {
    faults,
    detail:
      names.length === 0 ? '' : `${names.join(' and ')} ${names.length === 1 ? 'has' : 'have'} a kind of value that does not belong there`,
  };
}

const newerJwt = (idx: string): Table => ({ '8-jwt': idx, '7-jwt': idx });
const newerJst = (idx: string | null): Table => ({ '8-jst': idx, '7-jst': idx });

const textMembers = ['alg', 'cty', 'kid', 'typ', 'x5t', 'zip'];
/** Which JwtSecurityTokenHandler turns into text. */
const writtenMembers = ['cty', 'kid', 'typ', 'x5t'];
/** Which generation 5's JsonWebTokenHandler casts to text. */
const castMembers = ['cty', 'kid', 'typ'];

/** What is wrong with the kinds of a header's members. */
export function findHeaderFaults(header: JsonObject): TypeFaults {
  const found: { name: string; table: Table }[] = [];
  for (const name of textMembers) {
    const value = readOwn(header, name);
    if (value === undefined || value === null || typeof value === 'string') continue;
    found.push({ name, table: newerJwt('IDX14102') });
    if (Array.isArray(value) && writtenMembers.includes(name)) {
      if (value.some(entry => entry === null)) found.push({ name, table: newerJst(null) });
      else if (value.some(entry => typeof entry === 'number' || typeof entry === 'object'))
        found.push({ name, table: newerJst('IDX11026') });
    }
    if (castMembers.includes(name) && isNoScalar(value)) found.push({ name, table: { '5-jwt': null } });
  }
  return collect(found);
}

/** What is wrong with the kinds of the claims that the library reads itself. */
export function findClaimFaults(claims: JsonObject): TypeFaults {
  const found: { name: string; table: Table }[] = [];
  const newer: Table = { ...newerJwt('IDX14101'), ...newerJst('IDX12723') };
  const aud = readOwn(claims, 'aud');
  if (!isTextOrNull(aud) && !(Array.isArray(aud) && aud.every(isTextOrNull))) found.push({ name: 'aud', table: newer });
  if (Array.isArray(aud) && aud.some(entry => typeof entry === 'object' && entry !== null))
    found.push({ name: 'aud', table: { '5-jwt': null } });
  for (const name of ['iss', 'jti']) if (!isTextOrNull(readOwn(claims, name))) found.push({ name, table: newer });
  if (isNoScalar(readOwn(claims, 'iss'))) found.push({ name: 'iss', table: { '5-jwt': null } });
  if (!isTextOrNull(readOwn(claims, 'azp'))) found.push({ name: 'azp', table: newerJwt('IDX14101') });
  const sub = readOwn(claims, 'sub');
  if (!isTextOrNull(sub) && typeof sub !== 'number') found.push({ name: 'sub', table: newer });
  for (const name of ['exp', 'nbf', 'iat']) {
    const value = readOwn(claims, name);
    if (value === undefined) continue;
    // The last whole number of 64 bits is one too many for one handler of generation 5.
    if (name !== 'iat' && value === 2 ** 63) found.push({ name, table: { '5-jwt': null } });
    if (isTime(value)) continue;
    found.push({ name, table: name === 'iat' ? newer : { ...newer, ...findOlderTimeFaults(value) } });
  }
  return collect(found);
}

/** Generation 5 reads times late, and each handler in its own way. It takes some texts for dates. */
function findOlderTimeFaults(value: unknown): Table {
  if (typeof value === 'string' && /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d|\/Date\()/.test(value))
    return { '5-jwt': 'IDX14300', '5-jst': null };
  const number = typeof value === 'number' ? value : typeof value === 'string' ? readNumberText(value) : null;
  const isHuge = number !== null && !Number.isNaN(number);
  const table: Table = Number.isNaN(number) ? {} : { '5-jwt': isHuge ? null : 'IDX14300' };
  if (isNoScalar(value)) table['5-jst'] = null;
  return table;
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
function isNoScalar(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) > 2 ** 63 && Math.abs(value) < 1e21;
  return typeof value === 'object' && value !== null;
}

/** A member of the object's own. */
function readOwn(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
