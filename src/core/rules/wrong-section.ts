import { say } from '../messages/message.js';
import type { PolicyRule } from './rule.js';

/** Both token policies are documented for inbound only. A fragment may be included anywhere: silent there. */
export const wrongSection: PolicyRule = {
  scope: 'policy',
  code: 'wrong-section',
  severity: 'error',
  certainty: 'documented',
  *check({ policy }) {
    const { kind, section } = policy;
    if (section !== 'backend' && section !== 'outbound' && section !== 'on-error') return;
    yield { ...policy.element.nameSpan, message: say('wrong-section', { kind, section }), data: { section } };
  },
};
