import type { JsonObject } from '../../token/token.js';
import type { Answer } from './answers.js';
import { isEngine, type Engine } from './engines.js';
import { readNumberText } from './number-text.js';

/** The times of a token as one engine reads them, in Unix seconds; null where it reads none. */
export interface Times {
  readonly from: number | null;
  readonly expires: number | null;
}

/** The last second of the library's calendar. */
const lastMoment = 253402300799;
/** One handler of generation 5 counts seconds in 32 bits, which end in January 2038. */
const lastOf32Bits = 2147483647;

/** Reads `nbf` and `exp`: seconds, written as a number or as text. */
export function readTimes(claims: JsonObject, engine: Engine): Times {
  return { from: readTime(claims, 'nbf', engine), expires: readTime(claims, 'exp', engine) };
}

function readTime(claims: JsonObject, name: string, engine: Engine): number | null {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const number = typeof value === 'number' ? value : typeof value === 'string' ? readTimeText(value, engine) : null;
  // One handler of generation 5 makes a number of these: 1 of true, else 0.
  if (isEngine(engine, 5, 'jst') && (value === null || typeof value === 'boolean')) return Number(value);
  // For the other the first moment of the calendar takes the place of what is not there, or is no number.
  if (number === null || Number.isNaN(number)) return isEngine(engine, 5, 'jwt') ? -Infinity : null;
  if (isEngine(engine, 5, 'jst')) return Math.abs(number) > lastOf32Bits ? null : Math.trunc(number);
  return Math.min(Math.max(roundHalfEven(number), 0), lastMoment);
}

/** One handler of generation 5 reads what is no whole number in single precision, which counts in steps of two minutes. */
function readTimeText(text: string, engine: Engine): number | null {
  const number = readNumberText(text);
  return number !== null && isEngine(engine, 5, 'jwt') && !/^\s*[+-]?\d+\s*$/.test(text) ? Math.fround(number) : number;
}

/** As .NET converts: half of a second goes to the even one. */
function roundHalfEven(number: number): number {
  const floor = Math.floor(number);
  const fraction = number - floor;
  if (fraction !== 0.5) return Math.round(number);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** What an engine answers to the times that it read. In the library's order. */
export function answerTimes(times: Times, now: number, skew: number, isExpiryRequired: boolean): Answer {
  const { from, expires } = times;
  if (expires === null && isExpiryRequired) return 'IDX10225';
  if (from !== null && expires !== null && from > expires) return 'IDX10224';
  if (from !== null && from > now + skew) return 'IDX10222';
  return expires !== null && expires < now - skew ? 'IDX10223' : 'accepts';
}
