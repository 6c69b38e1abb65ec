import { say } from '../messages/message.js';
import type { PolicyRule } from './rule.js';

/** One element that holds a list: commas or semicolons between words. */
export const commaListInValue: PolicyRule = {
  scope: 'policy',
  code: 'comma-list-in-value',
  summary: 'One value that holds a list.',
  severity: 'warning',
  certainty: 'observed',
  *check({ policy }) {
    const values = [
      ...policy.audiences,
      ...policy.issuers,
      ...policy.clientApplicationIds,
      ...policy.backendApplicationIds,
      ...policy.requiredClaims.flatMap(claim => claim.values),
    ];
    for (const value of values) {
      if (value.state !== 'literal') continue;
      const separator = [',', ';'].find(sign => isList(value.value.trim(), sign)) ?? null;
      if (separator === null) continue;
      const pieces = value.value.split(separator).flatMap(piece => (piece.trim() === '' ? [] : [piece.trim()]));
      const { start, end } = value;
      yield { start, end, message: say('comma-list-in-value', { count: pieces.length, separator }), data: { pieces } };
    }
  },
};

/** Words without white space, with the sign between them. */
function isList(text: string, sign: string): boolean {
  const pieces = text.split(sign).map(piece => piece.trim());
  const words = pieces.at(-1) === '' ? pieces.slice(0, -1) : pieces;
  return words.length > 1 && words.every(word => /^[^\s,;]+$/.test(word));
}
