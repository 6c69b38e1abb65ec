import { say } from '../messages/message.js';
import type { HostRule } from './rule.js';

/** After so many in one file the others are counted. */
const mostSaid = 50;

/** A policy that was seen in a file of Terraform, Bicep, JSON and the like, and could not be taken out of it. */
export const hostNotRead: HostRule = {
  scope: 'host',
  code: 'host-not-read',
  severity: 'warning',
  certainty: 'documented',
  *check({ notRead }) {
    for (const { reason, start, end } of notRead.slice(0, mostSaid))
      yield { start, end, message: say('host-not-read', { reason }), data: { reason } };
    const [next] = notRead.slice(mostSaid);
    if (next === undefined) return;
    const { start, end } = next;
    yield { start, end, message: say('host-more-not-read', { count: notRead.length - mostSaid }), data: { reason: 'more' } };
  },
};
