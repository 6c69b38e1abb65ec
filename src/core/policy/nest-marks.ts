// Which tags belong together. It is worked out on the marks alone, and says so in numbers: a tree of objects is made of it where somebody looks.
import type { Markup, MarkupFault } from '../expression/markup.js';
import type { Marks } from '../expression/marks.js';
import { countUntil, isSpace, type Span } from '../text/span.js';
import { marksInStep, type Steps } from '../text/steps.js';

/** A fault and the offset at which reading met it: the first one met is where the document breaks. */
interface MetFault {
  readonly fault: MarkupFault;
  readonly met: number;
}

/** How the tags of a text stand in each other. */
export interface Nesting {
  /**
   * By the number of a mark. Of an opening tag: the mark that ends its element, be it the closing tag, another one that ends an element
   * around it, the tag itself, or the number of marks. Of a closing tag: the opening tag that it closes. Else -1.
   */
  readonly partners: Readonly<Int32Array>;
  /** The opening tags that stand in no element; more than one only in a broken document. */
  readonly roots: readonly number[];
  /** The first thing that is wrong with how the tags stand in each other. */
  readonly fault: MetFault | null;
  /** The first sign outside the root that is white space to people and not to XML. */
  readonly oddity: Span | null;
}

/** Nesting costs far less than reading: so many marks are one step of it. */
const marksInNestingStep = 16 * marksInStep;

/** Finds the partners of all tags, without recursion: nesting is as deep as somebody cares to type it. */
export function* nestMarks(text: string, { marks, templates }: Markup): Steps<Nesting> {
  const nester = new Nester(text, marks, templates);
  for (let mark = 0; mark < marks.count; mark++) {
    if (mark % marksInNestingStep === marksInNestingStep - 1) yield;
    nester.take(mark);
  }
  return nester.finish();
}

class Nester {
  readonly #partners: Int32Array;
  readonly #roots: number[] = [];
  #fault: MetFault | null = null;
  #oddity: Span | null = null;
  /** The opening tags whose elements are open. */
  readonly #stack: number[] = [];
  /** How many of them have a name, kept from the first closing tag on that does not fit: whether such a tag can close anything is asked for each one. */
  #openNames: Map<string, number> | null = null;

  constructor(
    private readonly text: string,
    private readonly marks: Marks,
    private readonly templates: readonly Span[],
  ) {
    this.#partners = new Int32Array(marks.count).fill(-1);
  }

  take(mark: number): void {
    const kind = this.marks.kind(mark);
    if (kind === 'open' || kind === 'empty') this.#open(mark, kind === 'empty');
    else if (kind === 'close') this.#close(mark);
    else if (this.#stack.length === 0 && (kind === 'text' || kind === 'cdata')) this.#outside(mark);
  }

  finish(): Nesting {
    const top = this.#stack.at(-1);
    if (top !== undefined) this.#fail('unclosed-element', this.marks.nameSpan(top), this.text.length, this.marks.name(top));
    while (this.#stack.length > 0) this.#end(this.marks.count);
    return { partners: this.#partners, roots: this.#roots, fault: this.#fault, oddity: this.#oddity };
  }

  #open(mark: number, isEmpty: boolean): void {
    const { marks } = this;
    if (this.#stack.length === 0) {
      if (this.#roots.length > 0) this.#fail('several-roots', marks.nameSpan(mark), marks.start(mark), marks.name(mark));
      this.#roots.push(mark);
    }
    if (isEmpty) {
      this.#partners[mark] = mark;
      return;
    }
    this.#stack.push(mark);
    this.#count(mark, 1);
  }

  #close(mark: number): void {
    const { marks } = this;
    const [name, start] = [marks.name(mark), marks.start(mark)];
    const top = this.#stack.at(-1);
    if (top === undefined) return this.#fail('stray-close-tag', this.#spanOf(mark), start, name);
    const expected = marks.name(top);
    if (expected === name) return this.#closeTop(mark);
    this.#openNames ??= this.#countOpen();
    if ((this.#openNames.get(name) ?? 0) > 0) {
      this.#fail('unclosed-element', marks.nameSpan(top), start, expected, name);
      while (marks.name(this.#stack.at(-1) ?? -1) !== name) this.#end(mark);
      this.#closeTop(mark);
    } else if (isMistyped(name, expected)) {
      this.#fail('mismatched-close-tag', marks.nameSpan(mark), start, expected, name);
      this.#closeTop(mark);
    } else {
      this.#fail('stray-close-tag', this.#spanOf(mark), start, name);
    }
  }

  #closeTop(mark: number): void {
    this.#partners[mark] = this.#end(mark);
  }

  /** Ends the innermost element that is open, and gives its opening tag. */
  #end(mark: number): number {
    const top = this.#stack.pop() ?? -1;
    this.#partners[top] = mark;
    this.#count(top, -1);
    return top;
  }

  #count(mark: number, by: number): void {
    if (this.#openNames === null) return;
    const name = this.marks.name(mark);
    this.#openNames.set(name, (this.#openNames.get(name) ?? 0) + by);
  }

  #countOpen(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const mark of this.#stack) counts.set(this.marks.name(mark), (counts.get(this.marks.name(mark)) ?? 0) + 1);
    return counts;
  }

  /** Looks at a text that stands in no element. A template leaves nothing behind there. */
  #outside(mark: number): void {
    const end = this.marks.end(mark);
    for (let i = this.marks.start(mark); i < end; i++) {
      const template = this.templates[countUntil(this.templates, i) - 1];
      if (template !== undefined && i < template.end) i = template.end - 1;
      else if (/[^\s\ufeff]/.test(this.text.charAt(i))) return this.#fail('text-outside-root', { start: i, end }, i);
      else if (!isSpace(this.text.charCodeAt(i)) && !(i === 0 && this.text.startsWith('\ufeff'))) this.#oddity ??= { start: i, end: i + 1 };
    }
  }

  #spanOf(mark: number): Span {
    return { start: this.marks.start(mark), end: this.marks.end(mark) };
  }

  #fail(cause: MarkupFault['cause'], { start, end }: Span, met: number, ...names: readonly string[]): void {
    this.#fault ??= { fault: { cause, start, end, names }, met };
  }
}

/** Whether a closing tag looks like a slip of the element it should close: half of it, or equal but for case or for one or two signs. */
function isMistyped(name: string, expected: string): boolean {
  const a = name.toLowerCase().slice(0, 64);
  const b = expected.toLowerCase().slice(0, 64);
  if (a !== '' && b.startsWith(a)) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 2 && start + end > 0;
}
