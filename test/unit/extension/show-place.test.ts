import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Range } from 'vscode';
import { showChange } from '../../../src/extension/show-place.js';

const shown = vi.hoisted(() => ({ marks: [] as unknown[], disposed: 0, revealed: [] as unknown[], ticked: [] as unknown[] }));

vi.mock('vscode', () => {
  class Position {
    constructor(
      readonly line: number,
      readonly character: number,
    ) {}
  }
  class Selection {
    constructor(
      readonly anchor: Position,
      readonly active: Position,
    ) {}
  }
  class Range {
    readonly start: Position;
    readonly end: Position;
    constructor(...[line, character, lastLine, lastCharacter]: [number, number, number, number]) {
      this.start = new Position(line, character);
      this.end = new Position(lastLine, lastCharacter);
    }
  }
  const editor = {
    document: {
      uri: 'file:///a/policy.xml',
      lineCount: 40,
      lineAt: (lineNumber: number) => ({ lineNumber, firstNonWhitespaceCharacterIndex: 8 }),
    },
    selection: null as unknown,
    setDecorations: (_: unknown, ranges: unknown) => void shown.marks.push(ranges),
    revealRange: (range: unknown) => void shown.revealed.push(range),
  };
  return {
    Position,
    Selection,
    Range,
    ThemeColor: class {},
    TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
    commands: { executeCommand: (...all: unknown[]) => Promise.resolve(shown.ticked.push(all)) },
    window: {
      visibleTextEditors: [editor],
      createTextEditorDecorationType: () => ({ dispose: () => (shown.disposed += 1) }),
    },
  };
});

const lines = async (first: number, last: number): Promise<Range> => new (await import('vscode')).Range(first, 0, last, 0);

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(shown, { marks: [], disposed: 0, revealed: [], ticked: [] });
});
afterEach(() => vi.useRealTimers());

describe('the lines that a fix has changed', () => {
  it('are shown from the beginning of the first one, with the cursor there, and marked for a moment', async () => {
    const ranges = [await lines(9, 12), await lines(20, 20)];
    showChange('file:///a/policy.xml', ranges);
    const [editor] = (await import('vscode')).window.visibleTextEditors;
    expect(editor?.selection.active).toMatchObject({ line: 9, character: 8 });
    expect(shown.revealed).toMatchObject([{ start: { line: 9, character: 0 } }]);
    expect(shown.marks).toEqual([ranges]);
    expect(shown.disposed).toBe(0);
    vi.runAllTimers();
    expect(shown.disposed).toBe(1);
    expect(shown.ticked[0]).toEqual(['setContext', 'apimTokenDoctor.did.fix', true]);
  });

  it('are left alone where no editor shows them, and where nothing has changed', async () => {
    showChange('file:///b/policy.xml', [await lines(1, 1)]);
    showChange('file:///a/policy.xml', []);
    expect([shown.marks, shown.revealed]).toEqual([[], []]);
  });
});
