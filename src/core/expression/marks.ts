// A large text has tens of thousands of marks. They are rows of numbers, not objects: to make objects of all of them, and to clear them away
// again, would take longer than reading does. Who wants one as an object asks for it.
import type { Span } from '../text/span.js';

/** `empty` is an opening tag that closes itself, `instruction` is `<?…?>`, `doctype` is `<!…>`. */
const kinds = ['open', 'empty', 'close', 'text', 'comment', 'cdata', 'instruction', 'doctype'] as const;
type MarkKind = (typeof kinds)[number];
const numberOfKind: Readonly<Record<MarkKind, number>> = {
  open: 0,
  empty: 1,
  close: 2,
  text: 3,
  comment: 4,
  cdata: 5,
  instruction: 6,
  doctype: 7,
};

export interface AttributeMark extends Span {
  readonly name: Span;
  /** Without its quotes. */
  readonly value: Span;
  readonly quote: '"' | "'" | null;
}

/** How many numbers say of a mark: its kind, where it begins, its name, and where in the other numbers those of its attributes begin. */
const numbersOfMark = 4;

/** How many numbers say where an attribute stands, counted from the beginning of its tag: its name, its value, its end. */
const numbersOfAttribute = 5;

/** So many characters of a text make room for one of those numbers to begin with: about as many as policies have for one. */
const charactersOfMarks = 6;
const charactersOfAttributes = 20;

/** The marks of one text, by number, in the order of the text. They follow each other without a gap. */
export class Marks {
  #marks: Int32Array;
  #count = 0;
  #attributes: Int32Array;
  /** How many numbers say where attributes stand. */
  #attributeNumbers = 0;
  /** The names of tags, each once: a document has few, and each stands in it a thousand times. */
  readonly #names = [''];
  readonly #numbersOfNames = new Map<string, number>();

  constructor(private readonly text: string) {
    this.#marks = new Int32Array(numbersOfMark + Math.ceil(text.length / charactersOfMarks));
    this.#attributes = new Int32Array(numbersOfAttribute + Math.ceil(text.length / charactersOfAttributes));
  }

  get count(): number {
    return this.#count;
  }

  /** Begins a mark; with it ends the one before. */
  begin(kind: MarkKind, start: number, name = ''): void {
    const at = numbersOfMark * this.#count++;
    this.#marks = withRoom(this.#marks, at + numbersOfMark);
    this.#marks[at] = numberOfKind[kind];
    this.#marks[at + 1] = start;
    this.#marks[at + 2] = this.#numberOfName(name);
    this.#marks[at + 3] = this.#attributeNumbers;
  }

  /** Notes that the opening tag that was begun last closes itself. */
  closeItself(): void {
    this.#marks[numbersOfMark * (this.#count - 1)] = numberOfKind.empty;
  }

  /** Adds an attribute to the tag that was begun last: all places are those of the text. */
  addAttribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number, end: number): void {
    const start = this.start(this.#count - 1);
    const at = this.#attributeNumbers;
    this.#attributeNumbers += numbersOfAttribute;
    const numbers = withRoom(this.#attributes, this.#attributeNumbers);
    numbers[at] = nameStart - start;
    numbers[at + 1] = nameEnd - start;
    numbers[at + 2] = valueStart - start;
    numbers[at + 3] = valueEnd - start;
    numbers[at + 4] = end - start;
    this.#attributes = numbers;
  }

  /** Takes over marks of another text, from one up to before another, which stand in this one so many characters further on. */
  take(other: Marks, from: number, until: number, by: number): void {
    const [first, last] = [other.#firstNumber(from), other.#firstNumber(until)];
    const numbersBy = this.#attributeNumbers - first;
    this.#attributes = withRoom(this.#attributes, this.#attributeNumbers + last - first);
    this.#attributes.set(other.#attributes.subarray(first, last), this.#attributeNumbers);
    this.#attributeNumbers += last - first;

    const taken = numbersOfMark * this.#count;
    this.#count += until - from;
    const marks = withRoom(this.#marks, numbersOfMark * this.#count);
    marks.set(other.#marks.subarray(numbersOfMark * from, numbersOfMark * until), taken);
    const names = other.#names.map(name => this.#numberOfName(name));
    for (let at = taken; at < numbersOfMark * this.#count; at += numbersOfMark) {
      marks[at + 1] = (marks[at + 1] ?? 0) + by;
      marks[at + 2] = names[marks[at + 2] ?? 0] ?? 0;
      marks[at + 3] = (marks[at + 3] ?? 0) + numbersBy;
    }
    this.#marks = marks;
  }

  /** The mark that holds the character at the offset; -1 in front of the text. */
  holding(offset: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  kind(mark: number): MarkKind | undefined {
    return mark < this.#count ? kinds[this.#marks[numbersOfMark * mark] ?? -1] : undefined;
  }

  /** Where a mark begins; the end of the text for the number behind the last one. */
  start(mark: number): number {
    return (mark < this.#count ? this.#marks[numbersOfMark * mark + 1] : undefined) ?? this.text.length;
  }

  end(mark: number): number {
    return this.start(mark + 1);
  }

  /** The name of a tag; empty for all other marks. */
  name(mark: number): string {
    return (mark < this.#count ? this.#names[this.#marks[numbersOfMark * mark + 2] ?? 0] : undefined) ?? '';
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
      const place = (index: number): number => start + (this.#attributes[first + index] ?? 0);
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

  /** Where in the numbers those of a mark's attributes begin; they end where the next mark's begin. */
  #firstNumber(mark: number): number {
    return (mark < this.#count ? this.#marks[numbersOfMark * mark + 3] : undefined) ?? this.#attributeNumbers;
  }

  #numberOfName(name: string): number {
    const known = name === '' ? 0 : this.#numbersOfNames.get(name);
    if (known !== undefined) return known;
    this.#numbersOfNames.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
}

/** The same numbers with room for so many. */
function withRoom(numbers: Int32Array, count: number): Int32Array {
  if (count <= numbers.length) return numbers;
  const larger = new Int32Array(count + (count >> 1));
  larger.set(numbers);
  return larger;
}
