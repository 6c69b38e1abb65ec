import { say } from '../messages/message.js';
import { isGuid } from '../microsoft/tenant.js';
import type { PolicyRule } from './rule.js';

/** An application id that is not a GUID. */
export const applicationIdFormat: PolicyRule = {
  scope: 'policy',
  code: 'application-id-format',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['comma-list-in-value', 'invisible-characters'] },
  *check({ policy }) {
    for (const value of [...policy.clientApplicationIds, ...policy.backendApplicationIds]) {
      if (value.state !== 'literal' || value.value.trim() === '') continue;
      if (isGuid(value.value.trim())) continue;
      const { start, end } = value;
      yield { start, end, message: say('application-id-format', { value: value.value.trim() }), data: { value: value.value } };
    }
  },
};
