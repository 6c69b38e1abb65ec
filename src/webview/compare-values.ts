/** A piece of a value that stands beside another one. */
export interface ValuePiece {
  readonly text: string;
  /** As it is shown: ids shortened, what is long cut in its middle. */
  readonly shown: string;
  readonly differs: boolean;
}

const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const words = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[\p{L}\p{N}_]+|[^]/giu;

/** Comparing takes the product of both counts: longer values are compared from their ends alone. */
const mostWords = 150;
/** Of a piece no more than this is shown, in UTF-16 code units. */
const longestPiece = { same: 60, differs: 160 };

/** Two values in pieces, those that differ marked. */
export function compareValues(one: string, other: string): readonly [readonly ValuePiece[], readonly ValuePiece[]] {
  const [first, second] = [splitWords(one), splitWords(other)];
  const kept = first.length > mostWords || second.length > mostWords ? keepEnds(first, second) : keepCommon(first, second);
  return [toPieces(first, kept.first, shortens(one, other)), toPieces(second, kept.second, shortens(one, other))];
}

/** The first and last letters of each id. */
export function shortenIds(text: string): string {
  return text.replace(guid, id => `${id.slice(0, 4)}…${id.slice(-4)}`);
}

/** Ids that differ and would look alike stay as they are. */
function shortens(one: string, other: string): boolean {
  const ids = new Set([...`${one} ${other}`.matchAll(guid)].map(([id]) => id));
  return new Set([...ids].map(shortenIds)).size === ids.size;
}

function splitWords(text: string): string[] {
  return text.match(words) ?? [];
}

interface Kept {
  /** The places of what both have. */
  readonly first: ReadonlySet<number>;
  readonly second: ReadonlySet<number>;
}

function keepEnds(one: readonly string[], other: readonly string[]): Kept {
  const [first, second] = [new Set<number>(), new Set<number>()];
  const most = Math.min(one.length, other.length);
  let before = 0;
  for (; before < most && one[before] === other[before]; before++) {
    first.add(before);
    second.add(before);
  }
  for (let after = 1; after <= most - before && one.at(-after) === other.at(-after); after++) {
    first.add(one.length - after);
    second.add(other.length - after);
  }
  return { first, second };
}

/** The longest common sequence of words. */
function keepCommon(one: readonly string[], other: readonly string[]): Kept {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row--)
    for (let column = other.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const [first, second] = [new Set<number>(), new Set<number>()];
  let [row, column] = [0, 0];
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      first.add(row++);
      second.add(column++);
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return { first, second };
}

/** A single sign between two pieces that differ says nothing by itself: it goes with them. */
function toPieces(parts: readonly string[], kept: ReadonlySet<number>, shortensIds: boolean): ValuePiece[] {
  const runs: { text: string; differs: boolean }[] = [];
  for (const [index, text] of parts.entries()) {
    const isAlone = text.length === 1 && index > 0 && !kept.has(index - 1) && index < parts.length - 1 && !kept.has(index + 1);
    const differs = !kept.has(index) || isAlone;
    const last = runs.at(-1);
    if (last?.differs === differs) last.text += text;
    else runs.push({ text, differs });
  }
  return runs.map(({ text, differs }) => ({ text, differs, shown: cutMiddle(shortensIds ? shortenIds(text) : text, differs) }));
}

function cutMiddle(text: string, differs: boolean): string {
  const most = differs ? longestPiece.differs : longestPiece.same;
  if (text.length <= most) return text;
  const half = Math.floor(most / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`;
}
