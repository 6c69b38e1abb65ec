import { say } from '../messages/message.js';
import type { DocumentRule } from './rule.js';
import { findSchemeReading } from '../policy/scheme-reading.js';

/** AsJwt() on the Authorization header, scheme and all. */
export const asJwtWithScheme: DocumentRule = {
  scope: 'document',
  code: 'as-jwt-with-scheme',
  severity: 'hint',
  certainty: 'observed',
  *check({ document }) {
    if (document.tree === null) return;
    for (const { start, end } of document.expressions) {
      const reading = end < 0 ? null : findSchemeReading(document.text.slice(start, end));
      if (reading !== null) yield { start, end, message: say('as-jwt-with-scheme', { caught: reading.caught }) };
    }
  },
};
