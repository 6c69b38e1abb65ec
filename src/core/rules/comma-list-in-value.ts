import { say } from '../messages/message.js';
import { isGuid } from '../microsoft/tenant.js';
import { asWritten, type PolicyValue } from '../policy/value.js';
import { maskPlaceholders } from '../policy/masked-value.js';
import type { PolicyRule, Report } from './rule.js';

/** One element that holds a list: commas or semicolons between words. */
export const commaListInValue: PolicyRule = {
  scope: 'policy',
  code: 'comma-list-in-value',
  severity: 'warning',
  certainty: 'observed',
  *check({ policy }) {
    const values = [
      ...policy.audiences,
      ...policy.issuers,
      ...policy.clientApplicationIds,
      ...policy.backendApplicationIds,
      ...policy.requiredClaims.flatMap(({ name, values }) => (names.has(name ?? '') ? [] : values)),
    ];
    for (const known of values) {
      const value = asWritten(known);
      const masked = maskPlaceholders(value);
      const text = masked?.text.trim() ?? '';
      const separator = [',', ';'].find(sign => isList(text, sign)) ?? null;
      if (masked === null || separator === null) {
        yield* judgeNamedValue(known);
        continue;
      }
      const pieces = text.split(separator).flatMap(piece => (piece.trim() === '' ? [] : [masked.restore(piece.trim())]));
      const { start, end } = value;
      yield { start, end, message: say('comma-list-in-value', { count: pieces.length, separator }), data: { pieces } };
    }
  },
};

/** A named value that is known to hold a list: a separator does not split it either. */
function* judgeNamedValue(value: PolicyValue): Iterable<Report> {
  const { filled, start, end } = value;
  if (filled?.written.state !== 'unresolved' || filled.uses.some(({ kind }) => kind === 'template')) return;
  if (value.state !== 'literal' || ![',', ';'].some(sign => isList(value.value.trim(), sign))) return;
  yield { start, end, message: say('comma-list-in-named-value', { name: filled.written.value.trim() }) };
}

/** Claims in which a comma is part of the text: "Doe, Jane". */
const names: ReadonlySet<string> = new Set(['name', 'given_name', 'family_name', 'unique_name', 'nickname', 'address', 'sub']);

/** Words without white space, with the sign between them. In an address a comma may be a sign like any other. */
function isList(text: string, sign: string): boolean {
  const pieces = text.split(sign).map(piece => piece.trim());
  const words = pieces.at(-1) === '' ? pieces.slice(0, -1) : pieces;
  const [first = ''] = words;
  if (first.includes('://') && !words.every(word => word.includes('://') || isGuid(word))) return false;
  return words.length > 1 && words.every(word => /^[^\s,;]+$/.test(word));
}
