import { say } from '../../messages/message.js';
import { buildFix } from '../writing/build-fix.js';
import type { FixMaker } from '../fix-maker.js';

/** Takes the line breaks out of the message, which no header may hold. */
export const lastErrorInHeader: FixMaker = {
  scope: 'document',
  make(context) {
    const { document, finding } = context;
    const expression = document.expressions.find(({ start, end }) => start === finding.start && end === finding.end);
    if (expression === undefined) return [];
    const raw = document.text.slice(expression.start, expression.end);
    const quote = raw.includes('&quot;') ? '&quot;' : '"';
    const replace = (what: string, by: string): string => `Replace(${quote}${what}${quote}, ${quote}${by}${quote})`;
    const edits = [...raw.matchAll(/LastError\s*\??\.\s*Message\b/g)].map(match => {
      const at = expression.start + match.index + match[0].length;
      return { start: at, end: at, text: `?.${replace('\\r', '')}.${replace('\\n', ' ')}` };
    });
    return edits.length === 0
      ? []
      : [buildFix(context, { title: say('fix-strip-line-breaks', {}), edits, widens: false, preferred: true })];
  },
};
