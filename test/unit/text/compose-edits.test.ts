import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeEdits } from '../../../src/core/text/compose-edits.js';
import { applyEdits, type Edit } from '../../../src/core/text/edit.js';

/** Edits of a text of that length that do not overlap; insertions at one place are among them. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc.array(fc.tuple(fc.nat({ max: length }), fc.nat({ max: 4 }), fc.string({ maxLength: 4 })), { maxLength: 6 }).map(drafts => {
    const edits: Edit[] = [];
    let from = 0;
    for (const [at, size, text] of [...drafts].sort(([a], [b]) => a - b)) {
      const start = Math.max(from, at);
      const end = Math.min(length, start + size);
      if (start > length) continue;
      edits.push({ start, end, text });
      from = end;
    }
    return edits;
  });

describe('composeEdits', () => {
  it('does in one step what two do one after the other', () => {
    const texts = fc.string({ minLength: 1, maxLength: 20 });
    const cases = texts.chain(text =>
      editsOf(text.length).chain(first => editsOf(applyEdits(text, first).length).map(second => ({ text, first, second }))),
    );
    fc.assert(
      fc.property(cases, ({ text, first, second }) => {
        expect(applyEdits(text, composeEdits(first, second))).toBe(applyEdits(applyEdits(text, first), second));
      }),
      { seed: 20260704, numRuns: 3000 },
    );
  });

  it('leaves what stands between the edits alone', () => {
    const first = [{ start: 1, end: 2, text: 'xyz' }];
    const second = [{ start: 8, end: 9, text: '' }];
    expect(composeEdits(first, second)).toEqual([
      { start: 1, end: 2, text: 'xyz' },
      { start: 6, end: 7, text: '' },
    ]);
  });

  it('is one edit where a later one changes what an earlier one wrote', () => {
    expect(composeEdits([{ start: 1, end: 2, text: 'xyz' }], [{ start: 2, end: 3, text: 'Y' }])).toEqual([
      { start: 1, end: 2, text: 'xYz' },
    ]);
  });
});
