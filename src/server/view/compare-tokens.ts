import { viewToken, type Catalogue, type TokenView } from '../../core/index.js';
import type { ComparisonCard, ComparisonRow, TokenPart } from '../../token-cards.js';
import type { HeldToken } from '../facts-store.js';

/** More rows than these nobody compares. */
const mostRows = 100;
/** In UTF-16 code units. */
const longestValue = 500;

/** The token in force beside another one of the session, what differs first. */
export function compareTokens(own: HeldToken, other: HeldToken, now: number, showsPersonal: boolean, catalogue: Catalogue): ComparisonCard {
  const [first, second] = [viewToken(own.token, now, catalogue), viewToken(other.token, now, catalogue)];
  const rows = (['header', 'claims'] as const).flatMap(part => compareParts(part, first, second, showsPersonal));
  const ordered = [...rows.filter(({ differs }) => differs), ...rows.filter(({ differs }) => !differs)];
  return { kind: second.kind, rows: ordered.slice(0, mostRows), more: Math.max(0, ordered.length - mostRows) };
}

function compareParts(part: TokenPart, own: TokenView, other: TokenView, showsPersonal: boolean): ComparisonRow[] {
  const index = (view: TokenView): Lines => new Map(view[part].map(line => [line.name, line]));
  const [mine, theirs] = [index(own), index(other)];
  return [...new Set([...mine.keys(), ...theirs.keys()])].map(name => {
    const [one, two] = [mine.get(name), theirs.get(name)];
    const hidden = !showsPersonal && (one?.personal === true || two?.personal === true);
    const show = (line: Line | undefined): string | null => (line === undefined || hidden ? null : line.value.slice(0, longestValue));
    return { name, part, own: show(one), other: show(two), differs: one?.value !== two?.value, hidden };
  });
}

type Line = TokenView['claims'][number];
type Lines = ReadonlyMap<string, Line>;
