import { say } from '../messages/message.js';
import type { DocumentRule } from './rule.js';

/** No token policy runs for every request: each stands in a branch, and no otherwise catches the rest. */
export const validationCanBeSkipped: DocumentRule = {
  scope: 'document',
  code: 'validation-can-be-skipped',
  severity: 'hint',
  certainty: 'documented',
  *check({ document }) {
    // What stands in a section where no token policy may stand is said by `wrong-section`.
    const policies = document.tokenPolicies.filter(({ section }) => section === null || section === 'inbound' || section === 'fragment');
    const [first] = policies;
    // Where a document breaks, an otherwise may stand behind the break.
    if (first === undefined || document.break !== null) return;
    if (!policies.every(({ chooses }) => chooses.some(({ otherwise }) => !otherwise))) return;
    yield { ...first.element.nameSpan, message: say('validation-can-be-skipped', {}) };
  },
};
