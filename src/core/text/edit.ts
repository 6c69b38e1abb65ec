import type { Span } from './span.js';

/** Replaces the span by `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** Whether two lists of edits are the same, one by one. */
export function isSameEdits(one: readonly Edit[], other: readonly Edit[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end, text }, index) => start === other[index]?.start && end === other[index].end && text === other[index].text)
  );
}

/** Whether applying the edits leaves the text as it is. */
export function changesNothing(text: string, edits: readonly Edit[]): boolean {
  return edits.every(edit => text.slice(edit.start, edit.end) === edit.text);
}

/**
 * Applies edits that do not overlap, given in any order, all of them measured on the text as it is now.
 * Two insertions at one place stand in the result in the order in which they are given.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = '';
  let from = 0;
  for (const { edit } of ordered) {
    if (edit.start < from || edit.end < edit.start) throw new RangeError('edits overlap');
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
