import { say } from '../messages/message.js';
import type { DocumentRule } from './rule.js';

/** Bytes of UTF-8. */
const most = 256 * 1024;

/** More than API Management takes. */
export const policyTooLarge: DocumentRule = {
  scope: 'document',
  code: 'policy-too-large',
  severity: 'warning',
  certainty: 'documented',
  *check({ document }) {
    const { text, tree } = document;
    // A UTF-16 unit takes three bytes at most, so that a small document needs no count.
    if (tree === null || text.length * 3 <= most) return;
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > most) yield { ...tree.nameSpan, message: say('policy-too-large', { kilobytes: Math.ceil(bytes / 1024) }) };
  },
};
