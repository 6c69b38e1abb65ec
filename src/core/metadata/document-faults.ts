import type { Facts } from '../facts.js';
import { configurationMembers, keyLists, keyTexts, type MemberKind } from './library-members.js';
import { findConfigurationOnce, keepOnRing, openKeyRing } from './key-ring.js';
import { isJsonObject } from './read-metadata.js';
import { generations, type Generation } from './signing-key.js';

/** A document with members of a wrong kind, because of which the library refuses it. */
export interface RefusedDocument {
  readonly kind: 'configuration' | 'key-set';
  readonly address: string;
  /** The key set that is lost with it; null where the configuration does not say where that is. */
  readonly keySet: string | null;
  readonly faults: readonly DocumentFault[];
}

/** Those of a configuration and its key set that the library refuses, as far as they are at hand. */
export function findRefusedDocuments(metadata: Facts['metadata'], address: string, ring = openKeyRing()): RefusedDocument[] {
  const keySet = findConfigurationOnce(ring, metadata, address)?.jwksUri ?? null;
  const refused: RefusedDocument[] = [];
  const find = (at: string, what: string, findFaults: (document: unknown) => DocumentFault[]): DocumentFault[] =>
    Object.hasOwn(metadata, at) ? keepOnRing(ring, metadata[at], what, () => findFaults(metadata[at])) : [];
  const faults = find(address, 'configuration-faults', findConfigurationFaults);
  if (faults.length > 0) refused.push({ kind: 'configuration', address, keySet, faults });
  const keyFaults = keySet === null ? [] : find(keySet, 'key-set-faults', findKeySetFaults);
  if (keySet !== null && keyFaults.length > 0) refused.push({ kind: 'key-set', address: keySet, keySet, faults: keyFaults });
  return refused;
}

/** Whether every generation that runs the kind of policy refuses one of the documents. */
export function isRefusedByAll(refused: readonly RefusedDocument[], asked: readonly Generation[]): boolean {
  return asked.every(generation => refused.some(({ faults }) => faults.some(({ refusedBy }) => refusedBy.includes(generation))));
}

/** What a member should have been. */
type WantedKind = MemberKind | 'key' | 'document';

/** One member of a document because of whose kind the gateway's library refuses the whole document. */
interface DocumentFault {
  /** The member with its place: `scopes_supported`, `keys[1].x5c`, `keys[2]`; empty for the document itself. */
  readonly member: string;
  readonly wanted: WantedKind;
  readonly found: JsonKind;
  /** The generations of the library that refuse the document because of it. */
  readonly refusedBy: readonly Generation[];
}

type JsonKind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object';

/** The kind of a JSON value. */
function kindOf(value: unknown): JsonKind {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return 'object';
  }
}

const newer = generations.filter(generation => generation !== 5);

const memberKinds: ReadonlyMap<string, { readonly kind: MemberKind; readonly since: Generation }> = new Map([
  ...configurationMembers.flatMap(({ names, kind, since }) => names.map(name => [name, { kind, since }] as const)),
  ...['issuer', 'jwks_uri'].map(name => [name, { kind: 'text', since: 5 }] as const),
]);

/** The members because of which the library refuses an OpenID configuration; empty for one that it reads. The value is JSON. Never throws. Exported for tests. */
export function findConfigurationFaults(document: unknown): DocumentFault[] {
  if (!isJsonObject(document)) return refuseWhole(document);
  return Object.entries(document).flatMap(([name, value]) => {
    const known = memberKinds.get(name.toLowerCase());
    if (known === undefined) return [];
    const refusedBy = generations.filter(
      generation => generation >= known.since && (generation === 5 ? isRefusedByOldest(known.kind, value) : isRefused(known.kind, value)),
    );
    return toFaults(name, known.kind, value, refusedBy);
  });
}

/** What is no object is no document: measured with a list, a text, a number, booleans and null, in all generations. */
function refuseWhole(document: unknown): DocumentFault[] {
  return toFaults('', 'document', document, generations);
}

function toFaults(member: string, wanted: WantedKind, value: unknown, refusedBy: readonly Generation[]): DocumentFault[] {
  return refusedBy.length === 0 ? [] : [{ member, wanted, found: kindOf(value), refusedBy }];
}

/** What generations 7 and 8 refuse, as far as they read the member. */
function isRefused(kind: MemberKind, value: unknown): boolean {
  const found = kindOf(value);
  switch (kind) {
    case 'text':
      return found !== 'text' && found !== 'null';
    case 'texts':
      return found !== 'list' && found !== 'null';
    case 'boolean':
      return found !== 'boolean';
    case 'written-boolean':
      return found !== 'boolean' && !isWrittenBoolean(value);
  }
}

/** Generation 5 converts what it can. */
function isRefusedByOldest(kind: MemberKind, value: unknown): boolean {
  const found = kindOf(value);
  if (found === 'object') return true;
  switch (kind) {
    case 'text':
    case 'written-boolean':
      return found === 'list';
    case 'texts':
      return found === 'list' && holdsNested(value);
    case 'boolean':
      return found === 'list' || (found === 'text' && value !== '' && !isWrittenBoolean(value));
  }
}

function isWrittenBoolean(value: unknown): boolean {
  return typeof value === 'string' && /^\s*(?:true|false)\s*$/i.test(value);
}

function holdsNested(value: unknown): boolean {
  return Array.isArray(value) && value.some(entry => typeof entry === 'object' && entry !== null);
}

/** The members because of which the library refuses a key set; empty for one that it reads. Never throws. Exported for tests. */
export function findKeySetFaults(document: unknown): DocumentFault[] {
  if (!isJsonObject(document)) return refuseWhole(document);
  return Object.entries(document).flatMap(([name, value]) => {
    if (name.toLowerCase() !== 'keys') return [];
    if (!Array.isArray(value)) return toFaults(name, 'key', value, value === '' || value === null ? newer : generations);
    return value.flatMap((entry: unknown, index) => findKeyFaults(`${name}[${String(index)}]`, entry));
  });
}

/** An entry that is no key is passed over by generations 7 and 8. */
function findKeyFaults(place: string, entry: unknown): DocumentFault[] {
  if (!isJsonObject(entry)) return toFaults(place, 'key', entry, [5]);
  return Object.entries(entry).flatMap(([name, value]) => {
    const lower = name.toLowerCase();
    const member = `${place}.${name}`;
    if (keyTexts.includes(lower)) return toFaults(member, 'text', value, refuseKeyText(value));
    return keyLists.includes(lower) ? toFaults(member, 'texts', value, refuseKeyList(lower, value)) : [];
  });
}

function refuseKeyText(value: unknown): readonly Generation[] {
  if (typeof value === 'number' || typeof value === 'boolean') return newer;
  return typeof value === 'object' && value !== null ? generations : [];
}

function refuseKeyList(name: string, value: unknown): readonly Generation[] {
  if (value === null) return name === 'key_ops' ? newer : [];
  if (!Array.isArray(value)) return value === '' ? newer : generations;
  if (holdsNested(value)) return generations;
  return value.every(entry => typeof entry === 'string' || entry === null) ? [] : newer;
}
