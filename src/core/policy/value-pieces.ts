// Values of which pieces are not known, compared as far as that goes: what differs whatever a placeholder holds is certain.
import { resolveNamedValues } from './resolve-named-values.js';
import { isDirective, type PolicyValue } from './value.js';

/** A piece that is not known. Two of one name are the same text; without a name nobody knows. */
interface UnknownPiece {
  readonly name: string | null;
}

/** A text: known pieces, and what is not known between them. No two known ones are neighbours, none is empty. */
export type Pieces = readonly (string | UnknownPiece)[];

/** Any text at all. */
const anyText: Pieces = [{ name: null }];

/**
 * The pieces of a value as they are compared: without white space around them and what nobody sees, in lower case. What differs in
 * case only is another mistake, with a rule of its own.
 */
export function readPieces(value: PolicyValue, namedValues: Readonly<Record<string, string>> | undefined): Pieces {
  const { pieces } = resolveNamedValues(value, namedValues);
  if (pieces.some(piece => typeof piece !== 'string' && isDirective({ text: piece.name }))) return anyText;
  return joinPieces(
    pieces.map(piece => {
      if (typeof piece === 'string') return piece;
      return { name: piece.kind === 'expression' ? null : `${piece.kind} ${piece.name}` };
    }),
  );
}

/** Pieces in their plain form. */
export function joinPieces(pieces: Pieces): Pieces {
  const last = pieces.length - 1;
  return pieces.flatMap((piece, index): Pieces => {
    if (typeof piece !== 'string') return [piece];
    const seen = piece.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').toLowerCase();
    const begun = index === 0 ? seen.trimStart() : seen;
    const plain = index === last ? begun.trimEnd() : begun;
    return plain === '' ? [] : [plain];
  });
}

/** The same without one slash at the end, which some gateways leave aside in audiences. */
export function withoutSlash(pieces: Pieces): Pieces {
  const last = pieces.at(-1);
  if (typeof last !== 'string' || !last.endsWith('/')) return pieces;
  return last === '/' ? pieces.slice(0, -1) : [...pieces.slice(0, -1), last.slice(0, -1)];
}

/** Whether everything of it is known. */
export function isKnown(pieces: Pieces): boolean {
  return pieces.every(piece => typeof piece === 'string');
}

/** Whether two texts differ, whatever stands in the place of what is not known. `false`: they may be equal. */
export function alwaysDiffer(one: Pieces, other: Pieces): boolean {
  const [left, right] = [known(one), known(other)];
  if (isKnown(one) && isKnown(other)) return left !== right;
  if (isKnown(one) && right.length > left.length) return true;
  if (isKnown(other) && left.length > right.length) return true;
  if (!agree(edge(one, 0), edge(other, 0), (text, length) => text.slice(0, length))) return true;
  if (!agree(edge(one, -1), edge(other, -1), (text, length) => text.slice(text.length - length))) return true;
  // The same unknown pieces between known ones of another length: "api://" and x is never x.
  const names = unknowns(one);
  return names !== null && names === unknowns(other) && left.length !== right.length;
}

/** Longer lists are not compared value by value, so that the time does not grow with their square. */
export const mostCompared = 64;

/** Whether two lists have nothing in common, whatever is not known of them. Empty lists and very long ones may. */
export function noneFits(some: readonly Pieces[], others: readonly Pieces[]): boolean {
  if (some.length > mostCompared || others.length > mostCompared) return false;
  return some.length > 0 && others.length > 0 && some.every(one => others.every(other => alwaysDiffer(one, other)));
}

function known(pieces: Pieces): string {
  return pieces.filter(piece => typeof piece === 'string').join('');
}

/** What a text begins or ends with for certain. */
function edge(pieces: Pieces, at: 0 | -1): string {
  const piece = pieces.at(at);
  return typeof piece === 'string' ? piece : '';
}

function agree(one: string, other: string, cut: (text: string, length: number) => string): boolean {
  const length = Math.min(one.length, other.length);
  return cut(one, length) === cut(other, length);
}

/** The names of what is not known, in any order; null where one has none. */
function unknowns(pieces: Pieces): string | null {
  const names = pieces.flatMap(piece => (typeof piece === 'string' ? [] : [piece.name]));
  return names.includes(null) ? null : names.sort().join('\n');
}
