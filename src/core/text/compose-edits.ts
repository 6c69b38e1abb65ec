import type { Edit } from './edit.js';
import type { Span } from './span.js';

/** A stretch of an edited text: kept from the text before where `text` is null, else written in the place of the span. */
interface Piece extends Span {
  readonly text: string | null;
}

/**
 * Edits one after the other as edits of the first text: `first` is measured on it, `second` on what `first` makes of it. So that
 * several rounds of fixes are one change, which leaves everything between them alone.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  let pieces = cut(first);
  // From the last to the first, so that what is measured stays where it is.
  for (const edit of inOrder(second).reverse()) pieces = write(pieces, edit);
  return join(pieces);
}

function inOrder(edits: readonly Edit[]): Edit[] {
  return edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index)
    .map(({ edit }) => edit);
}

/** The edited text in pieces; the last one, kept, has no end. */
function cut(edits: readonly Edit[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end, text } of inOrder(edits)) {
    if (start > from) pieces.push({ start: from, end: start, text: null });
    pieces.push({ start, end, text });
    from = end;
  }
  return [...pieces, { start: from, end: Infinity, text: null }];
}

function write(pieces: readonly Piece[], { start, end, text }: Edit): Piece[] {
  const [before, rest] = split(pieces, start);
  const [gone, after] = split(rest, end - start);
  const from = before.at(-1)?.end ?? 0;
  return [...before, { start: from, end: gone.at(-1)?.end ?? from, text }, ...after];
}

/** The pieces before and after an offset into what they make. Of a written piece that is cut, the first part has its span. */
function split(pieces: readonly Piece[], offset: number): [Piece[], Piece[]] {
  let left = offset;
  const index = pieces.findIndex(piece => {
    if (lengthOf(piece) > left) return true;
    left -= lengthOf(piece);
    return false;
  });
  const piece = pieces[index];
  if (piece === undefined) return [[...pieces], []];
  if (left === 0) return [pieces.slice(0, index), pieces.slice(index)];
  const { start, end, text } = piece;
  const [one, other]: [Piece, Piece] =
    text === null
      ? [
          { start, end: start + left, text },
          { start: start + left, end, text },
        ]
      : [
          { start, end, text: text.slice(0, left) },
          { start: end, end, text: text.slice(left) },
        ];
  return [
    [...pieces.slice(0, index), one],
    [other, ...pieces.slice(index + 1)],
  ];
}

function lengthOf({ start, end, text }: Piece): number {
  return text === null ? end - start : text.length;
}

/** What was written, neighbours as one edit. */
function join(pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = [];
  for (const [index, { start, end, text }] of pieces.entries()) {
    const last = edits.at(-1);
    if (text === null) continue;
    if (last !== undefined && pieces[index - 1]?.text !== null)
      edits[edits.length - 1] = { start: last.start, end, text: last.text + text };
    else edits.push({ start, end, text });
  }
  return edits.filter(({ start, end, text }) => end > start || text !== '');
}
