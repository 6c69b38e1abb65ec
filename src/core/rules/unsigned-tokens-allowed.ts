import { say } from '../messages/message.js';
import { findSwitchedOff } from '../policy/switched-off.js';
import type { PolicyRule } from './rule.js';

/** require-signed-tokens is switched off. */
export const unsignedTokensAllowed: PolicyRule = {
  scope: 'policy',
  code: 'unsigned-tokens-allowed',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    const found = findSwitchedOff(policy, 'require-signed-tokens');
    if (found === null) return;
    const { certain } = found;
    const { start, end, name, value } = found.attribute;
    const message = certain ? say('unsigned-tokens-allowed', {}) : say('unsigned-tokens-perhaps-allowed', { value: value.value });
    yield { start, end, message, certainty: certain ? 'documented' : 'inferred', data: { attribute: name } };
  },
};
