/** A text in which `|` marks the cursor: the text without the mark, and the offset where it stood. */
export function readCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error('Mark the cursor with exactly one |.');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
