import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../../../src/server/documents.js';
import { SentDiagnostics } from '../../../src/server/sent-diagnostics.js';
import { seedOr, times } from '../../harness/runs.js';

const uri = 'file:///policy.xml';

/** An open document as the server has it, and what was sent of it. */
class Edited {
  readonly sent: SentDiagnostics;
  #listener: (uri: string, changes: readonly TextChange[]) => void = () => undefined;
  #close: (uri: string) => void = () => undefined;

  constructor(readonly document: TextDocument) {
    this.sent = new SentDiagnostics({
      onEdit: listener => (this.#listener = listener),
      onClose: listener => (this.#close = listener),
    });
  }

  edit(...changes: TextChange[]): void {
    this.#listener(uri, changes);
    TextDocument.update(this.document, changes, this.document.version + 1);
  }

  close(): void {
    this.#close(uri);
  }

  report(items: Diagnostic[], previous?: string) {
    return this.sent.report(uri, { id: String(this.document.version), items }, previous);
  }
}

const open = (text: string): Edited => new Edited(TextDocument.create(uri, 'xml', 1, text));
const at = (line: number, start: number, end: number): Range => ({ start: { line, character: start }, end: { line, character: end } });
const says = (range: Range, message = 'wrong'): Diagnostic => ({ range, message });

describe('diagnostics that were sent', () => {
  const items = [says(at(1, 0, 3))];

  it('are not sent again after an edit on another line', () => {
    const edited = open('one\ntwo\nthree\n');
    expect(edited.report(items)).toEqual({ kind: 'full', items, resultId: '1' });
    edited.edit({ range: at(0, 3, 3), text: 'x' });
    expect(edited.report(items, '1')).toEqual({ kind: 'unchanged', resultId: '1' });
    edited.edit({ range: at(2, 0, 5), text: 'a\nb\n' });
    edited.edit({ range: at(2, 0, 1), text: '' });
    expect(edited.report(items, '1').kind).toBe('unchanged');
  });

  it('are sent again after their line was written anew by an edit that is given from its end to its beginning', () => {
    const edited = open('one\ntwo\nthree\n');
    edited.report(items);
    edited.edit({ range: { start: { line: 2, character: 0 }, end: { line: 0, character: 3 } }, text: '\ntwo\n' });
    expect(edited.report(items, '1').kind).toBe('full');
  });

  it.each([
    ['they differ', items.map(item => ({ ...item, message: 'else' })), []],
    ['there are fewer', [], []],
    [
      'their line was cut and put back',
      items,
      [
        { range: at(1, 0, 3), text: '' },
        { range: at(1, 0, 0), text: 'two' },
      ],
    ],
    [
      'a line before them was taken and another one made',
      items,
      [
        { range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }, text: '' },
        { range: at(0, 0, 0), text: 'one\n' },
      ],
    ],
    ['all was written anew', items, [{ text: 'one\ntwo\nthree\n' }]],
  ] as const)('are sent again where %s', (_, next, changes) => {
    const edited = open('one\ntwo\nthree\n');
    edited.report(items);
    edited.edit({ range: at(2, 0, 0), text: 'x' });
    for (const change of changes) edited.edit(change);
    expect(edited.report([...next], '1')).toEqual({ kind: 'full', items: next, resultId: edited.document.version.toString() });
    expect(edited.report([...next], edited.document.version.toString()).kind).toBe('unchanged');
  });

  it('are sent again to who was sent others last, or none, and once they were forgotten', () => {
    const edited = open('one\ntwo\nthree\n');
    edited.report(items);
    expect(edited.report(items).kind).toBe('full');
    expect(edited.report(items, '0').kind).toBe('full');
    edited.sent.drop();
    expect(edited.report(items, '1').kind).toBe('full');
    edited.close();
    expect(edited.report(items, '1').kind).toBe('full');
  });

  // As an editor does it: what it shows moves with the text, and what an edit touches is lost.
  it('stand in the editor where they are said to be unchanged', () => {
    const line = fc.constantFrom('', 'a', 'bcd', 'efghi', 'a\r', 'b\r\nc');
    const change = fc.record({ from: fc.nat(40), length: fc.nat(6), text: fc.constantFrom('', 'x', 'yz', '\n', 'x\ny', '\r\n', '\r') });
    const place = fc.record({ from: fc.nat(40), length: fc.nat(8) });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 4, maxLength: 12 }),
        fc.array(place, { maxLength: 3 }),
        fc.array(change, { maxLength: 5 }),
        (lines, places, changes) => {
          const edited = open(lines.join('\n'));
          const { document } = edited;
          const sent = places.map(({ from, length }): Range => ({
            start: document.positionAt(from),
            end: document.positionAt(from + length),
          }));
          let shown: { start: number; end: number }[] | null = sent.map(({ start, end }) => ({
            start: document.offsetAt(start),
            end: document.offsetAt(end),
          }));
          const items = sent.map(range => says(range));
          edited.report(items);
          for (const { from, length, text } of changes) {
            const range = { start: document.positionAt(from), end: document.positionAt(from + length) };
            const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
            if (shown?.some(each => start <= each.end && each.start <= end) === true) shown = null;
            const by = text.length - (end - start);
            shown = shown?.map(each => (each.start > end ? { start: each.start + by, end: each.end + by } : each)) ?? null;
            edited.edit({ range, text });
          }
          if (edited.report(items, '1').kind !== 'unchanged') return;
          expect(shown?.map(({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) }))).toEqual(sent);
        },
      ),
      { seed: seedOr(20261130), numRuns: times(2000) },
    );
  });
});
