// A large text has tens of thousands of marks. They are columns of numbers, not objects: to make objects of all of them, and to clear them away
// again, would take longer than reading does. Who wants one as an object asks for it.
import type { Span } from '../text/span.js';

/** `empty` is an opening tag that closes itself, `instruction` is `<?…?>`, `doctype` is `<!…>`. */
type MarkKind = 'open' | 'empty' | 'close' | 'text' | 'comment' | 'cdata' | 'instruction' | 'doctype';

export interface AttributeMark extends Span {
  readonly name: Span;
  /** Without its quotes. */
  readonly value: Span;
  readonly quote: '"' | "'" | null;
}

/** How many numbers say where an attribute stands, counted from the beginning of its tag: its name, its value, its end. */
const numbersOfAttribute = 5;

/** The marks of one text, by number, in the order of the text. They follow each other without a gap. */
export class Marks {
  #kinds: MarkKind[] = [];
  readonly #starts: number[] = [];
  #names: string[] = [];
  /** Where in the numbers those of a mark's attributes begin; they end where the next mark's begin. */
  readonly #firstNumbers: number[] = [];
  #numbers: number[] = [];

  constructor(private readonly text: string) {}

  get count(): number {
    return this.#kinds.length;
  }

  /** Begins a mark; with it ends the one before. */
  begin(kind: MarkKind, start: number, name = ''): void {
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#names.push(name);
    this.#firstNumbers.push(this.#numbers.length);
  }

  /** Notes that the opening tag that was begun last closes itself. */
  closeItself(): void {
    this.#kinds[this.#kinds.length - 1] = 'empty';
  }

  /** Adds an attribute to the tag that was begun last: all places are those of the text. */
  addAttribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number, end: number): void {
    const start = this.#starts.at(-1) ?? 0;
    this.#numbers.push(nameStart - start, nameEnd - start, valueStart - start, valueEnd - start, end - start);
  }

  /** Takes over marks of another text, from one up to before another, which stand in this one so many characters further on. */
  take(other: Marks, from: number, until: number, by: number): void {
    const first = other.#firstNumber(from);
    const numbersBy = this.#numbers.length - first;
    for (let mark = from; mark < until; mark++) {
      this.#starts.push(other.start(mark) + by);
      this.#firstNumbers.push(other.#firstNumber(mark) + numbersBy);
    }
    this.#kinds = this.#kinds.concat(other.#kinds.slice(from, until));
    this.#names = this.#names.concat(other.#names.slice(from, until));
    this.#numbers = this.#numbers.concat(other.#numbers.slice(first, other.#firstNumber(until)));
  }

  /** The mark that holds the character at the offset; -1 in front of the text. */
  holding(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  kind(mark: number): MarkKind | undefined {
    return this.#kinds[mark];
  }

  /** Where a mark begins; the end of the text for the number behind the last one. */
  start(mark: number): number {
    return this.#starts[mark] ?? this.text.length;
  }

  end(mark: number): number {
    return this.start(mark + 1);
  }

  /** The name of a tag; empty for all other marks. */
  name(mark: number): string {
    return this.#names[mark] ?? '';
  }

  /** Where the name of a tag stands. */
  nameSpan(mark: number): Span {
    const start = this.start(mark) + (this.kind(mark) === 'close' ? 2 : 1);
    return { start, end: start + this.name(mark).length };
  }

  /** The attributes of an opening tag, in their order. */
  attributes(mark: number): AttributeMark[] {
    const start = this.start(mark);
    const found: AttributeMark[] = [];
    const until = this.#firstNumber(mark + 1);
    for (let first = this.#firstNumber(mark); first < until; first += numbersOfAttribute) {
      const place = (index: number): number => start + (this.#numbers[first + index] ?? 0);
      const before = this.text[place(2) - 1];
      found.push({
        name: { start: place(0), end: place(1) },
        value: { start: place(2), end: place(3) },
        quote: before === '"' || before === "'" ? before : null,
        start: place(0),
        end: place(4),
      });
    }
    return found;
  }

  /** Where in the numbers those of a mark's attributes begin. */
  #firstNumber(mark: number): number {
    return this.#firstNumbers[mark] ?? this.#numbers.length;
  }
}
