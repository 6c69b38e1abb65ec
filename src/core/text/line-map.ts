// Lines and columns as people count them. A line ends with LF, CR LF or a lone CR, as VS Code and XML have it.

/** A place in a text: both count from 1; the column counts UTF-16 code units, as offsets do. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Translates offsets of one text into lines and columns, and back. */
export class LineMap {
  readonly #starts: number[] = [0];
  readonly #length: number;

  constructor(text: string) {
    this.#length = text.length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (code === 10 || code === 13) this.#starts.push(i + 1);
    }
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line and column of an offset; an offset outside the text counts as its nearest end. */
  positionAt(offset: number): LinePosition {
    const at = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset of a line and column; a place outside the text counts as its nearest end. */
  offsetAt({ line, column }: LinePosition): number {
    if (line < 1) return 0;
    const start = this.#starts[line - 1];
    if (start === undefined) return this.#length;
    const next = this.#starts[line] ?? this.#length;
    return Math.min(start + Math.max(column - 1, 0), next);
  }
}
