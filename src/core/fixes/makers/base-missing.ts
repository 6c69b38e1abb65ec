import { say } from '../../messages/message.js';
import { childElements, type PolicyElement } from '../../policy/policy-tree.js';
import { buildFix } from '../writing/build-fix.js';
import { insertFirst, writeLine } from '../writing/edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { readLayout } from '../writing/layout.js';
import { readPieces } from '../rewrite/source-element.js';

/**
 * Inserts `<base />` as the first statement of the section; cors stays before it, for a preflight request has no token. Preferred where the
 * section has no token policy of its own: with one, who wrote it may have meant it to run alone.
 */
export const baseMissing: FixMaker = {
  scope: 'document',
  make(context) {
    const { document, finding } = context;
    const { tree, text } = document;
    if (tree === null || document.break !== null) return [];
    const section = childElements(tree, 'inbound')[0];
    const title = say('fix-add-base', {});
    if (section === undefined) {
      const layout = readLayout(document, tree);
      const inner = layout.base + layout.unit;
      const line = (indentation: string): string => (layout.multiLine ? layout.newline + indentation : '');
      const written = `<inbound>${line(inner + layout.unit)}<base${layout.selfClose}${line(inner)}</inbound>`;
      return [buildFix(context, { title, edits: insertFirst(document, tree, written), widens: false })];
    }
    const layout = readLayout(document, section);
    const base = `<base${layout.selfClose}`;
    const cors = leadingCors(section, text);
    const edits = cors === null ? insertFirst(document, section, base) : [{ start: cors, end: cors, text: writeLine(layout) + base }];
    return [buildFix(context, { title, edits, widens: false, preferred: finding.severity === 'warning' })];
  },
};

/** Where the cors ends with which a section begins; null where it begins with something else. */
function leadingCors(section: PolicyElement, text: string): number | null {
  const [first] = readPieces(section, text).pieces;
  return first?.element.name === 'cors' ? (first.trailing.at(-1)?.end ?? first.element.end) : null;
}
