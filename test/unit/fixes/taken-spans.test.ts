// Edits of one round may not meet: not overlap, and not touch, since nobody could say which of two insertions comes first.
import { expect, test } from 'vitest';
import { TakenSpans } from '../../../src/core/fixes/together/taken-spans.js';

test('spans are taken where they overlap or meet another, in whatever order they came', () => {
  const taken = new TakenSpans();
  expect(taken.touches({ start: 0, end: 9 })).toBe(false);
  for (const start of [40, 10, 70]) taken.add({ start, end: start + 5 });
  const free = [
    [0, 9],
    [16, 39],
    [46, 69],
    [76, 99],
  ] as const;
  for (const [start, end] of free) {
    expect(taken.touches({ start, end })).toBe(false);
    expect(taken.touches({ start: start - 1, end })).toBe(start > 0);
    expect(taken.touches({ start, end: end + 1 })).toBe(end < 99);
    expect(taken.touches({ start, end: start })).toBe(false);
  }
  for (const start of [10, 40, 70]) {
    for (const [from, to] of [
      [0, 0],
      [2, 3],
      [5, 5],
      [-3, 20],
    ] as const)
      expect(taken.touches({ start: start + from, end: start + to })).toBe(true);
  }
});
