import { say } from '../messages/message.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { PolicyRule } from './rule.js';

/** require-signed-tokens is switched off. */
export const unsignedTokensAllowed: PolicyRule = {
  scope: 'policy',
  code: 'unsigned-tokens-allowed',
  summary: 'Tokens without a signature are accepted.',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy }) {
    const attribute = policy.kind === 'validate-jwt' ? findAttribute(policy.element, 'require-signed-tokens') : undefined;
    if (attribute === undefined || !/^\s*(false|0)\s*$/i.test(attribute.value.value)) return;
    yield { start: attribute.start, end: attribute.end, message: say('unsigned-tokens-allowed', {}), data: { attribute: attribute.name } };
  },
};
