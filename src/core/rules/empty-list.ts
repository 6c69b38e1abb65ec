import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** A list without entries. A list whose entries are misspelt is said by `unknown-element`. */
export const emptyList: PolicyRule = {
  scope: 'policy',
  code: 'empty-list',
  summary: 'A list without entries.',
  severity: 'warning',
  certainty: 'documented',
  *check({ elements }) {
    for (const { element, facts } of elements) {
      // A list that a template fills ("%{ for … }", "{{entries}}") is not empty when it arrives.
      if (facts.fewest === 0 || childElements(element).length > 0 || element.value.value.trim() !== '') continue;
      const child = facts.children.find(({ legacy }) => legacy !== true)?.name ?? '';
      yield {
        start: element.start,
        end: element.end,
        message: say('empty-list', { name: element.name, child }),
        data: { name: element.name },
      };
    }
  },
};
