import type { JsonObject } from '../../token/token.js';
import { refuse, type Engine, type Refusals } from '../generations.js';

/** The times of a token as the library reads them, in Unix seconds. */
export interface Times {
  readonly from: number | null;
  readonly expires: number | null;
  /** Where generations read a time differently: which claim, and who refuses. */
  readonly differs: { readonly claim: string; readonly refusals: Refusals } | null;
}

/** The last second of the library's calendar. */
const lastMoment = 253402300799;

const everyEngine: readonly Engine[] = ['8-jwt', '8-jst', '7-jwt', '7-jst', '5-jwt', '5-jst'];

/** Reads `nbf` and `exp`: whole seconds, whether written as a number or as text; fractions are cut off. */
export function readTimes(claims: JsonObject): Times {
  const from = readSeconds(claims['nbf']);
  const expires = readSeconds(claims['exp']);
  return { from, expires, differs: findDifference(from, expires) };
}

function readSeconds(value: unknown): number | null {
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))) return Math.trunc(Number(value));
  return null;
}

/** A time after the year 9999, most often one in milliseconds. One handler of generation 5 drops it, the others take the last moment. */
function findDifference(from: number | null, expires: number | null): Times['differs'] {
  if (expires !== null && expires > lastMoment) return { claim: 'exp', refusals: refuse(everyEngine, { '5-jst': 'IDX10225' }) };
  if (from !== null && from > lastMoment) return { claim: 'nbf', refusals: refuse(everyEngine, { all: 'IDX10224', '5-jst': null }) };
  return null;
}
