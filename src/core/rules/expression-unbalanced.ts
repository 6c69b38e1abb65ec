import { say } from '../messages/message.js';
import type { DocumentRule } from './rule.js';

/** An expression whose bracket never closes. What stands after its value is read as if it had closed, so each is said on its own. */
export const expressionUnbalanced: DocumentRule = {
  scope: 'document',
  code: 'expression-unbalanced',
  severity: 'error',
  certainty: 'documented',
  *check({ document }) {
    if (document.root === null) return;
    for (const { start, end } of document.expressions) {
      if (end !== -1) continue;
      yield { start, end: start + 2, message: say('expression-unbalanced', { opening: document.text.charAt(start + 1) }) };
    }
  },
};
