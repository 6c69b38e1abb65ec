import { applyEdits, type Edit } from '../../text/edit.js';
import type { Span } from '../../text/span.js';
import { allElements, type PolicyElement, type PolicyText } from '../../policy/policy-tree.js';
import { lineAtEnd } from '../../text/endings.js';

/** From which indentation to which a piece of text moves. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The text of a span after edits that were measured on the whole text. */
export function editSlice(text: string, span: Span, edits: readonly Edit[]): string {
  const moved = edits.map(edit => ({ start: edit.start - span.start, end: edit.end - span.start, text: edit.text }));
  return applyEdits(text.slice(span.start, span.end), moved);
}

/**
 * The edits that move the lines of an element to another indentation. Only white space between elements and between
 * attributes changes: values, expressions and comments stay as they are.
 */
export function moveLines(text: string, element: PolicyElement, move: Move): Edit[] {
  if (move.from === move.to) return [];
  return listGaps(element).flatMap(gap => moveGap(text, gap, move));
}

function moveGap(text: string, gap: Span, { from, to }: Move): Edit[] {
  const edits: Edit[] = [];
  const slice = text.slice(gap.start, gap.end);
  for (const match of slice.matchAll(/(\r\n|\n|\r)([ \t]*)(?=[^ \t\r\n]|$)/g)) {
    const [whole, newline = '', indentation = ''] = match;
    if (!indentation.startsWith(from)) continue;
    const start = gap.start + match.index + newline.length;
    edits.push({ start, end: gap.start + match.index + whole.length, text: to + indentation.slice(from.length) });
  }
  return edits;
}

/** Where white space means nothing: between the attributes of each tag, and between elements. */
function listGaps(element: PolicyElement): Span[] {
  return allElements(element).flatMap(each => {
    const isList = each.children.some(({ type }) => type === 'element') || each.value.value.trim() === '';
    return [...tagGaps(each), ...(isList ? each.children.filter(({ type }) => type === 'text') : [])];
  });
}

/** The white space around the attributes of an opening tag. */
function tagGaps({ nameSpan, attributes, openTag }: PolicyElement): Span[] {
  const starts = [nameSpan.end, ...attributes.map(({ end }) => end)];
  const ends = [...attributes.map(({ start }) => start), openTag.end];
  return starts.map((start, index) => ({ start, end: ends[index] ?? start }));
}

/** The edits that take every comment out of an element, with its line where it has one of its own. */
export function dropComments(text: string, element: PolicyElement): Edit[] {
  return allElements(element).flatMap(({ children }) =>
    children.flatMap(child => (child.type === 'comment' ? [{ ...withLine(text, child), text: '' }] : [])),
  );
}

/** The span of a comment and of the white space before it. */
function withLine(text: string, { start, end }: PolicyText): Span {
  const before = lineAtEnd(text.slice(Math.max(0, start - 1000), start));
  const alone = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 1000)) || !/[\r\n]/.test(before);
  return { start: alone ? start - before.length : start, end };
}

/** The edits that rename an element, in both of its tags. */
export function renameElement({ nameSpan, closeTag }: PolicyElement, name: string): Edit[] {
  const edits: Edit[] = [{ start: nameSpan.start, end: nameSpan.end, text: name }];
  if (closeTag !== null) edits.push({ start: closeTag.start, end: closeTag.end, text: `</${name.split(' ')[0] ?? name}>` });
  return edits;
}
