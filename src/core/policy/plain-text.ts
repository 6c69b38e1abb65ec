import { templateSteps, type NotPlain } from '../knowledge/template-steps.js';
import { readValue } from './read-value.js';

/** Longer values are nobody's audience, issuer or role. */
const longestValue = 400;

/**
 * Whether a text, written into a policy, means there what it says: null where it does; else why not. What is known to be replaced on the
 * way to the gateway counts, and the reader of the product's own values has the last word.
 */
export function findNotPlain(text: string): NotPlain | null {
  if (text.length > longestValue) return 'long';
  if (text === '' || text.trim() !== text) return 'space';
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text)) return 'invisible';
  const step = templateSteps.find(({ pattern }) => pattern.test(text));
  if (step !== undefined) return step.why;
  const { parts } = readValue(text, { start: 0, end: text.length });
  if (parts.every(({ kind }) => kind === 'literal')) return null;
  return parts.some(({ kind }) => kind === 'expression') ? 'expression' : 'placeholder';
}

/** Whether a text means in a policy what it says. */
export function isPlainText(text: string): boolean {
  return findNotPlain(text) === null;
}
