import { say } from '../messages/message.js';
import type { Facts } from '../facts.js';
import { elementsNamed } from '../policy/elements-named.js';
import { childElements } from '../policy/policy-tree.js';
import type { DocumentRule } from './rule.js';

/** LastError.Message in a header, as it is. */
export const lastErrorInHeader: DocumentRule = {
  scope: 'document',
  code: 'last-error-in-header',
  severity: 'warning',
  certainty: 'observed',
  *check({ document, facts }) {
    if (document.tokenPolicies.length === 0 || !mayName(document.text, facts)) return;
    for (const element of elementsNamed(document, 'set-header')) {
      for (const { value } of childElements(element, 'value')) {
        const expression = value.parts.find(({ kind, text }) => kind === 'expression' && writesMessage(text));
        if (expression === undefined) continue;
        yield { start: expression.start, end: expression.end, message: say('last-error-in-header', {}) };
      }
    }
  },
};

/** Whether an expression may name it: as it stands, by a reference to a character, or where a template brings it. */
function mayName(text: string, { templateValues = {} }: Facts): boolean {
  return text.includes('LastError') || text.includes('&#') || Object.keys(templateValues).length > 0;
}

/** Whoever encodes or serialises it, replaces or splits something in it has thought of line breaks. */
const careful = /(?:Replace|Encode|Escape\w{0,40}|ToBase64String|SerializeObject|ToJson)\s*\(/;
/** What follows the message where it is only looked at, or cut at its line breaks. */
const lookedAt = /^\s*\??\.\s*(?:Split|Contains|StartsWith|EndsWith|IndexOf|Equals|GetHashCode|Length)\b|^\s*[=!]=/;

function writesMessage(expression: string): boolean {
  if (careful.test(expression)) return false;
  return [...expression.matchAll(/LastError\s*\??\.\s*Message\b/g)].some(
    match => !lookedAt.test(expression.slice(match.index + match[0].length)),
  );
}
