// Attributes and texts with the spans of all their pieces.
import type { Literals } from '../expression/literals.js';
import type { OpenTagMark } from '../expression/markup.js';
import type { Span } from '../text/span.js';
import type { PolicyAttribute, PolicyElement, PolicyText } from './policy-tree.js';
import { readValue } from './read-value.js';
import type { PolicyValue } from './value.js';

const cdataHead = '<![CDATA['.length;
const cdataTail = ']]>'.length;

/** A text, and where in it a `${` or `%{` means itself. */
interface LocatedText {
  readonly text: string;
  readonly literals: Literals;
}

/** The attributes of an opening tag, in their order; one that stands twice is there twice. */
export function locateAttributes({ text, literals }: LocatedText, tag: OpenTagMark): PolicyAttribute[] {
  return tag.attributes.map(mark => ({
    name: text.slice(mark.name.start, mark.name.end),
    nameSpan: mark.name,
    quote: mark.quote,
    value: readValue(text, mark.value, [mark.value], literals),
    start: mark.start,
    end: mark.end,
  }));
}

/** The text of an element as a value: up to its first child element, comments left out. `inner` is all between its tags. */
export function locateValue({ text, literals }: LocatedText, inner: Span, children: readonly (PolicyElement | PolicyText)[]): PolicyValue {
  const runs: (Span & { cdata?: boolean })[] = [];
  for (const child of children) {
    if (child.type === 'element') break;
    if (child.type === 'text') runs.push(child);
    else if (child.type === 'cdata') {
      const closed = text.startsWith(']]>', Math.max(child.end - cdataTail, child.start + cdataHead));
      runs.push({ start: child.start + cdataHead, end: closed ? child.end - cdataTail : child.end, cdata: true });
    }
  }
  return readValue(text, inner, runs, literals);
}
