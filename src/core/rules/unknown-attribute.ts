import { say } from '../messages/message.js';
import type { PolicyRule } from './rule.js';
import { suggestAttributes } from '../policy/suggest-attributes.js';

/** An attribute that the element does not have. */
export const unknownAttribute: PolicyRule = {
  scope: 'policy',
  code: 'unknown-attribute',
  severity: 'warning',
  certainty: 'documented',
  *check({ elements }) {
    for (const known of elements()) {
      for (const { attribute, owner, suggestion } of suggestAttributes(known)) {
        const { name, nameSpan } = attribute;
        const message = say('unknown-attribute', { name, element: known.element.name, suggestion, other: owner });
        yield { ...nameSpan, message, data: { name, suggestion } };
      }
    }
  },
};
