import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeInert, quoteMarkdown } from '../../../src/core/text/inert-text.js';

/** What links, pictures and their disguises are made of. */
const pieces = fc.constantFrom(
  '[',
  ']',
  '(',
  ')',
  '$',
  '\\',
  'command:x',
  'https://a.example',
  'key',
  '~spin',
  ' ',
  '\n',
  '\u200b',
  '\u202e',
  '\u{e0041}',
  '\ud800',
);
const hostile = fc.array(pieces, { maxLength: 20 }).map(parts => parts.join(''));

describe('makeInert', () => {
  it.each([
    ['[Fetch again](command:x?%22a%22)', '[Fetch again] (command:x?%22a%22)'],
    ['[[a]](command:x)', '[[a]] (command:x)'],
    ['[a]\u200b(command:x)', '[a]\\u200b(command:x)'],
    ['[a]\n(command:x)', '[a]\\u000a(command:x)'],
    ['$(key) \\$(key)', '$ (key) \\$ (key)'],
    ['$$((a)', '$$ ((a)'],
    ['api\u202ecod.live', 'api\\u202ecod.live'],
    ['@(context.Variables["x"]), {{name}}, a (b) [c]', '@(context.Variables["x"]), {{name}}, a (b) [c]'],
  ])('%j', (text, shown) => expect(makeInert(text)).toBe(shown));

  it('leaves no link, no picture and nothing unseen in any text, and what is inert as it is', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), text => {
        const inert = makeInert(text);
        expect(inert).not.toMatch(/[\]$]\(/);
        expect(inert).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(makeInert(inert)).toBe(inert);
      }),
    );
  });
});

describe('quoteMarkdown', () => {
  it('puts a backslash before everything that means something', () => {
    expect(quoteMarkdown('[a](command:x) <b> `c` www.d')).toBe('\\[a\\] \\(command\\:x\\) \\<b\\> \\`c\\` www\\.d');
    expect(quoteMarkdown('\\u202e\u202e')).toBe('\\\\u202e\\\\u202e');
  });

  it('gives back what is inert when the backslashes are taken off', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(quoteMarkdown(text).replace(/\\([^\w\s])/g, '$1')).toBe(makeInert(text));
      }),
    );
  });
});
