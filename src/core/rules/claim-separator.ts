import { say } from '../messages/message.js';
import { nearestName } from './nearest-name.js';
import type { PolicyRule } from './rule.js';

/** A value wanted of scp without a separator: right only as long as the token has that one scope. */
export const claimSeparator: PolicyRule = {
  scope: 'policy',
  code: 'claim-separator',
  summary: 'scp is compared as a whole, without separator.',
  severity: 'hint',
  certainty: 'documented',
  *check({ policy, facts }) {
    const scp = facts.token?.claims['scp'];
    const scopes = typeof scp === 'string' ? scp.split(' ').filter(scope => scope !== '').length : 0;
    for (const { name, separator, values, element } of policy.requiredClaims) {
      if (name !== 'scp' || separator !== null || values.length === 0) continue;
      // A misspelt separator is said by `unknown-attribute` alone.
      if (element.attributes.some(attribute => nearestName(attribute.name, ['separator']) !== null)) continue;
      // Who writes "a b" means the whole text.
      if (values.some(({ value }) => /\S\s+\S/.test(value))) continue;
      const several = values.length > 1;
      const message = scopes > 1 ? say('claim-separator-token', { count: scopes }) : say('claim-separator', { several });
      yield { ...element.openTag, message, severity: several || scopes > 1 ? 'warning' : 'hint', data: { at: element.nameSpan.end } };
    }
  },
};
