import { say } from '../../messages/message.js';
import { childElements, pathTo } from '../../policy/policy-tree.js';
import { indentationAt } from '../../text/style.js';
import { buildFix } from '../writing/build-fix.js';
import type { FixMaker } from '../fix-maker.js';
import { readLayout, startsLine } from '../writing/layout.js';
import { escapeXml } from '../rewrite/address-text.js';
import { isWritten } from '../writing/written-part.js';

/** One element for each entry of a list that was written into one. */
export const commaListInValue: FixMaker = {
  scope: 'policy',
  make(context) {
    const { document, policy, finding } = context;
    const { text } = document;
    const element = pathTo(policy.element, finding.start).find(
      candidate =>
        candidate.closeTag !== null &&
        candidate.value.start === finding.start &&
        candidate.value.end === finding.end &&
        childElements(candidate).length === 0,
    );
    const { pieces } = finding.data;
    if (element === undefined || element.closeTag === null || !Array.isArray(pieces) || element.value.parts.some(isWritten)) return [];
    const open = text.slice(element.openTag.start, element.openTag.end);
    const line = startsLine(text, element.start) ? readLayout(document, element).newline + indentationAt(text, element.start) : '';
    const close = text.slice(element.closeTag.start, element.closeTag.end);
    const written = pieces.map((piece: string) => open + escapeXml(piece) + close).join(line);
    const edits = [{ start: element.start, end: element.end, text: written }];
    return [buildFix(context, { title: say('fix-split-list', { count: pieces.length }), edits, widens: true })];
  },
};
