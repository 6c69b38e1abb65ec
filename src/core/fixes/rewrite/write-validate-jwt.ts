import { render } from '../../messages/render.js';
import { say, type Message } from '../../messages/message.js';
import type { Edit } from '../../text/edit.js';
import { indentationAt } from '../../text/style.js';
import { childElements, type PolicyText } from '../../policy/policy-tree.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import { startsLine, type Layout } from '../layout.js';
import { escapeXml, writeAttribute } from './address-text.js';
import { dropComments, editSlice, moveLines, type Move } from './carry.js';
import { writeClaims } from './write-claims.js';
import { writeOpenTag } from './open-tag.js';
import type { Branch } from './plan.js';
import type { Piece, SourceElement } from './source-element.js';

/** What every part of the result is written from. */
export interface Writing {
  readonly text: string;
  readonly policy: TokenPolicy;
  readonly source: SourceElement;
  readonly layout: Layout;
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

/** Writes one validate-jwt, without indentation before its first line. */
export function writeValidateJwt(writing: Writing, branch: Branch, place: Place): string {
  const { text, policy, source, layout, scheme, notes } = writing;
  const child = layout.multiLine ? place.indentation + layout.unit : '';
  const openMove = { from: layout.base, to: place.indentation };
  const open = writeOpenTag(policy, text, layout, openMove, scheme, place.first);
  const carried = (name: string, insert: (move: Move) => Edit[] = () => []): Block[] => {
    const piece = source.pieces.get(name);
    return piece === undefined ? [] : writePiece(writing, piece, child, place.first, insert);
  };
  const decryption = source.pieces.get('decryption-keys');
  const blocks: Block[] = [
    ...(place.first ? notes.map(note => ({ text: writeComment(note) })) : []),
    ...branch.configs.map(address => ({ text: `<openid-config ${writeAttribute('url', address, layout.quote)}${layout.selfClose}` })),
    // The schema of validate-jwt wants a key in the list.
    ...(decryption !== undefined && childElements(decryption.element, 'key').length === 0
      ? commentsOf(writing, decryption, place.first)
      : carried('decryption-keys')),
    ...carried('audiences', move => addAudience(writing, branch.audience, move)),
    ...writeIssuers(writing, branch.issuers, child),
    ...writeClaims(writing, branch, place, child),
    ...(place.first ? source.tail.map(comment => ({ text: text.slice(comment.start, comment.end) })) : []),
  ];
  return open + joinBlocks(blocks, layout, child, place.indentation) + '</validate-jwt>';
}

/** Puts blocks on lines of their own, or behind one another where the author wrote everything on one line. */
export function joinBlocks(blocks: readonly Block[], layout: Layout, child: string, end: string): string {
  const { newline, multiLine, gap } = layout;
  if (!multiLine) return gap + blocks.map(block => block.text).join(gap) + gap;
  return (
    blocks.map(({ text, apart }, index) => (apart === true && index > 0 ? newline : '') + newline + child + text).join('') + newline + end
  );
}

/** A comment of the product's; two hyphens would end it. */
export function writeComment(note: Message): string {
  return `<!-- ${render(note).replaceAll('--', '- -')} -->`;
}

/** A child as it stands, on its new indentation. */
export function writePiece(
  writing: Writing,
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
export function commentsOf(writing: Writing, piece: Piece, withComments: boolean): Block[] {
  const { text } = writing;
  const inner = [...piece.element.children.filter((child): child is PolicyText => child.type === 'comment'), ...piece.trailing];
  const comments = withComments ? inner.map(comment => ({ text: text.slice(comment.start, comment.end) })) : [];
  return markApart([...leadingOf(writing, piece, withComments), ...comments], piece);
}

export function leadingOf({ text }: Writing, { leading }: Piece, withComments: boolean): Block[] {
  return withComments ? leading.map(comment => ({ text: text.slice(comment.start, comment.end) })) : [];
}

/** An empty line of the author's stays before what it stood before. */
export function markApart(blocks: readonly Block[], { apart }: Piece): Block[] {
  return blocks.map((block, index) => (index === 0 && apart ? { ...block, apart } : block));
}

/** From where to where the lines of a child move. */
export function moveOf({ text, layout }: Writing, element: { readonly start: number }, to: string): Move {
  const from = indentationAt(text, element.start);
  return layout.multiLine && (startsLine(text, element.start) || from !== '') ? { from, to } : { from, to: from };
}

function spaceBefore(text: string, { start }: PolicyText): string {
  return /[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
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

function addAudience(writing: Writing, audience: string | null, move: Move): Edit[] {
  const list = writing.source.pieces.get('audiences')?.element;
  const last = list === undefined ? undefined : childElements(list, 'audience').at(-1);
  if (audience === null || last === undefined) return [];
  const { text } = writing;
  const gap = startsLine(text, last.start) ? writing.layout.newline + replaceStart(indentationAt(text, last.start), move) : '';
  return [{ start: last.end, end: last.end, text: `${gap}<audience>${escapeXml(audience)}</audience>` }];
}

function replaceStart(indentation: string, { from, to }: Move): string {
  return indentation.startsWith(from) ? to + indentation.slice(from.length) : indentation;
}

function writeIssuers({ layout }: Writing, issuers: readonly string[], child: string): Block[] {
  if (issuers.length === 0) return [];
  const items = issuers.map(issuer => ({ text: `<issuer>${issuer}</issuer>` }));
  return [{ text: `<issuers>${joinBlocks(items, layout, child + layout.unit, child)}</issuers>` }];
}

/** The comment on the claim that takes the place of the client ids. */
export function clientNote({ clientClaim, version }: Branch): Message {
  return say('comment-client', { claim: clientClaim, version });
}
