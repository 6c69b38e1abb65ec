import { say } from '../messages/message.js';
import type { HostRule } from './rule.js';

/** A policy that was seen in a file of Terraform, Bicep, JSON and the like, and could not be taken out of it. */
export const hostNotRead: HostRule = {
  scope: 'host',
  code: 'host-not-read',
  severity: 'warning',
  certainty: 'documented',
  *check({ notRead }) {
    for (const { reason, start, end } of notRead) yield { start, end, message: say('host-not-read', { reason }), data: { reason } };
  },
};
