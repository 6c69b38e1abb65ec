import { validateJwt } from '../knowledge/elements.js';
import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import { keySources } from '../policy/known-elements.js';
import { hasTemplate, lacksKeys } from '../policy/list-entries.js';
import { nearestName } from '../text/nearest-name.js';
import { isBroken } from '../judgement/around-policy.js';
import type { PolicyRule } from './rule.js';

/** Neither metadata nor keys. A misspelt element is said by `unknown-element` alone. */
export const noKeys: PolicyRule = {
  scope: 'policy',
  code: 'no-keys',
  severity: 'error',
  certainty: 'library',
  *check({ policy, ask }) {
    const { kind, element, attributes } = policy;
    if (kind !== 'validate-jwt' || ask(isBroken)) return;
    const signed = attributes['require-signed-tokens'];
    if (signed !== undefined && (signed.state !== 'literal' || /^(?:false|0)$/i.test(signed.value.trim()))) return;
    if (hasTemplate(element) || !lacksKeys(policy, validateJwt)) return;
    const misspelt = childElements(element).some(({ name }) => !keySources.includes(name) && nearestName(name, keySources) !== null);
    if (!misspelt) yield { ...element.nameSpan, message: say('no-keys', {}) };
  },
};
