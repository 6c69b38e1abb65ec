// Lines and columns as people count them. A line ends with LF, CR LF or a lone CR, as VS Code and XML have it.

/** A place in a text: both count from 1; the column counts UTF-16 code units, as offsets do. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

/** Translates offsets of one text into lines and columns, and back. */
export class LineMap {
  readonly #text: string;
  /** Where lines begin; null until somebody asks for a place. */
  #found: readonly number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** How many lines the text has; an empty text has one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line and column of an offset; an offset outside the text counts as its nearest end. */
  positionAt(offset: number): LinePosition {
    const at = Math.min(Math.max(offset, 0), this.#text.length);
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
    if (start === undefined) return this.#text.length;
    const next = this.#starts[line] ?? this.#text.length;
    return Math.min(start + Math.max(column - 1, 0), next);
  }

  get #starts(): readonly number[] {
    return (this.#found ??= findLineStarts(this.#text));
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  // Most texts have no CR: the engine then finds the lines faster than a look at each character.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}
