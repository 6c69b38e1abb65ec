import { say } from '../messages/message.js';
import { findSwitchedOff } from '../policy/switched-off.js';
import type { PolicyRule } from './rule.js';

/** require-expiration-time is switched off. */
export const expirationNotRequired: PolicyRule = {
  scope: 'policy',
  code: 'expiration-not-required',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    const found = findSwitchedOff(policy, 'require-expiration-time');
    if (found === null) return;
    const { certain } = found;
    const { start, end, name, value } = found.attribute;
    const message = certain ? say('expiration-not-required', {}) : say('expiration-perhaps-not-required', { value: value.value });
    yield { start, end, message, certainty: certain ? 'documented' : 'inferred', data: { attribute: name } };
  },
};
