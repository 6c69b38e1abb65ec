import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { writeExplanationsText } from '../../src/cli/formats/explanations-text.js';
import { englishCli } from '../../src/cli/sentences/english/index.js';
import { explainError } from '../../src/core/index.js';

/** A text that somebody brought to a public thread, and what a right explanation says, as patterns. */
interface FieldCase {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly policy?: string;
  readonly expect: {
    readonly idx?: string;
    readonly check?: string | readonly string[];
    readonly says?: readonly string[];
    readonly saysNot?: readonly string[];
    readonly optional?: boolean;
    readonly none?: boolean;
  };
}

const file = new URL('../../../shared/cases/field.jsonl', import.meta.url);
const cases = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as FieldCase)
      .filter(({ kind }) => kind === 'text')
  : [];

const names: readonly (readonly [string, string])[] = [
  ['contoso', 'fabrikam'],
  ['orders', 'invoices'],
  ['Orders', 'Invoices'],
  ['kid_a1', 'sig-2026'],
  ['_yomExampleKid', 'Qx7-other'],
  ['myapp', 'billing'],
];

/** Other people, the same fault: every GUID, name and time is another one, in the text and in what is expected. */
function rename(text: string): string {
  const renamed = names.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
  return renamed
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, id =>
      id.replace(/[0-9a-f]/gi, digit => ((Number.parseInt(digit, 16) * 7 + 3) % 16).toString(16)),
    )
    .replace(/09:12:44|9:12:44/g, time => time.replace('12:44', '41:07'));
}

/** The members of JSON, the columns of a table and the headers of a response in the opposite order. */
function reorder(text: string): string {
  const lines = text.split('\n');
  if (/^HTTP\//.test(text)) {
    const gap = lines.findIndex((line, index) => index > 0 && line === '');
    return [lines[0], ...lines.slice(1, gap).reverse(), ...lines.slice(gap)].join('\n');
  }
  if (lines[0]?.includes('\t') === true) return lines.map(line => line.split('\t').reverse().join('\t')).join('\n');
  try {
    const turn = (value: unknown): unknown =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, member]) => [key, turn(member)]),
          )
        : value;
    return JSON.stringify(turn(JSON.parse(text)));
  } catch {
    return text;
  }
}

const changes: readonly (readonly [string, (text: string) => string])[] = [
  ['as it was', text => text],
  ['with other names and ids', rename],
  ['in another order', reorder],
  ['with both', text => reorder(rename(text))],
];

describe.skipIf(cases.length === 0)('texts of public threads (skipped without ../shared/cases)', () => {
  describe.each(changes)('%s', (change, write) => {
    test.each(cases)('$id', ({ text, policy, expect: wanted }) => {
      const explanations = explainError(write(text), policy === undefined ? undefined : write(policy));
      const [first] = explanations;
      if (wanted.none === true || (wanted.optional === true && first === undefined)) {
        expect(explanations).toEqual([]);
        return;
      }
      expect(first?.explanation).toBeTruthy();
      if (wanted.idx !== undefined) expect(first?.idx).toBe(wanted.idx);
      if (wanted.check !== undefined) expect([wanted.check].flat()).toContain(first?.check);
      const printed = writeExplanationsText(explanations, englishCli);
      const isRenamed = change.includes('both') || change.includes('names');
      for (const pattern of wanted.says ?? []) expect(printed).toMatch(new RegExp(isRenamed ? rename(pattern) : pattern, 'i'));
      for (const pattern of wanted.saysNot ?? []) expect(printed).not.toMatch(new RegExp(pattern, 'i'));
    });
  });
});
