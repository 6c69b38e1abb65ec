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
