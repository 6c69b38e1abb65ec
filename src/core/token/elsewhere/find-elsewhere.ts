import { claimGroups, incidentalClaims } from '../../knowledge/claim-groups.js';
import { isGuid } from '../../microsoft/tenant.js';
import type { JsonObject } from '../token.js';
import { compareForms, relations, type Relation } from './compare-forms.js';

/** Where a value that a policy wants stands in a token, and in what form. */
interface Elsewhere {
  /** The policy's value. */
  readonly wanted: string;
  /** The token's. */
  readonly found: string;
  readonly relation: Relation;
  /** The claim; for what stands inside an object, its path with dots. */
  readonly claim: string;
  /** Whether it stands inside an object, where a required claim does not reach. */
  readonly isNested: boolean;
}

/** One text of a token and where it stands. */
interface Place {
  readonly claim: string;
  readonly text: string;
  readonly isNested: boolean;
}

const deepest = 4;
const mostPlaces = 5000;

/**
 * The form in which one of the texts of a claim is the value that the policy wants: the nearest over all pairs, the policy's order
 * deciding between equals. `only` are the relations that make sense for the claim.
 */
export function findOtherForm(
  claim: string,
  wanted: readonly string[],
  found: readonly string[],
  only: readonly Relation[] = relations,
): Elsewhere | null {
  let nearest: Elsewhere | null = null;
  for (const value of wanted) {
    for (const text of [...found].sort()) {
      const relation = compareForms(value, text);
      if (relation === null || !only.includes(relation)) continue;
      if (nearest === null || relations.indexOf(relation) < relations.indexOf(nearest.relation))
        nearest = { wanted: value, found: text, relation, claim, isNested: false };
    }
  }
  return nearest;
}

/**
 * The other claim that holds one of the values that the policy wants in this one: claims that say the same under another name first, then
 * the others by name, so that the order of a token's claims does not matter. Null where none does, and for values that any claim may
 * hold by chance.
 */
export function findInOtherClaim(claim: string, wanted: readonly string[], claims: JsonObject): Elsewhere | null {
  const telling = wanted.filter(isTelling);
  if (telling.length === 0) return null;
  const kin = kinOf(claim);
  const places = listPlaces(claims).filter(({ claim: name }) => name !== claim && !incidentalClaims.includes(name));
  const rank = ({ claim: name, isNested }: Place): number => {
    const place = kin.indexOf(rootOf(name));
    return (place < 0 ? kin.length : place) * 2 + (isNested ? 1 : 0);
  };
  const ordered = [...places].sort((a, b) => rank(a) - rank(b) || compareText(a.claim, b.claim) || compareText(a.text, b.text));
  for (const value of telling) {
    const place = ordered.find(({ text }) => text === value || (isGuid(value) && text.toLowerCase() === value.toLowerCase()));
    if (place !== undefined) return { wanted: value, found: place.text, relation: 'same', claim: place.claim, isNested: place.isNested };
  }
  return null;
}

/**
 * The claim of a token that is meant by a name which no claim has: in other letters, behind a namespace (`https://…/roles`), inside an
 * object (`realm_access.roles`), or the name that another issuer or version has for it. Null where there is none.
 */
export function findOtherName(
  name: string,
  claims: JsonObject,
): { readonly claim: string; readonly how: 'letters' | 'namespace' | 'nested' | 'counterpart' } | null {
  const plain = name.trim().toLowerCase();
  const names = Object.keys(claims).sort();
  const letters = names.find(other => other.toLowerCase() === plain);
  if (letters !== undefined) return { claim: letters, how: 'letters' };
  if (plain.length < 2) return null;
  const namespaced = names.find(other => other.toLowerCase().endsWith(`/${plain}`) || other.toLowerCase().endsWith(`:${plain}`));
  if (namespaced !== undefined) return { claim: namespaced, how: 'namespace' };
  const nested = listPaths(claims).find(path => path.toLowerCase() === plain || path.toLowerCase().endsWith(`.${plain}`));
  if (nested !== undefined) return { claim: nested, how: 'nested' };
  // A list of roles and an object that holds some are not the same claim.
  const counterpart = kinOf(name).find(other => other !== name && Object.hasOwn(claims, other) && typeof claims[other] !== 'object');
  return counterpart === undefined ? null : { claim: counterpart, how: 'counterpart' };
}

/** The claims that say the same as this one, itself among them; empty where none does. */
function kinOf(claim: string): readonly string[] {
  return Object.values(claimGroups).find((group: readonly string[]) => group.includes(claim)) ?? [];
}

/** Every text of a token: of claims, lists, texts with spaces, and objects, as deep as people nest. */
function listPlaces(claims: JsonObject): Place[] {
  const places: Place[] = [];
  const waiting: { readonly claim: string; readonly value: unknown; readonly depth: number }[] = Object.keys(claims).map(claim => ({
    claim,
    value: claims[claim],
    depth: 0,
  }));
  for (let here = waiting.pop(); here !== undefined && places.length < mostPlaces; here = waiting.pop()) {
    const { claim, value, depth } = here;
    if (typeof value === 'string') {
      const pieces = value.includes(' ') ? [value, ...value.split(' ', 200)] : [value];
      for (const text of pieces) places.push({ claim, text, isNested: depth > 0 });
    } else if (Array.isArray(value)) {
      for (const entry of value.slice(0, 500)) if (typeof entry === 'string') places.push({ claim, text: entry, isNested: depth > 0 });
    } else if (isObject(value) && depth < deepest) {
      for (const name of Object.keys(value)) waiting.push({ claim: `${claim}.${name}`, value: value[name], depth: depth + 1 });
    }
  }
  return places;
}

/** The paths of everything inside objects, in order. */
function listPaths(claims: JsonObject): string[] {
  const paths: string[] = [];
  const waiting: { readonly path: string; readonly value: unknown; readonly depth: number }[] = Object.keys(claims).map(name => ({
    path: name,
    value: claims[name],
    depth: 0,
  }));
  for (let here = waiting.pop(); here !== undefined && paths.length < mostPlaces; here = waiting.pop()) {
    const { path, value, depth } = here;
    if (depth > 0) paths.push(path);
    if (isObject(value) && depth < deepest)
      for (const name of Object.keys(value)) waiting.push({ path: `${path}.${name}`, value: value[name], depth: depth + 1 });
  }
  return paths.sort();
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

/** What stands in several claims by chance says nothing about where the policy should look. */
function isTelling(value: string): boolean {
  return value.trim().length >= 3 && !/^(?:true|false|null|\d{1,9}(?:\.\d+)?)$/i.test(value.trim());
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
