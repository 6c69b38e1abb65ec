import { countUntil, type Span } from '../text/span.js';
import type { PolicyValue } from './value.js';

export interface PolicyAttribute extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** The quote that encloses the value; null where a half-typed attribute has none. */
  readonly quote: '"' | "'" | null;
  readonly value: PolicyValue;
}

/** Text, comment or CDATA section inside an element; the span covers the markup, too. */
export interface PolicyText extends Span {
  readonly type: 'text' | 'comment' | 'cdata';
}

/** An element with the spans of all its pieces. Spans are measured on the original text, never on a masked one. */
export interface PolicyElement extends Span {
  readonly type: 'element';
  readonly name: string;
  readonly nameSpan: Span;
  /** From `<` to after `>`. */
  readonly openTag: Span;
  /** Null where the element closes itself or was never closed. */
  readonly closeTag: Span | null;
  readonly selfClosing: boolean;
  readonly attributes: readonly PolicyAttribute[];
  /** In document order. */
  readonly children: readonly (PolicyElement | PolicyText)[];
  /** The text of the element, as a value; only meaningful where the element holds no elements. */
  readonly value: PolicyValue;
}

/** The element with other parts. It is not spread: what is read where somebody looks at it is no property of its own. */
export function changeElement(
  { type, name, nameSpan, openTag, closeTag, selfClosing, attributes, children, value, start, end }: PolicyElement,
  changes: Partial<Pick<PolicyElement, 'attributes' | 'children' | 'value' | 'end'>>,
): PolicyElement {
  return { type, name, nameSpan, openTag, closeTag, selfClosing, attributes, children, value, start, end, ...changes };
}

/** The child elements of that name, in document order; all of them without a name. */
export function childElements(parent: PolicyElement, name?: string): PolicyElement[] {
  return parent.children.filter((child): child is PolicyElement => child.type === 'element' && (name === undefined || child.name === name));
}

/** Every element below and including this one, in document order. Without recursion: nesting is as deep as somebody cares to type it. */
export function allElements(tree: PolicyElement): PolicyElement[] {
  const found: PolicyElement[] = [];
  const waiting = [tree];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    found.push(here);
    for (let i = here.children.length - 1; i >= 0; i--) {
      const child = here.children[i];
      if (child?.type === 'element') waiting.push(child);
    }
  }
  return found;
}

/** The elements from this one down that hold the offset, outer ones first: found by halving, so that a list of thousands costs no look at each. */
export function pathTo(tree: PolicyElement, offset: number): PolicyElement[] {
  const path: PolicyElement[] = [];
  for (let here: PolicyElement | undefined = tree; here !== undefined; here = childAt(here, offset)) path.push(here);
  return path;
}

/** The child element that holds the offset; undefined where none does. */
export function childAt({ children }: PolicyElement, offset: number): PolicyElement | undefined {
  const child = children[countUntil(children, offset) - 1];
  return child?.type === 'element' && offset < child.end ? child : undefined;
}

/** The attribute that holds the offset, its end included; undefined where none does. */
export function attributeAt({ attributes }: PolicyElement, offset: number): PolicyAttribute | undefined {
  const attribute = attributes[countUntil(attributes, offset) - 1];
  return attribute !== undefined && offset <= attribute.end ? attribute : undefined;
}

/** The attribute of that name: the first, where it stands twice. Names are compared exactly, as XML does. */
export function findAttribute(element: PolicyElement, name: string): PolicyAttribute | undefined {
  return element.attributes.find(attribute => attribute.name === name);
}
