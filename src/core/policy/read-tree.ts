// The tree of a document. Its elements are made where somebody looks at them, each once, and so is what they hold: most are never looked at.
import type { Literals } from '../expression/literals.js';
import type { AttributeMark, Marks } from '../expression/marks.js';
import type { Span } from '../text/span.js';
import type { Nesting } from './nest-marks.js';
import type { PolicyAttribute, PolicyElement, PolicyText } from './policy-tree.js';
import { readValue } from './read-value.js';
import type { PolicyValue } from './value.js';

const cdataHead = '<![CDATA['.length;
const cdataTail = ']]>'.length;

/** What a tree is read of: a text, its marks and how they stand in each other. */
interface TreeSource {
  readonly text: string;
  readonly literals: Literals;
  readonly marks: Marks;
  readonly nesting: Nesting;
}

/** The tree of one text, by the numbers of its marks. */
export class ReadTree {
  readonly #elements: (ReadElement | undefined)[] = [];

  constructor(readonly source: TreeSource) {}

  /** The element that an opening tag begins; the very same each time. */
  element(mark: number): PolicyElement {
    return (this.#elements[mark] ??= new ReadElement(this, mark));
  }

  /** The marks that stand in an element and in no other one: texts, comments, CDATA sections and the opening tags of its child elements. */
  *inside(mark: number): Generator<number> {
    const { marks, nesting } = this.source;
    const last = nesting.partners[mark] ?? mark;
    for (let at = mark + 1; at < last; at++) {
      const kind = marks.kind(at);
      if (kind === 'text' || kind === 'comment' || kind === 'cdata') yield at;
      else if (kind === 'open' || kind === 'empty') {
        yield at;
        at = nesting.partners[at] ?? at;
      }
    }
  }

  /** Whether a mark begins an element. */
  isElement(mark: number): boolean {
    const kind = this.source.marks.kind(mark);
    return kind === 'open' || kind === 'empty';
  }
}

/** An attribute. Its value is read where somebody looks at it: most are not. */
class ReadAttribute implements PolicyAttribute {
  readonly name: string;
  readonly nameSpan: Span;
  readonly quote: PolicyAttribute['quote'];
  readonly start: number;
  readonly end: number;
  readonly #text: string;
  readonly #literals: Literals;
  readonly #span: Span;
  #value: PolicyValue | null = null;

  constructor(text: string, literals: Literals, { name, quote, value, start, end }: AttributeMark) {
    this.name = text.slice(name.start, name.end);
    this.nameSpan = name;
    this.quote = quote;
    this.start = start;
    this.end = end;
    this.#text = text;
    this.#literals = literals;
    this.#span = value;
  }

  get value(): PolicyValue {
    return (this.#value ??= readValue(this.#text, this.#span, [this.#span], this.#literals));
  }
}

class ReadElement implements PolicyElement {
  readonly type = 'element';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Its closing tag; -1 where it has none. */
  readonly #closing: number;
  #attributes: readonly PolicyAttribute[] | null = null;
  #children: readonly (PolicyElement | PolicyText)[] | null = null;
  #value: PolicyValue | null = null;

  constructor(
    private readonly tree: ReadTree,
    private readonly mark: number,
  ) {
    const { marks, nesting } = tree.source;
    const last = nesting.partners[mark] ?? mark;
    this.#closing = nesting.partners[last] === mark && last !== mark ? last : -1;
    this.name = marks.name(mark);
    this.start = marks.start(mark);
    this.end = last === mark || this.#closing >= 0 ? marks.end(last) : marks.start(last);
  }

  get nameSpan(): Span {
    return this.tree.source.marks.nameSpan(this.mark);
  }

  get openTag(): Span {
    return { start: this.start, end: this.tree.source.marks.end(this.mark) };
  }

  get closeTag(): Span | null {
    return this.#closing < 0 ? null : { start: this.tree.source.marks.start(this.#closing), end: this.end };
  }

  get selfClosing(): boolean {
    return this.tree.source.marks.kind(this.mark) === 'empty';
  }

  get attributes(): readonly PolicyAttribute[] {
    return (this.#attributes ??= this.#readAttributes());
  }

  get children(): readonly (PolicyElement | PolicyText)[] {
    return (this.#children ??= this.#readChildren());
  }

  get value(): PolicyValue {
    return (this.#value ??= this.#readValue());
  }

  #readAttributes(): PolicyAttribute[] {
    const { text, literals, marks } = this.tree.source;
    return marks.attributes(this.mark).map(attribute => new ReadAttribute(text, literals, attribute));
  }

  #readChildren(): (PolicyElement | PolicyText)[] {
    const { marks } = this.tree.source;
    const children: (PolicyElement | PolicyText)[] = [];
    for (const at of this.tree.inside(this.mark)) {
      const kind = marks.kind(at);
      const isText = kind === 'text' || kind === 'comment' || kind === 'cdata';
      children.push(isText ? { type: kind, start: marks.start(at), end: marks.end(at) } : this.tree.element(at));
    }
    return children;
  }

  /** The text up to its first child element, comments left out. */
  #readValue(): PolicyValue {
    const { text, literals, marks } = this.tree.source;
    const inner = { start: marks.end(this.mark), end: this.closeTag?.start ?? this.end };
    const runs: (Span & { cdata?: boolean })[] = [];
    for (const at of this.tree.inside(this.mark)) {
      const [start, end] = [marks.start(at), marks.end(at)];
      if (this.tree.isElement(at)) break;
      if (marks.kind(at) === 'text') runs.push({ start, end });
      else if (marks.kind(at) === 'cdata') {
        const closed = text.startsWith(']]>', Math.max(end - cdataTail, start + cdataHead));
        runs.push({ start: start + cdataHead, end: closed ? end - cdataTail : end, cdata: true });
      }
    }
    return readValue(text, inner, runs, literals);
  }
}
