import { validateJwt } from '../knowledge/elements.js';
import { say } from '../messages/message.js';
import { childElements, type PolicyElement } from '../policy/policy-tree.js';
import { isEmptyList, lacksKeys } from '../policy/list-entries.js';
import type { PolicyRule, Report } from './rule.js';

/**
 * A list without entries, blank ones left aside. A list whose entries are misspelt is said by `unknown-element`, one that stands
 * twice by `duplicate-element`, and the only place for keys by `no-keys`.
 */
export const emptyList: PolicyRule = {
  scope: 'policy',
  code: 'empty-list',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy, elements }) {
    const noKeys = policy.kind === 'validate-jwt' && lacksKeys(policy, validateJwt);
    for (const { element, facts } of elements()) {
      yield* judgeValues(element);
      if (!isEmptyList(element, facts) || childElements(policy.element, element.name).length > 1) continue;
      if (noKeys && element.name === 'issuer-signing-keys') continue;
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

/** A claim of which only empty texts are wanted: no token has it. */
function* judgeValues(element: PolicyElement): Iterable<Report> {
  const values = element.name === 'claim' ? childElements(element, 'value') : [];
  if (!values.every(({ value, children }) => value.value === '' && children.every(({ type }) => type !== 'element'))) return;
  for (const { start, end } of values) yield { start, end, message: say('empty-value', {}), data: { name: 'value' } };
}
