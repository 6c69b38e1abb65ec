import { tokenPolicyFacts } from '../knowledge/elements.js';
import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import { isEmptyList } from '../policy/list-entries.js';
import type { PolicyRule } from './rule.js';

/** Children out of order: the first one that comes too late. What stands twice is said by `duplicate-element`. */
export const elementOrder: PolicyRule = {
  scope: 'policy',
  code: 'element-order',
  severity: 'error',
  certainty: 'documented',
  *check({ policy }) {
    const facts = tokenPolicyFacts[policy.kind];
    const seen = new Set<number>();
    for (const child of childElements(policy.element)) {
      const place = facts.children.findIndex(({ name }) => name === child.name);
      const known = facts.children[place];
      // An empty list is to be removed, not to be moved.
      if (known === undefined || (known.most === 1 && seen.has(place)) || isEmptyList(child, known)) continue;
      const tooEarly = [...seen].filter(earlier => earlier > place);
      seen.add(place);
      if (tooEarly.length === 0) continue;
      const values = { name: child.name, before: facts.children[Math.min(...tooEarly)]?.name ?? '', parent: policy.kind };
      yield facts.order === 'schema'
        ? { ...child.nameSpan, message: say('element-order-schema', values) }
        : { ...child.nameSpan, message: say('element-order-page', values), severity: 'hint' };
      return;
    }
  },
};
