import { say } from '../../messages/message.js';
import type { Edit } from '../../text/edit.js';
import { indentationAt } from '../../text/style.js';
import { isGuid } from '../../microsoft/tenant.js';
import { childElements, type PolicyElement } from '../../policy/policy-tree.js';
import { startsLine } from '../writing/layout.js';
import { dropComments, editSlice, moveLines, renameElement } from './element-edits.js';
import type { Branch } from './plan.js';
import type { Piece } from './source-element.js';
import {
  commentsOf,
  joinBlocks,
  leadingOf,
  markApart,
  moveOf,
  withoutOverlap,
  writeComment,
  writePiece,
  type Block,
  type Place,
  type Writing,
} from './block-layout.js';

/** The required claims: what the application ids became, then the author's own. */
export function writeClaims(writing: Writing, branch: Branch, place: Place, child: string): Block[] {
  const { layout, source } = writing;
  const own = source.pieces.get('required-claims');
  const inner = layout.multiLine ? child + layout.unit : '';
  const clients = writeIds(
    writing,
    source.pieces.get('client-application-ids'),
    branch.clientClaim,
    place,
    inner,
    place.explained ? null : writeComment(say('comment-client', { claim: branch.clientClaim, version: branch.version })),
  );
  const backend = writeIds(
    writing,
    source.pieces.get('backend-application-ids'),
    'aud',
    place,
    inner,
    place.first ? writeComment(say('comment-backend', {})) : null,
  );
  // A list without ids demands nothing; its comments stay.
  const loose = [...clients.loose, ...backend.loose];
  const added = [...clients.claims, ...backend.claims];
  if (own === undefined || own.element.selfClosing) {
    const kept = own === undefined ? [] : commentsOf(writing, own, place.first);
    if (added.length === 0) return own === undefined ? loose : [...loose, ...writePiece(writing, own, child, place.first, () => [])];
    return [...loose, ...kept, { text: `<required-claims>${joinBlocks(added, layout, inner, child)}</required-claims>` }];
  }
  const insert = (): Edit[] => {
    if (added.length === 0) return [];
    const at = own.element.openTag.end;
    const first = own.element.children.find(node => node.type === 'element');
    const onLines = layout.multiLine && (first === undefined ? true : startsLine(writing.text, first.start));
    const text = added.map(block => (onLines ? layout.newline + inner : '') + block.text).join('');
    return [{ start: at, end: at, text }];
  };
  return [...loose, ...writePiece(writing, own, child, place.first, insert)];
}

interface Ids {
  readonly claims: readonly Block[];
  /** The comments of a list that holds no ids. */
  readonly loose: readonly Block[];
}

/** A list of application ids as one required claim, any of whose values is enough. */
function writeIds(writing: Writing, piece: Piece | undefined, claim: string, place: Place, inner: string, note: string | null): Ids {
  if (piece === undefined) return { claims: [], loose: [] };
  const { text, layout } = writing;
  const { element } = piece;
  const ids = childElements(element, 'application-id');
  if (ids.length === 0) return { claims: [], loose: commentsOf(writing, piece, place.first) };
  const { quote } = layout;
  const edits = [
    ...renameElement(element, `claim name=${quote}${claim}${quote} match=${quote}any${quote}`),
    ...ids.flatMap(id => [...renameElement(id, 'value'), ...normaliseId(text, id)]),
    ...moveLines(text, element, moveOf(writing, element, inner)),
    ...(place.first ? [] : dropComments(text, element)),
  ];
  const doubled = claim === 'aud' ? ids.map(id => doubleId(writing, id, moveOf(writing, element, inner))) : [];
  const behind = place.first ? piece.trailing.map(comment => ' ' + text.slice(comment.start, comment.end)).join('') : '';
  const body = editSlice(text, element, [...withoutOverlap(edits), ...doubled]) + behind;
  const notes = note === null ? [] : [{ text: note }];
  return {
    claims: markApart([...leadingOf(writing, piece, place.first), ...notes, { text: body }], { ...piece, apart: false }),
    loose: [],
  };
}

/** Claims are compared letter by letter, and tokens have GUIDs in lower case without space around them. */
function normaliseId(text: string, { value }: PolicyElement): Edit[] {
  const raw = text.slice(value.start, value.end);
  if (isGuid(raw.trim())) {
    const wanted = raw.trim().toLowerCase();
    return raw === wanted ? [] : [{ start: value.start, end: value.end, text: wanted }];
  }
  return value.parts.flatMap(part => {
    const piece = text.slice(part.start, part.end);
    const trimmed = piece.trim();
    if (part.kind !== 'literal' || !isGuid(trimmed) || trimmed === trimmed.toLowerCase()) return [];
    return [{ start: part.start, end: part.end, text: piece.toLowerCase() }];
  });
}

/** Behind an id, the same id as the address that such audiences have by default. */
function doubleId(writing: Writing, id: PolicyElement, move: { readonly from: string; readonly to: string }): Edit {
  const { text, layout } = writing;
  const raw = text.slice(id.value.start, id.value.end).trim();
  const known = isGuid(raw) ? raw.toLowerCase() : raw;
  const inner = /^@\(([\s\S]*)\)$/.exec(known)?.[1];
  const escaped = inner?.includes('&quot;') === true ? '&quot;' : '"';
  const value = inner === undefined ? `api://${known}` : `@(${escaped}api://${escaped} + (${inner.trim()}))`;
  const indentation = indentationAt(text, id.start);
  const moved = indentation.startsWith(move.from) ? move.to + indentation.slice(move.from.length) : indentation;
  const gap = startsLine(text, id.start) ? layout.newline + moved : '';
  return { start: id.end, end: id.end, text: `${gap}<value>${value}</value>` };
}
