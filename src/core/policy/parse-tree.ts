// Marks become a tree. The tree is ours, because fast-xml-parser knows no spans but an element's, throws on half-typed text and is silent
// on tags that do not match; it is the second opinion instead: what we hold to be well-formed, its validator must take, too.
import { XMLValidator } from 'fast-xml-parser';
import type { Literals } from '../expression/literals.js';
import type { CloseTagMark, Markup, MarkupFault, OpenTagMark } from '../expression/markup.js';
import { LineMap } from '../text/line-map.js';
import type { Span } from '../text/span.js';
import { marksInStep, type Steps } from '../text/steps.js';
import { locateAttributes, locateValue } from './locate-spans.js';
import type { PolicyElement, PolicyText } from './policy-tree.js';

/** A fault and the offset at which reading met it: the first one met is where the document breaks. */
interface MetFault {
  readonly fault: MarkupFault;
  readonly met: number;
}

/** An element while it is read. It becomes a `PolicyElement` when it ends, whatever ends it. */
interface OpenElement {
  readonly tag: OpenTagMark;
  readonly name: string;
  readonly children: (PolicyElement | PolicyText)[];
}

export interface ParsedTree {
  /** The elements that stand in no other; more than one only in a broken document. */
  readonly roots: readonly PolicyElement[];
  /** The first thing that is wrong with how the tags stand in each other. */
  readonly fault: MetFault | null;
}

/** What a tree is built of. */
interface TreeSource {
  readonly text: string;
  readonly literals: Literals;
  /** The text with its expressions masked. */
  readonly masked: string;
}

/** Builds the tree, without recursion: nesting is as deep as somebody cares to type it. */
export function* parseTree(source: TreeSource, markup: Markup): Steps<ParsedTree> {
  const builder = new TreeBuilder(source);
  for (const [index, mark] of markup.marks.entries()) {
    if (index % marksInStep === marksInStep - 1) yield;
    if (mark.type === 'open') builder.open(mark);
    else if (mark.type === 'close') builder.close(mark);
    else if (mark.type === 'text' || mark.type === 'comment' || mark.type === 'cdata')
      builder.addPiece({ type: mark.type, start: mark.start, end: mark.end });
  }
  return builder.finish();
}

/** What fast-xml-parser's validator objects to in a masked text, as a place in it; null where it takes the text. */
export function validateMasked(masked: string): number | null {
  const answer = XMLValidator.validate(masked);
  if (answer === true) return null;
  // It leaves out a byte order mark, and counts some columns from 0: near enough for a second opinion.
  const mark = masked.startsWith('\ufeff') ? 1 : 0;
  return mark + new LineMap(masked.slice(mark)).offsetAt({ line: answer.err.line, column: answer.err.col });
}

class TreeBuilder {
  readonly #roots: PolicyElement[] = [];
  #first: MetFault | null = null;
  readonly #stack: OpenElement[] = [];
  /** How many open elements have a name: whether a closing tag can close anything is asked for each one. */
  readonly #openNames = new Map<string, number>();

  constructor(private readonly source: TreeSource) {}

  open(tag: OpenTagMark): void {
    const name = this.#nameOf(tag.name);
    if (this.#stack.length === 0 && this.#roots.length > 0) this.#fault('several-roots', tag.name, tag.start, name);
    this.#stack.push({ tag, name, children: [] });
    this.#openNames.set(name, (this.#openNames.get(name) ?? 0) + 1);
    if (tag.selfClosing) this.#end(tag.end, null);
  }

  close(tag: CloseTagMark): void {
    const name = this.#nameOf(tag.name);
    const top = this.#stack.at(-1);
    if (!top) {
      this.#fault('stray-close-tag', tag, tag.start, name);
    } else if (top.name === name) {
      this.#end(tag.end, tag);
    } else if ((this.#openNames.get(name) ?? 0) > 0) {
      this.#fault('unclosed-element', top.tag.name, tag.start, top.name, name);
      while (this.#stack.at(-1)?.name !== name) this.#end(tag.start, null);
      this.#end(tag.end, tag);
    } else if (isMistyped(name, top.name)) {
      this.#fault('mismatched-close-tag', tag.name, tag.start, top.name, name);
      this.#end(tag.end, tag);
    } else {
      this.#fault('stray-close-tag', tag, tag.start, name);
    }
  }

  addPiece(piece: PolicyText): void {
    const top = this.#stack.at(-1);
    if (top) top.children.push(piece);
    else if (piece.type !== 'comment') this.#outside(piece);
  }

  finish(): ParsedTree {
    const last = this.#stack.at(-1);
    if (last) this.#fault('unclosed-element', last.tag.name, this.source.text.length, last.name);
    while (this.#stack.length > 0) this.#end(this.source.text.length, null);
    return { roots: this.#roots, fault: this.#first };
  }

  #outside(piece: PolicyText): void {
    const stray = /[^\s\ufeff]/.exec(this.source.masked.slice(piece.start, piece.end));
    if (stray) this.#fault('text-outside-root', { start: piece.start + stray.index, end: piece.end }, piece.start + stray.index);
  }

  #end(end: number, closeTag: CloseTagMark | null): void {
    const open = this.#stack.pop();
    if (!open) return;
    this.#openNames.set(open.name, (this.#openNames.get(open.name) ?? 1) - 1);
    const { tag, name, children } = open;
    const inner = { start: tag.end, end: closeTag ? closeTag.start : end };
    const element: PolicyElement = {
      type: 'element',
      name,
      nameSpan: tag.name,
      openTag: { start: tag.start, end: tag.end },
      closeTag: closeTag && { start: closeTag.start, end: closeTag.end },
      selfClosing: tag.selfClosing,
      attributes: locateAttributes(this.source, tag),
      children,
      value: locateValue(this.source, inner, children),
      start: tag.start,
      end,
    };
    const parent = this.#stack.at(-1);
    if (parent) parent.children.push(element);
    else this.#roots.push(element);
  }

  #nameOf(span: Span): string {
    return this.source.text.slice(span.start, span.end);
  }

  #fault(cause: MarkupFault['cause'], span: Span, met: number, ...names: readonly string[]): void {
    this.#first ??= { fault: { cause, start: span.start, end: span.end, names }, met };
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
