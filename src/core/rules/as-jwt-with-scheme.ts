import { say } from '../messages/message.js';
import type { DocumentRule } from './rule.js';

const header = String.raw`Headers\s*(?:\.\s*GetValueOrDefault\(\s*"Authorization"[^()]{0,60}\)|\[\s*"Authorization"\s*\]\s*\.\s*First(?:OrDefault)?\(\s*\))`;
const direct = new RegExp(String.raw`${header}\s*\??\s*\.\s*(?:AsJwt|TryParseJwt)\s*\(`, 'i');

/** AsJwt() straight on the Authorization header. */
export const asJwtWithScheme: DocumentRule = {
  scope: 'document',
  code: 'as-jwt-with-scheme',
  summary: 'AsJwt() on a header that still says Bearer.',
  severity: 'warning',
  certainty: 'observed',
  *check({ document }) {
    if (document.tree === null) return;
    for (const { start, end } of document.expressions) {
      if (end < 0) continue;
      const expression = document.text.slice(start, end).replaceAll('&quot;', '"');
      if (direct.test(expression)) yield { start, end, message: say('as-jwt-with-scheme', {}) };
    }
  },
};
