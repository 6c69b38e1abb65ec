import { say } from '../messages/message.js';
import { readBoolean } from '../policy/boolean-value.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** require-signed-tokens is switched off. */
export const unsignedTokensAllowed: PolicyRule = {
  scope: 'policy',
  code: 'unsigned-tokens-allowed',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    const attribute = policy.kind === 'validate-jwt' ? findAttribute(policy.element, 'require-signed-tokens') : undefined;
    if (attribute === undefined) return;
    const { start, end, name, value } = attribute;
    const reading = readBoolean(value.value);
    if (reading.value !== false) return;
    yield {
      start,
      end,
      message: reading.certain ? say('unsigned-tokens-allowed', {}) : say('unsigned-tokens-perhaps-allowed', { value: value.value }),
      certainty: reading.certain ? 'documented' : 'inferred',
      data: { attribute: name },
    };
  },
};
