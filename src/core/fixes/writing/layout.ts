import type { PolicyDocument } from '../../policy/policy-document.js';
import { childAt, type PolicyElement } from '../../policy/policy-tree.js';
import type { Span } from '../../text/span.js';
import { detectStyle, indentationAt, lineStartOf, sampleLength } from '../../text/style.js';

/** How the text around an element is written, so that what a fix adds looks as if its author had written it. */
export interface Layout {
  /** The line ending next to the element. */
  readonly newline: string;
  /** The indentation of the line on which the element starts. */
  readonly base: string;
  /** One level of indentation. */
  readonly unit: string;
  /** Whether the element's children stand on lines of their own. */
  readonly multiLine: boolean;
  /** What stands between its tags and its children where they share a line. */
  readonly gap: string;
  /** The quote of its attributes. */
  readonly quote: '"' | "'";
  /** The end of an element that closes itself. */
  readonly selfClose: ' />' | '/>';
}

/** Reads the layout of an element from itself and, where it says nothing, from its surroundings. */
export function readLayout(document: PolicyDocument, element: PolicyElement): Layout {
  const { text } = document;
  const base = indentationAt(text, element.start);
  const first = element.children[0];
  const inner = first?.type === 'text' ? text.slice(first.start, first.end) : '';
  const isSpace = (child: Span): boolean => text.slice(child.start, child.end).trim() === '';
  const breaks = element.children.some(
    child => child.type === 'text' && isSpace(child) && /[\r\n]/.test(text.slice(child.start, child.end)),
  );
  const empty = element.children.every(child => child.type === 'text' && isSpace(child));
  const multiLine = empty
    ? startsLine(text, element.start) && /[\r\n]/.test(text.slice(0, sampleLength))
    : breaks || /^[ \t]*[\r\n]/.test(inner);
  return {
    newline: findNewline(text, element),
    base,
    unit: findUnit(document, element, base),
    multiLine,
    gap: multiLine || empty ? '' : (/^\s*/.exec(inner)?.[0] ?? ''),
    quote: element.attributes.find(attribute => attribute.quote !== null)?.quote ?? '"',
    selfClose: findSelfClose(text, element),
  };
}

/** Whether nothing but white space stands before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return /(?:^\uFEFF?|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, offset - 1000), offset));
}

function findNewline(text: string, element: PolicyElement): string {
  const inside = /\r\n|\n|\r/.exec(text.slice(element.start, element.end))?.[0];
  if (inside !== undefined) return inside;
  const last = lineStartOf(text, element.start) - 1;
  if (last < 0 || !/[\r\n]/.test(text[last] ?? '')) return detectStyle(text).lineEnding;
  if (text[last] === '\r') return '\r';
  return text[last - 1] === '\r' ? '\r\n' : '\n';
}

function findUnit(document: PolicyDocument, element: PolicyElement, base: string): string {
  const { text, tree } = document;
  const deeper = (outer: string, inner: string): string | null =>
    inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : null;
  const child = element.children.find((node): node is PolicyElement => node.type === 'element');
  if (child !== undefined && startsLine(text, child.start)) {
    const inner = indentationAt(text, child.start);
    if (inner === base) return '';
    const ofChild = deeper(base, inner);
    if (ofChild !== null && !holdsText(text, element)) return ofChild;
  }
  const parent = tree === null ? null : findParent(tree, element);
  const tells = parent !== null && startsLine(text, parent.start) && !holdsText(text, parent);
  return (tells ? deeper(indentationAt(text, parent.start), base) : null) ?? detectStyle(text).indent;
}

/** Whether something else than elements stands in an element: the directives of a template have levels of their own. */
function holdsText(text: string, { children }: PolicyElement): boolean {
  return children.some(child => child.type === 'text' && text.slice(child.start, child.end).trim() !== '');
}

/** The element around another one; null where there is none in the tree. */
export function findParent(tree: PolicyElement, wanted: PolicyElement): PolicyElement | null {
  let current = tree;
  for (;;) {
    const next = childAt(current, wanted.start);
    if (next === undefined || wanted.end > next.end) return null;
    if (next.start === wanted.start) return current;
    current = next;
  }
}

function findSelfClose(text: string, element: PolicyElement): ' />' | '/>' {
  const near = /(\s?)\/>/.exec(text.slice(element.start, element.end)) ?? /(\s?)\/>/.exec(text.slice(0, sampleLength));
  return near?.[1] === '' ? '/>' : ' />';
}
