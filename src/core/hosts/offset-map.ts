import type { Span } from '../text/span.js';

/** A stretch of a policy text and what it was read from. Written as it is where both are equally long, else an escape. */
export interface Piece {
  /** Where it begins in the policy text. */
  readonly at: number;
  readonly length: number;
  /** Where it begins in the host file. */
  readonly host: number;
  readonly hostLength: number;
}

/** Translates offsets of a policy text into offsets of the host file that it stands in, and back. */
export class OffsetMap {
  readonly #pieces: readonly Piece[];
  /** Where an empty text stands. */
  readonly #origin: number;

  /** @param pieces in order, without gaps in the policy text; what the host has between two of them is not part of it. */
  constructor(pieces: readonly Piece[], origin: number) {
    this.#pieces = pieces;
    this.#origin = origin;
  }

  /** How many UTF-16 units the policy text has. */
  get length(): number {
    const last = this.#pieces.at(-1);
    return last === undefined ? 0 : last.at + last.length;
  }

  /** The host's offset of what stands at an offset of the policy text; of its end, where that is. Inside an escape: its beginning. */
  startInHost(offset: number): number {
    const piece = this.#pieceAt(offset);
    if (piece === undefined) return this.#pieces.length === 0 ? this.#origin : this.endInHost(offset);
    return isVerbatim(piece) ? piece.host + offset - piece.at : piece.host;
  }

  /** The host's offset after what ends at an offset of the policy text: a span does not reach over the indentation behind it. */
  endInHost(offset: number): number {
    const end = Math.min(offset, this.length);
    const piece = this.#pieceAt(end - 1);
    if (piece === undefined) return this.#pieces[0]?.host ?? this.#origin;
    return isVerbatim(piece) ? piece.host + end - piece.at : piece.host + piece.hostLength;
  }

  /** The host's span of a span of the policy text. */
  spanInHost({ start, end }: Span): Span {
    const first = this.startInHost(start);
    return { start: first, end: end > start ? this.endInHost(end) : first };
  }

  /**
   * The offset of the policy text that a host's offset stands for; what is not part of the text (stripped indentation) counts as what
   * follows it. Null before and behind the text.
   */
  offsetInPolicy(hostOffset: number): number | null {
    const first = this.#pieces[0];
    const last = this.#pieces.at(-1);
    if (first === undefined || last === undefined) return hostOffset === this.#origin ? 0 : null;
    if (hostOffset < first.host || hostOffset > last.host + last.hostLength) return null;
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.host ?? 0) <= hostOffset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low] ?? first;
    const into = hostOffset - piece.host;
    if (into >= piece.hostLength) return piece.at + piece.length;
    return isVerbatim(piece) ? piece.at + into : piece.at;
  }

  /** Whether an edit may begin or end there: not inside an escape. */
  isBetween(offset: number): boolean {
    const piece = this.#pieceAt(offset);
    return piece === undefined || isVerbatim(piece) || piece.at === offset;
  }

  #pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = this.#pieces[low];
    return piece !== undefined && offset >= piece.at && offset < piece.at + piece.length ? piece : undefined;
  }
}

function isVerbatim({ length, hostLength }: Piece): boolean {
  return length === hostLength;
}
