import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import type { FixMaker } from '../fix-maker.js';
import { stripScheme } from '../writing/strip-scheme.js';

/** Takes the scheme off before AsJwt(). */
export const asJwtWithScheme: FixMaker = {
  scope: 'document',
  make(context) {
    const { document, finding } = context;
    const expression = document.expressions.find(({ start, end }) => start === finding.start && end === finding.end);
    const edit = expression === undefined ? null : stripScheme(document, expression);
    return edit === null ? [] : [buildFix(context, { title: say('fix-strip-scheme', {}), edits: [edit], widens: false, preferred: true })];
  },
};
