import { isJsonObject } from '../../metadata/read-metadata.js';
import { isTooDeep, mayHoldOtherNumbers } from '../../token/read-json.js';
import type { JsonObject } from '../../token/token.js';

/** A JSON object at the beginning of a text, and what stands after it. */
interface ReadJson {
  readonly json: JsonObject;
  readonly rest: string;
  readonly numbers: WrittenNumbers;
}

/**
 * How numbers are written, where JavaScript would write them otherwise (it does not hold every whole number of 64 bits): by the member of the
 * outermost object, then by their place in its list, 0 where it is no list.
 */
export type WrittenNumbers = ReadonlyMap<string, ReadonlyMap<number, string>>;

/** `strict` is the JSON standard, as generations 7 and 8 read it. `tolerant` is what generation 5 reads besides: comments, single quotes, a comma at the end and the like. */
type JsonGrammar = 'strict' | 'tolerant';

/** The tolerant grammar reads no longer whole numbers. In characters. */
const longestInteger = 380;

/** Both read no deeper. */
const deepest = 64;

interface Reader {
  readonly text: string;
  readonly tolerant: boolean;
  at: number;
  /** Where the reader is: the member of the outermost object, and the entry of its list. */
  member: string;
  entry: number;
  readonly numbers: Map<string, Map<number, string>>;
}

function openReader(text: string, tolerant: boolean): Reader {
  return { text, tolerant, at: 0, member: '', entry: 0, numbers: new Map() };
}

class NotJson extends Error {}

/**
 * The object of a text that every grammar reads alike, and JavaScript like them: JSON with nothing in it on which they differ, the depth, the
 * writing of numbers, halves of a pair of escapes. Null for every other text, JSON or not: `readJsonText` says what that is.
 */
export function readPlainJson(text: string): JsonObject | null {
  if (text.includes('\\u') || mayHoldOtherNumbers(text) || isTooDeep(text)) return null;
  try {
    const json: unknown = JSON.parse(text);
    return isJsonObject(json) ? json : null;
  } catch {
    return null;
  }
}

/** Reads the object at the beginning of the text; null where none stands there. The last of several members of one name counts. */
export function readJsonText(text: string, grammar: JsonGrammar): ReadJson | null {
  const reader = openReader(text, grammar === 'tolerant');
  try {
    skipSpace(reader);
    if (text[reader.at] !== '{') return null;
    const json = readValue(reader, 1);
    return isJsonObject(json) ? { json, rest: text.slice(reader.at), numbers: reader.numbers } : null;
  } catch (error) {
    if (error instanceof NotJson) return null;
    throw error;
  }
}

/** Whether the tolerant grammar overlooks what stands after the object: white space, comments, null characters. */
export function isOverlooked(rest: string): boolean {
  const reader = openReader(rest.replaceAll('\0', ' '), true);
  try {
    skipSpace(reader);
    return reader.at >= rest.length;
  } catch {
    return false;
  }
}

function refuse(): never {
  throw new NotJson();
}

/** White space as .NET counts it, without the byte order mark. */
const wideSpace = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function skipSpace(reader: Reader): void {
  const { text, tolerant } = reader;
  for (;;) {
    const letter = text[reader.at];
    if (letter === undefined) return;
    if (tolerant ? wideSpace.test(letter) : ' \t\r\n'.includes(letter)) reader.at++;
    else if (tolerant && letter === '/') skipComment(reader);
    else return;
  }
}

function skipComment(reader: Reader): void {
  const { text, at } = reader;
  const isBlock = text[at + 1] === '*';
  if (!isBlock && text[at + 1] !== '/') refuse();
  const end = isBlock ? text.indexOf('*/', at + 2) : text.slice(at).search(/[\r\n]/);
  if (isBlock && end < 0) refuse();
  reader.at = isBlock ? end + 2 : end < 0 ? text.length : at + end;
}

function readValue(reader: Reader, depth: number): unknown {
  skipSpace(reader);
  const letter = reader.text[reader.at];
  if (letter === '{' || letter === '[') {
    if (depth > deepest) refuse();
    return letter === '{' ? readObject(reader, depth) : readArray(reader, depth);
  }
  if (letter === '"' || (reader.tolerant && letter === "'")) return readString(reader, letter);
  return readWord(reader);
}

/** Whether a list goes on after a comma; the tolerant grammar lets a comma stand before the end. */
function hasNext(reader: Reader, close: string, isFirst: boolean): boolean {
  skipSpace(reader);
  if (reader.text[reader.at] === close) {
    reader.at++;
    return false;
  }
  if (isFirst) return true;
  if (reader.text[reader.at] !== ',') refuse();
  reader.at++;
  skipSpace(reader);
  if (reader.tolerant && reader.text[reader.at] === close) {
    reader.at++;
    return false;
  }
  return true;
}

