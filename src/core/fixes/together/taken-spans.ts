import { countUntil, type Span } from '../../text/span.js';

/** Spans that do not overlap, in order: whether another one touches them is found by halving. */
export class TakenSpans {
  readonly #spans: Span[] = [];

  /** Whether the span overlaps or meets one that was added. */
  touches({ start, end }: Span): boolean {
    const index = this.#countEndingBefore(start);
    const next = this.#spans[index];
    return next !== undefined && next.start <= end;
  }

  add(span: Span): void {
    this.#spans.splice(countUntil(this.#spans, span.start), 0, span);
  }

  /** How many of the spans end before the offset. */
  #countEndingBefore(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
