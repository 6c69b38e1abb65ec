import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** Seconds: the default of the gateway's validation library, five minutes. */
const usual = 300;

/** What is larger the gateway may not read at all. */
const largest = 2147483647;

/** clock-skew keeps expired tokens alive for longer than clocks differ. */
export const clockSkewWide: PolicyRule = {
  scope: 'policy',
  code: 'clock-skew-wide',
  severity: 'warning',
  certainty: 'inferred',
  *check({ policy }) {
    const attribute = policy.kind === 'validate-jwt' ? findAttribute(policy.element, 'clock-skew') : undefined;
    if (attribute === undefined || !/^\s*\+?\d+\s*$/.test(attribute.value.value)) return;
    const seconds = Number(attribute.value.value);
    if (seconds > usual && seconds <= largest)
      yield { start: attribute.start, end: attribute.end, message: say('clock-skew-wide', { seconds }), data: { seconds } };
  },
};
