import { englishCatalogue, type Catalogue } from '../../src/core/index.js';

/** A catalogue, or a part of it, in another language: the same with a mark around each text. Functions that give numbers or names of values are none of the core's. */
export function translate<Value>(value: Value): Value {
  if (typeof value === 'string') return `«${value}»` as Value;
  if (typeof value === 'function')
    return ((...args: unknown[]): unknown => translate((value as (...given: unknown[]) => unknown)(...args))) as Value;
  if (Array.isArray(value)) return value.map(each => translate<unknown>(each)) as Value;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, translate<unknown>(each)])) as Value;
  return value;
}

/** A catalogue in another language, to see what is told in none. */
export const markedLanguage: Catalogue = translate(englishCatalogue);

/** What of a text stands outside the marks: nothing where all of it is told in that language. */
export function outsideMarks(text: string): string {
  let [depth, rest] = [0, ''];
  for (const sign of text) {
    if (sign === '«') depth++;
    else if (sign === '»') depth--;
    else if (depth === 0) rest += sign;
  }
  return rest.replace(/[\s,;:.]+/g, '');
}
