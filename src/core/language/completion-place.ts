// Where the cursor stands, in a text that is being typed: worked out from the marks of the text, because the tree of a
// half-typed document may not have what is being typed in it yet.
import type { AttributeMark, Mark, OpenTagMark } from '../expression/markup.js';
import { scanMarkup } from '../expression/scan-markup.js';
import type { Span } from '../text/span.js';

interface OpenElement {
  readonly name: string;
  readonly children: string[];
}

interface PlaceBase {
  /** The names of the elements around the cursor, outermost first; for a tag, without its own. */
  readonly parents: readonly string[];
  /** What a completion replaces. */
  readonly replace: Span;
}

export type CompletionPlace =
  | (PlaceBase & { readonly kind: 'element'; readonly before: readonly string[]; readonly after: readonly string[] })
  | (PlaceBase & { readonly kind: 'closing-tag' })
  | (PlaceBase & { readonly kind: 'attribute'; readonly element: string; readonly present: readonly string[] })
  | (PlaceBase & { readonly kind: 'value'; readonly element: string; readonly attribute: string })
  | (PlaceBase & { readonly kind: 'text'; readonly before: readonly string[]; readonly after: readonly string[] });

/** Null where nothing is completed: inside expressions, comments and CDATA sections. */
export function findCompletionPlace(text: string, offset: number): CompletionPlace | null {
  const { marks, expressions } = scanMarkup(text);
  if (expressions.some(({ start, end }) => offset > start && (end === -1 || offset < end))) return null;
  const stack: OpenElement[] = [];
  let index = 0;
  for (; index < marks.length; index++) {
    const mark = marks[index];
    // A tag that was typed to its end is behind the cursor; one without its `>` still holds it.
    if (!mark || mark.end > offset || (mark.end === offset && isOpenEnded(text, mark))) break;
    step(text, mark, stack);
  }
  const mark = marks[index];
  const parents = stack.map(({ name }) => name);
  const before = stack.at(-1)?.children ?? [];
  if (mark?.type === 'open' && offset > mark.start)
    return placeInTag(text, offset, mark, { parents, before, after: namesAfter(text, marks, index + 1) });
  if (mark?.type === 'close' && offset > mark.start) return { kind: 'closing-tag', parents, replace: { start: mark.start, end: mark.end } };
  if (mark && mark.type !== 'text' && mark.start < offset) return null;
  const after = namesAfter(text, marks, mark?.type === 'text' ? index + 1 : index);
  const line = text.slice(Math.max(0, offset - 64), offset);
  const typed = /<\/?[\w-]*$/.exec(line)?.[0];
  // A name without its `<` is typed over, too.
  const replace = { start: offset - (typed ?? /[A-Za-z][\w-]*$/.exec(line)?.[0] ?? '').length, end: offset };
  if (typed?.startsWith('</')) return { kind: 'closing-tag', parents, replace };
  return { kind: typed === undefined ? 'text' : 'element', parents, replace, before, after };
}

function isOpenEnded(text: string, mark: Mark): boolean {
  if (mark.type === 'text') return true;
  return (mark.type === 'open' || mark.type === 'close') && text[mark.end - 1] !== '>';
}

function step(text: string, mark: Mark, stack: OpenElement[]): void {
  if (mark.type === 'open') {
    const name = text.slice(mark.name.start, mark.name.end);
    stack.at(-1)?.children.push(name);
    if (!mark.selfClosing) stack.push({ name, children: [] });
  } else if (mark.type === 'close') {
    const name = text.slice(mark.name.start, mark.name.end);
    let depth = stack.length - 1;
    while (depth >= 0 && stack[depth]?.name !== name) depth--;
    if (depth >= 0) stack.length = depth;
  }
}

/** The names of the siblings behind the cursor, up to the closing tag of their parent. */
function namesAfter(text: string, marks: readonly Mark[], from: number): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const mark of marks.slice(from)) {
    if (mark.type === 'open') {
      if (depth === 0) names.push(text.slice(mark.name.start, mark.name.end));
      if (!mark.selfClosing) depth++;
    } else if (mark.type === 'close' && --depth < 0) break;
  }
  return names;
}

function placeInTag(
  text: string,
  offset: number,
  tag: OpenTagMark,
  around: { readonly parents: readonly string[]; readonly before: readonly string[]; readonly after: readonly string[] },
): CompletionPlace {
  const { parents, before, after } = around;
  if (offset <= tag.name.end) return { kind: 'element', parents, before, after, replace: { start: tag.start, end: tag.name.end } };
  const element = text.slice(tag.name.start, tag.name.end);
  const inValue = tag.attributes.find(({ value, quote }) => quote !== null && offset >= value.start && offset <= value.end);
  if (inValue)
    return {
      kind: 'value',
      parents,
      element,
      attribute: nameOf(text, inValue),
      replace: { start: inValue.value.start, end: inValue.value.end },
    };
  const inName = tag.attributes.find(({ name }) => offset >= name.start && offset <= name.end);
  const present = tag.attributes.filter(attribute => attribute !== inName).map(attribute => nameOf(text, attribute));
  return {
    kind: 'attribute',
    parents,
    element,
    present,
    replace: inName ? { start: inName.name.start, end: inName.name.end } : { start: offset, end: offset },
  };
}

function nameOf(text: string, attribute: AttributeMark): string {
  return text.slice(attribute.name.start, attribute.name.end);
}
