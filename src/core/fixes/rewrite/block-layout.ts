import { englishCatalogue } from '../../messages/english/index.js';
import { render } from '../../messages/render.js';
import type { Message } from '../../messages/message.js';
import type { Edit } from '../../text/edit.js';
import { indentationAt } from '../../text/style.js';
import type { PolicyElement, PolicyText } from '../../policy/policy-tree.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import { startsLine, type Layout } from '../writing/layout.js';
import { dropComments, editSlice, moveLines, type Move } from './element-edits.js';
import type { Piece, SourceElement } from './source-element.js';
import { endOf } from '../../text/endings.js';

/** The document and how the element in it is laid out. */
interface Original {
  readonly text: string;
  readonly layout: Layout;
}

/** What every part of the result is written from. */
export interface Writing extends Original {
  readonly policy: TokenPolicy;
  readonly source: SourceElement;
  readonly scheme: boolean;
  /** Comments that the rewrite adds. */
  readonly notes: readonly Message[];
}

/** A line, or several that belong together, of the result. */
export interface Block {
  readonly text: string;
  readonly apart?: boolean;
}

/** Where one validate-jwt of the result stands. */
export interface Place {
  readonly indentation: string;
  /** The first carries the author's comments and the `id`; a comment said twice would be noise, an `id` has to be one. */
  readonly first: boolean;
  /** Whether the comments about the claims stand before the choice, for both branches. */
  readonly explained: boolean;
}

/** Puts blocks on lines of their own, or behind one another where the author wrote everything on one line. */
export function joinBlocks(blocks: readonly Block[], layout: Layout, child: string, end: string): string {
  const { newline, multiLine, gap } = layout;
  if (!multiLine) return gap + blocks.map(block => block.text).join(gap) + gap;
  return (
    blocks.map(({ text, apart }, index) => (apart === true && index > 0 ? newline : '') + newline + child + text).join('') + newline + end
  );
}

/** A comment of the product's; two hyphens would end it. It is English whatever the editor speaks: others read the file, and it is known again. */
export function writeComment(note: Message): string {
  return `<!-- ${render(note, englishCatalogue).replaceAll('--', '- -')} -->`;
}

/** A child as it stands, on its new indentation. */
export function writePiece(
  writing: Original,
  piece: Piece,
  child: string,
  withComments: boolean,
  insert: (move: Move) => readonly Edit[],
): Block[] {
  const { text } = writing;
  const { element, trailing } = piece;
  const move = moveOf(writing, element, child);
  const edits = [...moveLines(text, element, move), ...insert(move), ...(withComments ? [] : dropComments(text, element))];
  const behind = withComments ? trailing.map(comment => spaceBefore(text, comment) + text.slice(comment.start, comment.end)).join('') : '';
  return markApart([...leadingOf(writing, piece, withComments), { text: editSlice(text, element, withoutOverlap(edits)) + behind }], piece);
}

/** The comments of a child that is itself not carried. */
export function commentsOf(writing: Original, piece: Piece, withComments: boolean): Block[] {
  const { text } = writing;
  const inner = [...piece.element.children.filter((child): child is PolicyText => child.type === 'comment'), ...piece.trailing];
  const comments = withComments ? inner.map(comment => ({ text: text.slice(comment.start, comment.end) })) : [];
  return markApart([...leadingOf(writing, piece, withComments), ...comments], piece);
}

export function leadingOf({ text }: Original, { leading }: Piece, withComments: boolean): Block[] {
  return withComments ? leading.map(comment => ({ text: text.slice(comment.start, comment.end) })) : [];
}

/** An empty line of the author's stays before what it stood before. */
export function markApart(blocks: readonly Block[], { apart }: Piece): Block[] {
  return blocks.map((block, index) => (index === 0 && apart ? { ...block, apart } : block));
}

/** From where to where the lines of a child move: from the line it starts on, or, where it shares that, from the line it ends on. */
export function moveOf({ text, layout }: Original, { start, closeTag }: PolicyElement, to: string): Move {
  const own = startsLine(text, start) || closeTag === null || !startsLine(text, closeTag.start) ? start : closeTag.start;
  const from = indentationAt(text, own);
  return layout.multiLine ? { from, to } : { from, to: from };
}

function spaceBefore(text: string, { start }: PolicyText): string {
  return endOf(text.slice(Math.max(0, start - 200), start), ' \t');
}

/** Where a comment goes, the white space before it goes with it: a move of that line is not needed any more. */
export function withoutOverlap(edits: readonly Edit[]): Edit[] {
  const removals = edits.filter(edit => edit.text === '' && edit.end > edit.start);
  return edits.filter(
    edit =>
      removals.includes(edit) ||
      !removals.some(removal => removal.start <= edit.start && edit.end <= removal.end && edit.end > removal.start),
  );
}
