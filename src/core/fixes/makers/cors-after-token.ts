import { say } from '../../messages/message.js';
import { childElements } from '../../policy/policy-tree.js';
import { indentationAt } from '../../text/style.js';
import { buildFix } from '../writing/build-fix.js';
import { removeElement } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { readLayout, startsLine } from '../writing/layout.js';
import { readPieces } from '../rewrite/source-element.js';

/** Moves cors, with the comments before it, in front of everything else in its section. */
export const corsAfterToken: FixMaker = {
  scope: 'document',
  make(context) {
    const { document, finding } = context;
    const { text, tree } = document;
    const inbound =
      tree === null ? undefined : childElements(tree, 'inbound').find(({ start, end }) => start <= finding.start && finding.end <= end);
    const pieces = inbound === undefined ? [] : readPieces(inbound, text).pieces;
    const cors = pieces.find(({ element }) => element.name === 'cors' && element.nameSpan.start === finding.start);
    const first = pieces[0];
    if (cors === undefined || first === undefined || first === cors) return [];
    const start = cors.leading[0]?.start ?? cors.element.start;
    const end = cors.trailing.at(-1)?.end ?? cors.element.end;
    const at = first.leading[0]?.start ?? first.element.start;
    const line = startsLine(text, at) ? readLayout(document, first.element).newline + indentationAt(text, at) : '';
    const edits = [{ start: at, end: at, text: text.slice(start, end) + line }, removeElement(text, { start, end })];
    return [buildFix(context, { title: say('fix-move-cors', {}), edits, widens: false, preferred: true })];
  },
};
