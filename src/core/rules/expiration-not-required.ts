import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** require-expiration-time is switched off. */
export const expirationNotRequired: PolicyRule = {
  scope: 'policy',
  code: 'expiration-not-required',
  summary: 'Tokens without an end are accepted.',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    const attribute = policy.kind === 'validate-jwt' ? findAttribute(policy.element, 'require-expiration-time') : undefined;
    if (attribute === undefined || !/^\s*(false|0)\s*$/i.test(attribute.value.value)) return;
    yield { start: attribute.start, end: attribute.end, message: say('expiration-not-required', {}), data: { attribute: attribute.name } };
  },
};
