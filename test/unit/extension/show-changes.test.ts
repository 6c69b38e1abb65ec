import { describe, expect, it, vi } from 'vitest';
import type { TextEdit } from 'vscode';
import { listChangedLines } from '../../../src/extension/client/show-changes.js';

vi.mock('vscode', () => ({
  Range: class {
    constructor(
      readonly from: number,
      readonly character: number,
      readonly to: number,
    ) {}
  },
}));

interface Written {
  readonly from: readonly [line: number, character: number];
  readonly to: readonly [line: number, character: number];
  readonly text: string;
}

const toEdit = ({ from, to, text }: Written): TextEdit => {
  const start = { line: from[0], character: from[1], compareTo: (other: { line: number }) => from[0] - other.line };
  return { range: { start, end: { line: to[0], character: to[1] } }, newText: text } as unknown as TextEdit;
};

const linesAfter = (...edits: readonly Written[]): number[][] =>
  (listChangedLines(edits.map(toEdit)) as unknown as { from: number; to: number }[]).map(({ from, to }) => [from, to]);

describe('the lines that a fix has changed', () => {
  it('are those that the edit leaves, whether there were more or fewer before', () => {
    expect(linesAfter({ from: [3, 8], to: [10, 34], text: '<a>\n  <b />\n</a>' })).toEqual([[3, 5]]);
    expect(linesAfter({ from: [3, 8], to: [3, 12], text: 'one' })).toEqual([[3, 3]]);
    expect(linesAfter({ from: [3, 0], to: [5, 0], text: '' })).toEqual([[3, 3]]);
  });

  it('do not count the line before which whole lines were put', () => {
    expect(linesAfter({ from: [4, 0], to: [4, 0], text: '<!-- a -->\r\n' })).toEqual([[4, 4]]);
  });

  it('are numbered as they are afterwards, in whatever order the edits come', () => {
    const longer = { from: [1, 0], to: [1, 4], text: 'a\nb\nc' } as const;
    const shorter = { from: [5, 0], to: [9, 2], text: 'x' } as const;
    const last = { from: [12, 3], to: [12, 3], text: 'y' } as const;
    expect(linesAfter(last, shorter, longer)).toEqual([
      [1, 3],
      [7, 7],
      [10, 10],
    ]);
  });
});
