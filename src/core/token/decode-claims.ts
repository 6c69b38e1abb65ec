import { claimFacts } from '../knowledge/claims.js';
import { readJsonObject, readMemberTexts } from './read-json.js';
import type { JsonObject, MemberTexts, TokenTexts } from './token.js';

/** What a text shows of a token that somebody decoded; `header` is empty where the text has none. */
export interface DecodedClaims {
  readonly header: JsonObject;
  readonly claims: JsonObject;
  readonly texts: TokenTexts;
}

const longest = 256_000;
/** Fewer of the names that claims have are no token's: settings and answers of services have one or two of them. */
const fewestClaims = 3;
const telling: ReadonlySet<string> = new Set([
  ...claimFacts.filter(({ part }) => part === 'claims').map(({ name }) => name),
  'client_id',
  'cid',
  'scope',
  'permissions',
  'token_use',
  'realm_access',
]);
/** Without one of them the claims are nobody's. */
const anchors = ['iss', 'aud', 'exp'];

/**
 * Reads the decoded claims that people paste in the place of a token: the payload as JSON, header and payload behind one another as
 * decoders show them, or a table with a claim a line. Null for every other text. Never throws; linear in the length of the text.
 */
export function decodeClaims(text: string): DecodedClaims | null {
  if (text.length > longest) return null;
  return readObjects(text) ?? readTable(text);
}

function readObjects(text: string): DecodedClaims | null {
  const objects = findObjects(text);
  const payload = objects.find(({ object }) => isPayload(object));
  if (payload === undefined) return null;
  const header = objects.find(({ object }) => object !== payload.object && ('alg' in object || 'enc' in object) && !isPayload(object));
  const texts = { header: header === undefined ? none : readMemberTexts(header.json), claims: readMemberTexts(payload.json) };
  return { header: header?.object ?? {}, claims: payload.object, texts };
}

const none: MemberTexts = new Map();

/** An object and its text. */
interface FoundObject {
  readonly object: JsonObject;
  readonly json: string;
}

/** The first objects of a text that are JSON, of those that stand in no other. */
function findObjects(text: string): FoundObject[] {
  const objects: FoundObject[] = [];
  let start = -1;
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length && objects.length < 2; index++) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = depth > 0;
    else if (character === '{') {
      if (depth++ === 0) start = index;
    } else if (character === '}' && depth > 0 && --depth === 0) {
      const json = text.slice(start, index + 1);
      const object = readJsonObject(json);
      if (object !== null) objects.push({ object, json });
    }
  }
  return objects;
}

function isPayload(object: JsonObject): boolean {
  const names = Object.keys(object).filter(name => telling.has(name));
  return names.length >= fewestClaims && anchors.some(name => names.includes(name));
}

/** A claim a line: its name, a tab, a colon, an equals sign or a bar, its value, perhaps what it means behind a tab or a bar. */
function readTable(text: string): DecodedClaims | null {
  const claims = Object.create(null) as Record<string, unknown>;
  for (const line of text.split(/\r?\n/, 500)) {
    const { name, rest } = splitLine(line);
    if (!telling.has(name) || Object.hasOwn(claims, name)) continue;
    const value = trimSigns(rest.split(/\t|\s\|/, 1)[0] ?? '');
    if (value !== '') claims[name] = readCell(name, value);
  }
  return isPayload(claims) ? { header: {}, claims, texts: { header: none, claims: none } } : null;
}

/** The name at the beginning of a line and what stands behind the sign that parts it from its value; two empty texts where there is none. */
function splitLine(line: string): { readonly name: string; readonly rest: string } {
  const plain = trimSigns(line, ' \t|*`"', false);
  const [raw = ''] = /^[\w.:/-]{2,80}/.exec(plain) ?? [];
  const name = raw.endsWith(':') ? raw.slice(0, -1) : raw;
  const behind = trimSigns(plain.slice(raw.length), '`"*', false);
  const isApart = name !== raw || /^(?:[ \t]?[|=:]|\t| {2})/.test(behind);
  return isApart ? { name, rest: trimSigns(behind, ' \t|=:', false) } : { name: '', rest: '' };
}

/** Takes signs off the beginning and, unless told otherwise, the end; linear, unlike a pattern for both. */
function trimSigns(text: string, signs = ' \t"`,|', both = true): string {
  let start = 0;
  let end = text.length;
  while (start < end && signs.includes(text.charAt(start))) start++;
  while (both && end > start && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Numbers where claims are numbers, lists in brackets as lists; all else is text. */
function readCell(name: string, value: string): unknown {
  if (/^\d{1,15}$/.test(value) && claimFacts.some(claim => claim.name === name && claim.form === 'time')) return Number(value);
  if (/^[[{]/.test(value)) return readJsonObject(`{"value":${value}}`)?.['value'] ?? value;
  return value;
}
