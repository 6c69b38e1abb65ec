import { say } from '../messages/message.js';
import { readBoolean } from '../policy/boolean-value.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** require-expiration-time is switched off. */
export const expirationNotRequired: PolicyRule = {
  scope: 'policy',
  code: 'expiration-not-required',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    const attribute = policy.kind === 'validate-jwt' ? findAttribute(policy.element, 'require-expiration-time') : undefined;
    if (attribute === undefined) return;
    const { start, end, name, value } = attribute;
    const reading = readBoolean(value.value);
    if (reading.value !== false) return;
    yield {
      start,
      end,
      message: reading.certain ? say('expiration-not-required', {}) : say('expiration-perhaps-not-required', { value: value.value }),
      certainty: reading.certain ? 'documented' : 'inferred',
      data: { attribute: name },
    };
  },
};
