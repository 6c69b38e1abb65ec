import { answer } from '../messages.js';
import type { ServerParts } from '../server-parts.js';

/** Takes what the client found out: documents, named values, and what went wrong with them. */
export function answerFacts(parts: ServerParts): void {
  answer(parts, 'apimTokenDoctor/facts/set', facts => {
    parts.facts.setClientFacts(facts);
    return null;
  });
  answer(parts, 'apimTokenDoctor/facts/change', changed => {
    parts.facts.changeClientFacts(changed);
    return null;
  });
}
