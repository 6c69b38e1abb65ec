/** A stretch of a text: UTF-16 code units, `end` exclusive. A byte order mark counts as one unit. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
