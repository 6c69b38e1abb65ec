import { describe, expect, it } from 'vitest';
import { endOf, lineAtEnd, spaceAtEnd, withoutEnd } from '../../../src/core/text/endings.js';

describe('what a text ends with', () => {
  it.each([
    ['https://a//', '/', 'https://a', '//'],
    ['//', '/', '', '//'],
    ['', '/', '', ''],
    ['a=b', '=', 'a=b', ''],
    ['a \t b \t', ' \t', 'a \t b', ' \t'],
  ])('%j without %j', (text, characters, rest, end) => {
    expect([withoutEnd(text, characters), endOf(text, characters)]).toEqual([rest, end]);
  });

  it.each([
    ['a', ''],
    ['a  ', '  '],
    ['a\n  ', '\n  '],
    ['a\r\n\t', '\r\n\t'],
    ['a\r', '\r'],
    ['a\n\n  ', '\n  '],
    ['a\u00a0 ', ' '],
  ])('the line at the end of %j', (text, line) => {
    expect(lineAtEnd(text)).toBe(line);
  });

  it('is white space of every kind', () => {
    expect(spaceAtEnd('a \u00a0\r\n\u2028\ufeff')).toBe(' \u00a0\r\n\u2028\ufeff');
  });
});
