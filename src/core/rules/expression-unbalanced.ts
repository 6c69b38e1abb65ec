import { say } from '../messages/message.js';
import type { DocumentRule } from './rule.js';

/** An expression whose bracket never closes: the first one only, as the rest of the document stands inside it. */
export const expressionUnbalanced: DocumentRule = {
  scope: 'document',
  code: 'expression-unbalanced',
  summary: 'A policy expression never ends.',
  severity: 'error',
  certainty: 'documented',
  *check({ document }) {
    if (document.root === null) return;
    const open = document.expressions.find(({ end }) => end === -1);
    if (open === undefined) return;
    const opening = document.text.charAt(open.start + 1);
    yield { start: open.start, end: open.start + 2, message: say('expression-unbalanced', { opening }) };
  },
};
