import type { Span } from '../text/span.js';
import { OffsetMap, type Piece } from './offset-map.js';

/** A text as it was read from a host file. */
export interface DecodedText {
  readonly text: string;
  readonly map: OffsetMap;
  /** What is filled in later (`${…}`, `%{…}`), measured on the text. */
  readonly placeholders: readonly Span[];
  /** `${` and `%{` that mean themselves, measured on the text: alone, it cannot tell them from the others. */
  readonly literals: readonly Span[];
}

/** Puts a text together from what stands in a host file, and keeps from where each of its characters comes. */
export class TextReader {
  readonly #host: string;
  readonly #texts: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #placeholders: Span[] = [];
  readonly #literals: Span[] = [];
  #length = 0;

  constructor(host: string) {
    this.#host = host;
  }

  /** What means itself. */
  keep(start: number, end: number): void {
    if (end > start) this.#add(this.#host.slice(start, end), start, end);
  }

  /** What stands for something else: an escape. */
  escape(text: string, start: number, end: number): void {
    if (text === '${' || text === '%{') this.#literals.push({ start: this.#length, end: this.#length + text.length });
    if (text !== '') this.#add(text, start, end);
  }

  /** What is filled in later: kept as it is written. */
  fill(start: number, end: number): void {
    this.#placeholders.push({ start: this.#length, end: this.#length + end - start });
    this.keep(start, end);
  }

  /** A literal that is written as it is: `${` where the host fills nothing in. */
  keepLiteral(start: number, end: number): void {
    this.#literals.push({ start: this.#length, end: this.#length + end - start });
    this.keep(start, end);
  }

  /** @param origin where the text stands if it is empty. */
  finish(origin: number): DecodedText {
    return {
      text: this.#texts.join(''),
      map: new OffsetMap(this.#pieces, origin),
      placeholders: this.#placeholders,
      literals: this.#literals,
    };
  }

  #add(text: string, start: number, end: number): void {
    this.#texts.push(text);
    const last = this.#pieces.at(-1);
    const length = end - start;
    const joins = last !== undefined && last.host + last.hostLength === start && last.length === last.hostLength && text.length === length;
    if (joins) this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + length, hostLength: last.hostLength + length };
    else this.#pieces.push({ at: this.#length, length: text.length, host: start, hostLength: length });
    this.#length += text.length;
  }
}
