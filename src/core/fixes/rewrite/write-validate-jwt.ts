import type { Edit } from '../../text/edit.js';
import { indentationAt } from '../../text/style.js';
import { childElements } from '../../policy/policy-tree.js';
import { startsLine } from '../writing/layout.js';
import { escapeXml, writeAttribute } from './address-text.js';
import { commentsOf, joinBlocks, writeComment, writePiece, type Block, type Place, type Writing } from './block-layout.js';
import type { Move } from './element-edits.js';
import { writeOpenTag } from './open-tag.js';
import type { Branch } from './plan.js';
import { writeClaims } from './write-claims.js';

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
