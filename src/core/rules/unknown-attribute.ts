import { tokenPolicyFacts } from '../knowledge/elements.js';
import { say } from '../messages/message.js';
import { unknownAttributes } from './known-elements.js';
import { nearestName } from './nearest-name.js';
import type { PolicyRule } from './rule.js';

/** An attribute that the element does not have. */
export const unknownAttribute: PolicyRule = {
  scope: 'policy',
  code: 'unknown-attribute',
  summary: 'An attribute that the element does not have.',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy, elements }) {
    for (const known of elements) {
      const { element, facts } = known;
      const free = facts.attributes.map(({ name }) => name).filter(name => !element.attributes.some(attribute => attribute.name === name));
      for (const { name, nameSpan } of unknownAttributes(known)) {
        const other = element === policy.element ? ownerOf(name, policy.kind) : null;
        const suggestion = other === null ? nearestName(name, free) : null;
        yield {
          ...nameSpan,
          message: say('unknown-attribute', { name, element: element.name, suggestion, other }),
          data: { name, suggestion },
        };
      }
    }
  },
};

/** The other token policy, where the attribute is one of its own. */
function ownerOf(name: string, kind: string): string | null {
  const other = Object.values(tokenPolicyFacts).find(facts => facts.name !== kind && facts.attributes.some(known => known.name === name));
  return other?.name ?? null;
}
