import { say } from '../messages/message.js';
import { allElements, childElements } from '../policy/policy-tree.js';
import type { DocumentRule } from './rule.js';

/** LastError.Message in a header, as it is. */
export const lastErrorInHeader: DocumentRule = {
  scope: 'document',
  code: 'last-error-in-header',
  summary: 'LastError.Message written into a header.',
  severity: 'warning',
  certainty: 'observed',
  *check({ document }) {
    if (document.tree === null || document.tokenPolicies.length === 0) return;
    for (const element of allElements(document.tree)) {
      if (element.name !== 'set-header') continue;
      for (const { value } of childElements(element, 'value')) {
        const expression = value.parts.find(({ kind, text }) => kind === 'expression' && /LastError\s*\??\.\s*Message/.test(text));
        // Whoever replaces or encodes something in it has thought of it.
        if (expression === undefined || /Replace\s*\(|Encode\s*\(|Escape\w*\s*\(/.test(expression.text)) continue;
        yield { start: expression.start, end: expression.end, message: say('last-error-in-header', {}) };
      }
    }
  },
};
