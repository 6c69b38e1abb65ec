import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goals } from '../../../bench/goals.mjs';

test('each goal stands in the table once', () => {
  const rows = goals.map(({ row }) => row);
  expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
});

test.each(goals)('$row is measured by its part', ({ row, part }) => {
  const source = readFileSync(new URL(`../../../bench/parts/${part}.mjs`, import.meta.url), 'utf8');
  expect(source).toMatch(new RegExp(String.raw`^\s+.*(?:'${row}'|\b${row}): \{ own: `, 'm'));
});
