import { say } from '../messages/message.js';
import { findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';
import { suggestAttributes } from '../policy/suggest-attributes.js';

/** A required attribute is absent. A misspelt one is said by `unknown-attribute` alone. */
export const missingAttribute: PolicyRule = {
  scope: 'policy',
  code: 'missing-attribute',
  severity: 'error',
  certainty: 'documented',
  *check({ elements }) {
    for (const known of elements()) {
      const { element, facts } = known;
      const half = element.name === 'key' ? halfOfKey(element) : null;
      if (half !== null) {
        const meaning = facts.attributes.find(({ name }) => name === half)?.meaning ?? null;
        const message = say('missing-attribute', { name: half, element: element.name, meaning });
        yield { ...element.nameSpan, message, data: { name: half, element: element.name } };
      }
      for (const { name, meaning, required } of facts.attributes) {
        if (!required || findAttribute(element, name) !== undefined) continue;
        if (suggestAttributes(known).some(({ suggestion }) => suggestion === name)) continue;
        yield {
          ...element.nameSpan,
          message: say('missing-attribute', { name, element: element.name, meaning }),
          data: { name, element: element.name },
        };
      }
    }
  },
};

/** An RSA key is two numbers: what is missing beside the other. */
function halfOfKey(key: PolicyElement): 'n' | 'e' | null {
  const [n, e] = [findAttribute(key, 'n'), findAttribute(key, 'e')];
  if ((n === undefined) === (e === undefined)) return null;
  return n === undefined ? 'n' : 'e';
}
