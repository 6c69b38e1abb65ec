import { say } from '../../messages/message.js';
import { buildFix } from '../build-fix.js';
import { replaceValue } from '../edit-children.js';
import type { FixMaker } from '../fix-maker.js';
import { findUnderlinedValue } from './find-target.js';

/** Writes what was certainly meant. */
export const invalidValue: FixMaker = {
  scope: 'policy',
  make(context) {
    const value = findUnderlinedValue(context);
    const { name } = context.finding.data;
    if (value === undefined || typeof name !== 'string') return [];
    const wanted = guess(name, value.value.trim().toLowerCase());
    if (wanted === null) return [];
    return [
      buildFix(context, {
        title: say('fix-value', { name, value: wanted }),
        edits: [replaceValue(value, wanted)],
        widens: false,
        preferred: true,
      }),
    ];
  },
};

const statuses: Readonly<Record<string, string>> = { unauthorized: '401', forbidden: '403', 'bad request': '400' };
const units: Readonly<Record<string, number>> = { s: 1, sec: 1, second: 1, m: 60, min: 60, minute: 60, h: 3600, hour: 3600 };

function guess(name: string, value: string): string | null {
  if (name.startsWith('require-') || name.startsWith('allow-') || name === 'validate-connectivity') {
    if (/^(?:yes|on|y|"true"|wahr)$/.test(value)) return 'true';
    return /^(?:no|off|n|"false"|falsch)$/.test(value) ? 'false' : null;
  }
  if (name === 'failed-validation-httpcode') return statuses[value.replace(/^\d{3}\s+/, '')] ?? /^([1-5]\d\d)\b/.exec(value)?.[1] ?? null;
  if (name !== 'clock-skew') return null;
  const span = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(value);
  if (span !== null) return String(Number(span[1]) * 3600 + Number(span[2]) * 60 + Number(span[3]));
  const amount = /^(\d+)\s*([a-z]+?)s?$/.exec(value);
  const factor = amount === null ? undefined : (units[amount[2] ?? ''] ?? units[`${amount[2] ?? ''}s`]);
  return amount === null || factor === undefined ? null : String(Number(amount[1]) * factor);
}
