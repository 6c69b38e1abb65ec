import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** A fixed text in the place of the reason. Off by default: towards callers it is right. */
export const reasonHidden: PolicyRule = {
  scope: 'policy',
  code: 'reason-hidden',
  severity: 'hint',
  certainty: 'documented',
  offByDefault: true,
  *check({ policy }) {
    const text = findAttribute(policy.element, 'failed-validation-error-message');
    if (text === undefined || /LastError/.test(text.value.value)) return;
    yield { start: text.start, end: text.end, message: say('reason-hidden', {}) };
  },
};
