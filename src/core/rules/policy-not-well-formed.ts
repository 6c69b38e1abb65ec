import { say } from '../messages/message.js';
import type { DocumentRule } from './rule.js';

/** Where the document breaks, and why. An expression that never ends is said by its own rule: what follows it is no new mistake. */
export const policyNotWellFormed: DocumentRule = {
  scope: 'document',
  code: 'policy-not-well-formed',
  severity: 'error',
  certainty: 'documented',
  *check({ document }) {
    const broken = document.break;
    if (broken === null || document.root === null) return;
    if (document.expressions.some(({ start, end }) => end === -1 && start <= broken.end)) return;
    const { cause, names } = broken;
    yield { start: broken.start, end: broken.end, message: say('policy-not-well-formed', { cause, names }), data: { cause, names } };
  },
};
