// A value as the gateway sees it once named values are filled in. What stays unknown is said by name, so that a message can ask for it.
import { fillNamedValues } from '../expression/named-values.js';
import { readValue } from './read-value.js';
import type { PlaceholderKind, PolicyValue, ValuePart } from './value.js';

/** Something in a value that is not known. `name` is a named value's or a placeholder's name, or the text of what stands there. */
export interface MissingValue {
  readonly kind: PlaceholderKind;
  readonly name: string;
}

export interface ResolvedValue {
  /** The text, known as a whole; null where something is missing. */
  readonly text: string | null;
  /** The pieces in order: known text, or what is missing in its place. Neighbouring known texts are one piece. */
  readonly pieces: readonly (string | MissingValue)[];
  /** Each missing value once, in order. */
  readonly missing: readonly MissingValue[];
}

/**
 * Fills in named values (name → value) and folds expressions that are a literal (`@("x")`). What a named value holds is not filled in
 * again, for the gateway does not either; an expression in it is folded or missing.
 */
export function resolveNamedValues(value: PolicyValue, namedValues: Readonly<Record<string, string>> = {}): ResolvedValue {
  const pieces: (string | MissingValue)[] = [];
  for (const part of value.parts) add(pieces, resolvePart(part, namedValues));
  const missing = new Map<string, MissingValue>();
  for (const piece of pieces) {
    if (typeof piece !== 'string' && !missing.has(`${piece.kind} ${piece.name}`)) missing.set(`${piece.kind} ${piece.name}`, piece);
  }
  return { text: missing.size > 0 ? null : pieces.join(''), pieces, missing: [...missing.values()] };
}

/** What the C# literal between the brackets of `@(…)` stands for: a string, a whole number or a truth value; undefined for any other expression. */
export function foldExpression(expression: string): string | undefined {
  const inner = /^@\(([^]*)\)$/.exec(expression)?.[1]?.trim();
  if (inner === undefined) return undefined;
  if (/^(?:true|false|\d{1,9})$/.test(inner)) return inner;
  if (/^@"(?:[^"]|"")*"$/.test(inner)) return inner.slice(2, -1).replaceAll('""', '"');
  if (!/^"(?:[^"\\\r\n]|\\(?:["'\\0abfnrtv]|u[0-9a-fA-F]{4}))*"$/.test(inner)) return undefined;
  return inner.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, escape: string) => unescape(escape));
}

const escapes: Readonly<Record<string, string>> = { 0: '\0', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unescape(escape: string): string {
  return escape.startsWith('u') ? String.fromCharCode(Number.parseInt(escape.slice(1), 16)) : (escapes[escape] ?? escape);
}

/** Terraform has rendered a named value before the gateway sees it, so its signs are text there. */
function partsOfNamedValue(given: string): ValuePart[] {
  return readValue(given, { start: 0, end: given.length }).parts.map(part =>
    part.kind === 'terraform' ? { ...part, kind: 'literal' } : part,
  );
}

/** One part as it reads with named values filled in: known text, or what is missing in its place. */
export function resolvePart(part: ValuePart, namedValues: Readonly<Record<string, string>>): (string | MissingValue)[] {
  if (part.kind === 'literal') return [part.text];
  const given = part.kind === 'named-value' ? lookUp(namedValues, part.name ?? '') : undefined;
  if (given !== undefined) return partsOfNamedValue(given).flatMap(inner => resolvePart(inner, {}));
  if (part.kind !== 'expression') return [{ kind: part.kind, name: part.name ?? part.text }];
  // Named values stand in an expression as text, before anybody reads it as C#.
  const missing: MissingValue[] = [];
  const filled = fillNamedValues(part.text, name => {
    const given = lookUp(namedValues, name);
    if (given === undefined) missing.push({ kind: 'named-value', name });
    return given;
  });
  if (foldExpression(part.text) === undefined) return [{ kind: 'expression', name: part.text }];
  if (missing.length > 0) return missing;
  const folded = foldExpression(filled);
  return [folded ?? { kind: 'expression', name: part.text }];
}

function add(pieces: (string | MissingValue)[], more: readonly (string | MissingValue)[]): void {
  for (const piece of more) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
}

function lookUp(namedValues: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(namedValues, name) ? namedValues[name] : undefined;
}
