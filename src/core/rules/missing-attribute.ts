import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import { unknownAttributes } from './known-elements.js';
import { nearestName } from './nearest-name.js';
import type { PolicyRule } from './rule.js';

/** A required attribute is absent. A misspelt one is said by `unknown-attribute` alone. */
export const missingAttribute: PolicyRule = {
  scope: 'policy',
  code: 'missing-attribute',
  summary: 'A required attribute is missing.',
  severity: 'error',
  certainty: 'documented',
  *check({ elements }) {
    for (const known of elements) {
      const { element, facts } = known;
      for (const { name, meaning, required } of facts.attributes) {
        if (!required || findAttribute(element, name) !== undefined) continue;
        if (unknownAttributes(known).some(other => nearestName(other.name, [name]) !== null)) continue;
        yield {
          ...element.nameSpan,
          message: say('missing-attribute', { name, element: element.name, meaning }),
          data: { name, element: element.name, at: element.nameSpan.end },
        };
      }
    }
  },
};
