import type { Unseen } from '../messages/english/values.js';
import { say } from '../messages/message.js';
import type { ValuePart } from '../policy/value.js';
import { comparedValues } from '../policy/compared-values.js';
import type { PolicyRule } from './rule.js';

const zeroWidth = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;

/** White space or characters without width in a value that is compared letter by letter. */
export const invisibleCharacters: PolicyRule = {
  scope: 'policy',
  code: 'invisible-characters',
  severity: 'warning',
  certainty: 'observed',
  silencedBy: { place: ['comma-list-in-value'] },
  *check({ policy }) {
    for (const { name, value } of comparedValues(policy)) {
      const what = invisible(value.parts);
      if (what !== null) yield { start: value.start, end: value.end, message: say('invisible-characters', { name, what }), data: { name } };
    }
  },
};

/** What is there, in words; the first of several. Looks at the literal parts only: what a placeholder brings is not known. */
function invisible(parts: readonly ValuePart[]): Unseen | null {
  const literal = parts.filter(({ kind }) => kind === 'literal').map(({ text }) => text);
  if (literal.some(text => zeroWidth.test(text))) return 'zero-width';
  if (literal.some(text => /[\u00a0\u2007\u202f]/.test(text))) return 'no-break-space';
  const first = parts[0];
  const last = parts.at(-1);
  const before = first?.kind === 'literal' ? first.text.slice(0, first.text.length - first.text.trimStart().length) : '';
  const after = last?.kind === 'literal' ? last.text.slice(last.text.trimEnd().length) : '';
  if (literal.join('').trim() === '' && parts.every(({ kind }) => kind === 'literal')) return null;
  if (/[\r\n]/.test(before + after)) return 'line-break';
  if (before !== '') return 'space-before';
  return after === '' ? null : 'space-after';
}
