import { expect, test } from 'vitest';
import { detectStyle, indentationAt } from '../../../src/core/text/style.js';

test.each([
  ['<a>\n  <b c="1">\n    <d/>\n  </b>\n</a>', { lineEnding: '\n', indent: '  ', quote: '"' }],
  ["<a>\r\n\t<b c='1'>\r\n\t\t<d/>\r\n\t</b>\r\n</a>", { lineEnding: '\r\n', indent: '\t', quote: "'" }],
  ['<a>\r    <b/>\r</a>', { lineEnding: '\r', indent: '    ', quote: '"' }],
  ['<a/>', { lineEnding: '\n', indent: '    ', quote: '"' }],
  ['', { lineEnding: '\n', indent: '    ', quote: '"' }],
  ['<a>\n\n  \n   <b/>\n      <c/>\n</a>', { lineEnding: '\n', indent: '   ', quote: '"' }],
])('%j', (text, style) => {
  expect(detectStyle(text)).toEqual(style);
});

test('the indentation of a line ends where the offset stands', () => {
  expect(indentationAt('<a>\r\n\t <b/>', 7)).toBe('\t ');
  expect(indentationAt('<a>\r\n\t <b/>', 6)).toBe('\t');
  expect(indentationAt('<a/>', 2)).toBe('');
});
