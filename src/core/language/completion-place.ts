// Where the cursor stands, in a text that is being typed: worked out from the marks of the text, because the tree of a
// half-typed document may not have what is being typed in it yet.
import { scanMarkup } from '../expression/scan-markup.js';
import { listMarks, type CloseTagMark, type Mark, type OpenTagMark } from './list-marks.js';
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

/** What an element holds whose name is being typed anew: the new name has to fit it. */
export interface HeldContent {
  readonly attributes: readonly string[];
  readonly children: readonly string[];
  readonly hasText: boolean;
  /** The name in its closing tag; null where it has none, or one with another name. */
  readonly closingName: Span | null;
}

export type CompletionPlace =
  | (PlaceBase & {
      readonly kind: 'element';
      readonly before: readonly string[];
      readonly after: readonly string[];
      /** Null where the element is yet to be written. Then a completion replaces the whole of it, else its name. */
      readonly held: HeldContent | null;
    })
  | (PlaceBase & { readonly kind: 'closing-tag' })
  | (PlaceBase & { readonly kind: 'attribute'; readonly element: string; readonly present: readonly string[] })
  | (PlaceBase & { readonly kind: 'value'; readonly element: string; readonly attribute: string })
  | (PlaceBase & { readonly kind: 'text'; readonly before: readonly string[]; readonly after: readonly string[] });

/** Null where nothing is completed: inside expressions, comments and CDATA sections. */
export function findCompletionPlace(text: string, offset: number): CompletionPlace | null {
  const { marks: found, expressions } = scanMarkup(text);
  if (expressions.some(({ start, end }) => offset > start && (end === -1 || offset < end))) return null;
  const marks = listMarks(found);
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
    return offset <= mark.name.end ? placeInName(text, mark, marks, index, { parents, before }) : placeInTag(text, offset, mark, parents);
  if (mark?.type === 'close' && offset > mark.start) return { kind: 'closing-tag', parents, replace: { start: mark.start, end: mark.end } };
  if (mark && mark.type !== 'text' && mark.start < offset) return null;
  const after = namesAfter(text, marks, mark?.type === 'text' ? index + 1 : index);
  const line = text.slice(Math.max(0, offset - 64), offset);
  const typed = /<\/?[\w-]*$/.exec(line)?.[0];
  // A name without its `<` is typed over, too.
  const replace = { start: offset - (typed ?? /[A-Za-z].*/.exec(line.split(/[^\w-]/).at(-1) ?? '')?.[0] ?? '').length, end: offset };
  if (typed?.startsWith('</')) return { kind: 'closing-tag', parents, replace };
  // What stood before an expression would make it text.
  if (expressions.some(({ start, end }) => offset === start || offset === end)) return null;
  return typed === undefined
    ? { kind: 'text', parents, replace, before, after }
    : { kind: 'element', parents, replace, before, after, held: null };
}

/** In the name of an element: one that is yet to be written, or one that is there and gets another name. */
function placeInName(
  text: string,
  tag: OpenTagMark,
  marks: readonly Mark[],
  index: number,
  around: { readonly parents: readonly string[]; readonly before: readonly string[] },
): CompletionPlace {
  const place = { kind: 'element', ...around } as const;
  const isWhole = text[tag.end - 1] === '>';
  const isBare = tag.attributes.length === 0;
  const found = isWhole && !tag.selfClosing ? findClosing(marks, index) : null;
  // A tag that ends its parent ends no element that is still open.
  const closing = found !== null && textOf(text, found.mark) !== around.parents.at(-1) ? found : null;
  if (!isWhole || (isBare && !tag.selfClosing && closing === null)) {
    const end = isWhole ? tag.end : tag.name.end;
    return { ...place, after: namesAfter(text, marks, index + 1), held: null, replace: { start: tag.start, end } };
  }
  const after = namesAfter(text, marks, closing === null ? index + 1 : closing.index + 1);
  const inside = marks.slice(index + 1, closing?.index ?? index + 1);
  if (isBare && inside.length === 0)
    return { ...place, after, held: null, replace: { start: tag.start, end: closing?.mark.end ?? tag.end } };
  const closingName = closing !== null && textOf(text, closing.mark) === textOf(text, tag) ? closing.mark.name : null;
  const attributes = tag.attributes.map(attribute => textOf(text, attribute));
  const held = { attributes, children: namesAfter(text, inside, 0), hasText: holdsText(text, inside), closingName };
  return { ...place, after, replace: tag.name, held };
}

/** The closing tag behind the content of what is opened at `index`, whatever its name. */
function findClosing(marks: readonly Mark[], index: number): { readonly mark: CloseTagMark; readonly index: number } | null {
  let depth = 0;
  for (let at = index + 1; at < marks.length; at++) {
    const mark = marks[at];
    if (mark?.type === 'open' && !mark.selfClosing) depth++;
    else if (mark?.type === 'close' && --depth < 0) return { mark, index: at };
  }
  return null;
}

/** Whether something is written between the elements of a content. */
function holdsText(text: string, marks: readonly Mark[]): boolean {
  let depth = 0;
  for (const mark of marks) {
    if (mark.type === 'open' && !mark.selfClosing) depth++;
    else if (mark.type === 'close') depth--;
    else if (depth === 0 && (mark.type === 'cdata' || (mark.type === 'text' && text.slice(mark.start, mark.end).trim() !== '')))
      return true;
  }
  return false;
}

function isOpenEnded(text: string, mark: Mark): boolean {
  if (mark.type === 'text') return true;
  return (mark.type === 'open' || mark.type === 'close') && text[mark.end - 1] !== '>';
}

function step(text: string, mark: Mark, stack: OpenElement[]): void {
  if (mark.type === 'open') {
    const name = textOf(text, mark);
    stack.at(-1)?.children.push(name);
    if (!mark.selfClosing) stack.push({ name, children: [] });
  } else if (mark.type === 'close') {
    const name = textOf(text, mark);
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
      if (depth === 0) names.push(textOf(text, mark));
      if (!mark.selfClosing) depth++;
    } else if (mark.type === 'close' && --depth < 0) break;
  }
  return names;
}

/** Among the attributes of a tag; null between the two signs of `/>` and between a name and its value. */
function placeInTag(text: string, offset: number, tag: OpenTagMark, parents: readonly string[]): CompletionPlace | null {
  if (text.slice(offset - 1, offset + 1) === '/>') return null;
  const element = textOf(text, tag);
  const inValue = tag.attributes.find(({ value, quote }) => quote !== null && offset >= value.start && offset <= value.end);
  if (inValue)
    return {
      kind: 'value',
      parents,
      element,
      attribute: textOf(text, inValue),
      replace: { start: inValue.value.start, end: inValue.value.end },
    };
  if (
    tag.attributes.some(({ name, end, start, quote }) => offset > name.end && offset < (quote === null ? end + 1 : end) && offset > start)
  )
    return null;
  const inName = tag.attributes.find(({ name }) => offset >= name.start && offset <= name.end);
  const present = tag.attributes.filter(attribute => attribute !== inName).map(attribute => textOf(text, attribute));
  return {
    kind: 'attribute',
    parents,
    element,
    present,
    replace: inName ? { start: inName.name.start, end: inName.name.end } : { start: offset, end: offset },
  };
}

/** The name of a tag or an attribute. */
function textOf(text: string, { name }: { readonly name: Span }): string {
  return text.slice(name.start, name.end);
}
