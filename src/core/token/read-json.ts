import type { JsonObject, MemberTexts } from './token.js';

/** How deep the gateway's library reads JSON; measured: 64 levels of brackets pass, 65 do not. */
const deepestNesting = 64;

/** Whether brackets are nested deeper than the gateway's library reads, outside strings. The text need not be JSON. */
export function isTooDeep(json: string): boolean {
  // What has no more brackets than may be open at once needs no closer look.
  return countBrackets(json, deepestNesting) > deepestNesting && measureNesting(json) > deepestNesting;
}

/** How many brackets open, strings included; no more are counted than one above the limit. */
function countBrackets(json: string, limit: number): number {
  let count = 0;
  for (const bracket of ['{', '['])
    for (let at = json.indexOf(bracket); at >= 0 && count <= limit; at = json.indexOf(bracket, at + 1)) count++;
  return count;
}

/** How many brackets are open at once at most, outside strings. */
function measureNesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
  }
  return deepest;
}

/**
 * Reads a JSON object as data: no member, whatever its name (`__proto__`, `constructor`), reaches a prototype. Where a
 * name stands twice, the last one counts, as it does for the gateway's library. Null where the text is no JSON object.
 */
export function readJsonObject(json: string): JsonObject | null {
  if (isTooDeep(json)) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? toData(value) : null;
}

/** Takes the prototypes off what was read, in its place: nobody else has it yet. */
function toData(value: object): JsonObject {
  for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) takePrototypesOff(member);
  return Object.setPrototypeOf(value, null) as JsonObject;
}

function takePrototypesOff(value: object): void {
  if (!Array.isArray(value)) toData(value);
  else for (const entry of value as readonly unknown[]) if (typeof entry === 'object' && entry !== null) takePrototypesOff(entry);
}

/** A string, whose digits are no number, or a number; what else stands in JSON has no digits. */
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * What may be a number that JavaScript would write otherwise: one with a fraction or an exponent, a long one, minus zero. What looks so in a
 * string is found, too.
 */
const perhapsOther = /[:[,][ \t\r\n]*(?:-?\d+[.eE]|-?\d{16}|-0)/;

/** Whether a number of the JSON may be written otherwise than JavaScript would write it; without one, none is. */
export function mayHoldOtherNumbers(json: string): boolean {
  return perhapsOther.test(json);
}

/** How the members of an object are written that hold a number which JavaScript would write otherwise. Takes the text of a JSON object. */
export function readMemberTexts(json: string): MemberTexts {
  const texts = new Map<string, string>();
  if (!mayHoldOtherNumbers(json) || json.match(stringOrNumber)?.some(isOtherNumber) !== true) return texts;
  const mark = findMark(json);
  const marked = json.replace(stringOrNumber, found => (isOtherNumber(found) ? `"${mark}${found}"` : found));
  for (const [name, value] of Object.entries(JSON.parse(marked) as object)) {
    const text = JSON.stringify(value);
    if (text.includes(mark)) texts.set(name, text.replaceAll(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1'));
  }
  return texts;
}

function isOtherNumber(found: string): boolean {
  return !found.startsWith('"') && String(Number(found)) !== found;
}

/** Signs that no string of the text holds in a row, however it is written. */
function findMark(json: string): string {
  const longest = (JSON.stringify(JSON.parse(json)).match(/#+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  return '#'.repeat(longest + 1);
}
