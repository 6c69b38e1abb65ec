import { describe, expect, it } from 'vitest';
import { showInvisible, showInvisibleLines } from '../../../src/core/index.js';

describe('text of which nobody sees all', () => {
  it.each([
    ['a terminal sequence', 'a\u001b[31mb', String.raw`a\u001b[31mb`],
    ['DEL and C1', '\u007f\u0085\u009b', String.raw`\u007f\u0085\u009b`],
    ['bidirectional controls', 'api\u202ecod.live\u2066x\u2069\u061c', String.raw`api\u202ecod.live\u2066x\u2069\u061c`],
    ['zero width', 'a\u200bb\u200dc\u2060d\ufeffe\u00adf', String.raw`a\u200bb\u200dc\u2060d\ufeffe\u00adf`],
    ['tags', 'a\u{e0041}\u{e007f}', String.raw`a\u{e0041}\u{e007f}`],
    ['variation selectors and fillers', 'a\ufe0f\u{e0100}\u3164\u115f\u034f', String.raw`a\ufe0f\u{e0100}\u3164\u115f\u034f`],
    ['separators', 'a\u2028b\u2029c', String.raw`a\u2028b\u2029c`],
    ['half a pair', 'a\ud800b\udc00', String.raw`a\ud800b\udc00`],
    ['tabs and line breaks', 'a\tb\r\nc\nd\re', String.raw`a\u0009b\u000d\u000ac\u000ad\u000de`],
    ['nothing of the kind', 'Zoë 名前 😀 a\u00a0b \\u202e', 'Zoë 名前 😀 a\u00a0b \\u202e'],
  ])('shows %s', (_name, text, shown) => {
    expect(showInvisible(text)).toBe(shown);
  });

  it('keeps tabs and line breaks of a text of several lines, but no return by itself', () => {
    expect(showInvisibleLines('a\tb\r\nc\nd\re\u001bf\u0085\r')).toBe('a\tb\r\nc\nd\\u000de\\u001bf\\u0085\\u000d');
  });
});
