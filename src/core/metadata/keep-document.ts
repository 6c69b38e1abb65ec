import { keptKeyMembers, keptMembers } from './kept-members.js';
import { isJsonObject } from './read-metadata.js';

/** How deep a document may nest: the gateway's library reads 64 levels of brackets and refuses 65 (measured for tokens). */
const deepestDocument = 64;

/** What is kept of a document, or why nothing is. */
export type KeptDocument = { readonly document: unknown } | { readonly problem: 'too-deep' };

/**
 * What is kept of a metadata document or a key set: the members that matter, each as it stands, and of what is nested inside them only
 * whether it is a list or an object. So whatever JSON it was made of, it can be written as JSON again, and a member of the wrong
 * kind is still seen to be of that kind. Never throws; nothing recurses over the nesting of the document.
 */
export function keepDocument(document: unknown): KeptDocument {
  if (nestsDeeper(document, deepestDocument)) return { problem: 'too-deep' };
  if (!isJsonObject(document)) return { document: keepShallow(document) };
  return { document: keepMembers(document, keptMembers, (name, value) => (name === 'keys' ? keepKeys(value) : keepShallow(value))) };
}

function keepKeys(value: unknown): unknown {
  if (!Array.isArray(value)) return keepShallow(value);
  return value.map((key: unknown) =>
    isJsonObject(key) ? keepMembers(key, keptKeyMembers, (_, member) => keepShallow(member)) : kindOnly(key),
  );
}

function keepMembers(
  value: Readonly<Record<string, unknown>>,
  names: ReadonlySet<string>,
  keep: (name: string, member: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      const lower = name.toLowerCase();
      return names.has(lower) ? [[name, keep(lower, member)]] : [];
    }),
  );
}

/** Lists keep their entries, objects nothing. */
function keepShallow(value: unknown): unknown {
  return Array.isArray(value) ? value.map(kindOnly) : kindOnly(value);
}

function kindOnly(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? {} : value;
}

/** Level by level; it stops at the first level that is too deep. */
function nestsDeeper(document: unknown, most: number): boolean {
  let level: readonly object[] = onlyObjects([document]);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === most) return true;
    level = level.flatMap(each => onlyObjects(Object.values(each)));
  }
  return false;
}

function onlyObjects(values: readonly unknown[]): object[] {
  return values.filter((value): value is object => typeof value === 'object' && value !== null);
}
