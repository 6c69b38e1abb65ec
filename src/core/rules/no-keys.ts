import { validateJwt } from '../knowledge/elements.js';
import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import { keySources } from '../policy/known-elements.js';
import { hasTemplate, lacksKeys } from '../policy/list-entries.js';
import { nearestName } from '../text/nearest-name.js';
import type { PolicyRule } from './rule.js';

/** Neither metadata nor keys. A misspelt element is said by `unknown-element` alone. */
export const noKeys: PolicyRule = {
  scope: 'policy',
  code: 'no-keys',
  severity: 'error',
  certainty: 'library',
  *check({ policy, document }) {
    const { kind, element, attributes } = policy;
    if (kind !== 'validate-jwt' || document.break !== null) return;
    const signed = attributes['require-signed-tokens'];
    if (signed !== undefined && (signed.state !== 'literal' || /^(?:false|0)$/i.test(signed.value.trim()))) return;
    if (hasTemplate(element) || !lacksKeys(policy, validateJwt)) return;
    const misspelt = childElements(element).some(({ name }) => !keySources.includes(name) && nearestName(name, keySources) !== null);
    if (!misspelt) yield { ...element.nameSpan, message: say('no-keys', {}), data: { at: element.openTag.end } };
  },
};
