/** A stretch of a text: UTF-16 code units, `end` exclusive. A byte order mark counts as one unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without the white space at its ends; of white space alone, nothing at its beginning. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
  let first = start;
  while (first < last && isSpace(text.charCodeAt(first))) first++;
  return { start: first, end: last };
}

/** White space as XML has it. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** How many of the spans, which stand in order, begin at the offset or before it. */
export function countUntil(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
