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

/** What stands at a place of a host's string and is not simply text: an escape, with what it means; what is filled in; what only looks like that. */
export type Special = { readonly end: number } & ({ readonly text: string } | { readonly is: 'filled' | 'literal' });

/** Reads a string of a host. `specialAt` says what begins at an offset; null where the text is as it is written. */
export function decodeText(host: string, { start, end }: Span, specialAt: (offset: number) => Special | null): DecodedText {
  const reader = new TextReader(host);
  let from = start;
  for (let i = start; i < end;) {
    const special = specialAt(i);
    if (special === null) {
      i++;
      continue;
    }
    reader.keep(from, i);
    if ('text' in special) reader.escape(special.text, i, special.end);
    else if (special.is === 'filled') reader.fill(i, special.end);
    else reader.keepLiteral(i, special.end);
    from = i = special.end;
  }
  reader.keep(from, end);
  return reader.finish(start);
}

/** What a backslash begins in a language. */
export interface Escapes {
  /** By the sign behind it. */
  readonly names: Readonly<Record<string, string>>;
  /** Escapes by number, with its hexadecimal digits in one of the groups. */
  readonly numbers: RegExp;
}

/** The escape that a backslash at `i` begins and that ends at `end` at the latest. One without a meaning is text as it is written. */
export function escapeAt(host: string, i: number, end: number, { names, numbers }: Escapes): Special | null {
  if (host[i] !== '\\') return null;
  numbers.lastIndex = i;
  const [whole = '', ...digits] = numbers.exec(host) ?? [];
  const code = Number.parseInt(digits.find(each => each !== undefined) ?? '', 16);
  const isCode = whole !== '' && code <= 0x10ffff;
  const stop = i + (whole === '' ? 2 : whole.length);
  const text = isCode ? String.fromCodePoint(code) : names[host.charAt(i + 1)];
  if (text !== undefined && stop <= end) return { end: stop, text };
  // Neither sign begins anything else.
  return i + 2 <= end ? { end: i + 2, text: host.slice(i, i + 2) } : null;
}
