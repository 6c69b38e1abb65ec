import { expect, test } from 'vitest';
import { LineMap } from '../../../src/core/text/line-map.js';

test.each([
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\r\nb', 2, 1, 3],
  ['a\rb', 2, 2, 1],
  ['a\r\rb', 3, 3, 1],
  ['\n\r\n', 3, 3, 1],
  ['', 0, 1, 1],
  ['abc', 3, 1, 4],
  ['\ufeffab', 1, 1, 2],
  ['𝒳b', 2, 1, 3],
  ['abc', 99, 1, 4],
  ['abc', -1, 1, 1],
])('%j at %i is line %i, column %i', (text, offset, line, column) => {
  expect(new LineMap(text).positionAt(offset)).toEqual({ line, column });
});

test('offsets and places translate into each other', () => {
  const text = 'one\r\ntwo\rthree\n\nfive';
  const lines = new LineMap(text);
  expect(lines.lineCount).toBe(5);
  for (let offset = 0; offset <= text.length; offset++) expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
});

test('a place outside the text counts as its nearest end', () => {
  const lines = new LineMap('ab\ncd');
  expect(lines.offsetAt({ line: 9, column: 1 })).toBe(5);
  expect(lines.offsetAt({ line: 0, column: 5 })).toBe(0);
  expect(lines.offsetAt({ line: 1, column: 99 })).toBe(3);
});