function readObject(reader: Reader, depth: number): JsonObject {
  reader.at++;
  const members = new Map<string, unknown>();
  for (let isFirst = true; hasNext(reader, '}', isFirst); isFirst = false) {
    const name = readName(reader);
    skipSpace(reader);
    if (reader.text[reader.at] !== ':') refuse();
    reader.at++;
    if (depth === 1) enterMember(reader, name);
    members.set(name, readValue(reader, depth + 1));
  }
  return Object.fromEntries(members);
}

function enterMember(reader: Reader, name: string): void {
  reader.member = name;
  reader.entry = 0;
  // The last of several members of one name counts.
  reader.numbers.delete(name);
}

function readName(reader: Reader): string {
  const letter = reader.text[reader.at];
  if (letter === '"' || (reader.tolerant && letter === "'")) return readString(reader, letter);
  const name = reader.tolerant ? /^[A-Za-z0-9_$]+/.exec(reader.text.slice(reader.at))?.[0] : undefined;
  if (name === undefined) refuse();
  reader.at += name.length;
  return name;
}

function readArray(reader: Reader, depth: number): unknown[] {
  reader.at++;
  const entries: unknown[] = [];
  for (let isFirst = true; hasNext(reader, ']', isFirst); isFirst = false) {
    if (depth === 2) reader.entry = entries.length;
    entries.push(readValue(reader, depth + 1));
  }
  return entries;
}

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function readString(reader: Reader, quote: string): string {
  const { text, tolerant } = reader;
  let read = '';
  for (reader.at++; ; reader.at++) {
    const letter = text[reader.at];
    if (letter === undefined || (!tolerant && letter < ' ')) refuse();
    if (letter === quote) break;
    read += letter === '\\' ? readEscape(reader) : letter;
  }
  reader.at++;
  // Half of a pair of escapes is no text.
  if (!tolerant && /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(read)) refuse();
  return read;
}

/** Reads an escape and leaves the reader on its last character. */
function readEscape(reader: Reader): string {
  const letter = reader.text[reader.at + 1] ?? '';
  if (letter === 'u') {
    const digits = /^[0-9a-fA-F]{4}/.exec(reader.text.slice(reader.at + 2, reader.at + 6))?.[0];
    if (digits === undefined) refuse();
    reader.at += 5;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  const meant = escapes[letter] ?? (reader.tolerant && letter === "'" ? "'" : undefined);
  if (meant === undefined) refuse();
  reader.at++;
  return meant;
}

const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
const tolerantWords: Readonly<Record<string, unknown>> = {
  ...words,
  undefined: null,
  NaN: Number.NaN,
  Infinity: Infinity,
  '-Infinity': -Infinity,
};

function readWord(reader: Reader): unknown {
  const pattern = /[-+.\w]+/y;
  pattern.lastIndex = reader.at;
  const word = pattern.exec(reader.text)?.[0] ?? refuse();
  reader.at += word.length;
  const known = reader.tolerant ? tolerantWords : words;
  if (Object.hasOwn(known, word)) return known[word];
  if (reader.tolerant && word.length > longestInteger && /^-?\d+$/.test(word)) refuse();
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) return noteNumber(reader, word, readNumber(word));
  if (reader.tolerant && looseNumber.test(word)) return noteNumber(reader, word, readLooseNumber(word));
  return refuse();
}

/** Hexadecimal or octal with a zero in front, which takes no sign; or a number that starts or ends with its point, or has zeros after its sign. */
const looseNumber = /^(?:0x[0-9a-f]+|0[0-7]+|(?:[1-9]\d*|-\d+|0)(?:\.\d*)?(?:e[+-]?\d+)?|-?\.\d+(?:e[+-]?\d+)?)$/i;

/** Notes how a number is written where another text would come out of it. */
function noteNumber(reader: Reader, word: string, number: number): number {
  if (String(number) !== word) {
    const noted = reader.numbers.get(reader.member) ?? new Map<number, string>();
    noted.set(reader.entry, word);
    reader.numbers.set(reader.member, noted);
  }
  return number;
}

/** The largest whole number of 64 bits is read as one more, so what is beyond it goes to the next number that there is. */
function readNumber(word: string): number {
  const number = Number(word);
  return number === 2 ** 63 && /^\d+$/.test(word) && BigInt(word) >= 2n ** 63n ? 2 ** 63 + 2048 : number;
}

function readLooseNumber(word: string): number {
  return /^0[0-7]+$/.test(word) ? Number.parseInt(word, 8) : Number(word);
}
