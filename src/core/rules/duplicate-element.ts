import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** A child that may stand once stands again. */
export const duplicateElement: PolicyRule = {
  scope: 'policy',
  code: 'duplicate-element',
  severity: 'error',
  certainty: 'documented',
  *check({ elements }) {
    for (const { element, facts } of elements()) {
      for (const { name, most } of facts.children) {
        if (most !== 1) continue;
        for (const again of childElements(element, name).slice(1)) {
          const values = { name, parent: element.name };
          yield { ...again.nameSpan, message: say('duplicate-element', values), data: values };
        }
      }
    }
  },
};
