// What is read again after an edit is what reading from nothing gives, edit by edit, and is read without a look at the rest.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { KeptMarks } from '../../src/core/expression/kept-marks.js';
import { noLiterals } from '../../src/core/expression/literals.js';
import type { Markup } from '../../src/core/expression/markup.js';
import { rescanInSteps } from '../../src/core/expression/rescan-markup.js';
import { scanMarkup } from '../../src/core/expression/scan-markup.js';
import { readInSteps, readPolicies } from '../../src/core/policy/read-policies.js';
import { finish } from '../../src/core/text/steps.js';
import { countLooks } from '../harness/count-looks.js';
import { markupPieces, readSeeds } from '../harness/hostile.js';
import { editOnce, pickFrom, pickOne } from '../harness/random-edits.js';
import { isLong, seedOr, times } from '../harness/runs.js';
import { showMarkup } from '../harness/shown-markup.js';

const [first = '', ...more] = readSeeds();
const seeds = [first, ...more] as const;
const rescan = (before: Markup, text: string): Markup => finish(rescanInSteps(before, text, noLiterals));

const statement = `    <set-header name="X-Caller" exists-action="override">
      <value>@($"{context.Variables["caller"]}-{context.RequestId}")</value>
    </set-header>
`;
const large = (count: number): string => `<policies>\n  <inbound>\n${statement.repeat(count)}  </inbound>\n</policies>\n`;

const broken = '<a b="x\n';
const open = '<a b="@(x"/>\n';

describe('what the rules of reading again are about', () => {
  test.each([
    ['a declaration that comes to stand first', 'x<?xml version="1.0"?><a/>', '<?xml version="1.0"?><a/>'],
    ['a declaration that no longer stands first', '<?xml version="1.0"?><a/>', 'x<?xml version="1.0"?><a/>'],
    ['a declaration behind a byte order mark', 'x<?xml version="1.0"?><a/>', '\ufeff<?xml version="1.0"?><a/>'],
    ['a text that comes to touch another one', '<a>b<c/>d</a>', '<a>b< c/>d</a>'],
    ['a text that touches none any more', '<a>b< c/>d</a>', '<a>b<c/>d</a>'],
    ['a tag of a template that comes to be one', '<a>b<c %>d</a>', '<a>b<%c %>d</a>'],
    ['a tag of a template that no longer is one', '<a> <%c %>d</a>', '<a> <c %>d</a>'],
    ['an expression that is closed further on', '<a>@(1</a>\n<b>x</b>', '<a>@(1</a>\n<b>)</b>'],
    ['a value that is closed further on', '<a b="x\n<c>d</c>\n<e f="g"/>', '<a b="x\n<c>d</c>\n<e f"g"/>'],
    ['a tag that is closed further on', '<a\n\n <b/>', '<a\n\n b/>'],
    ['a closing tag that is closed further on', '<a></a\n\n<b/>', '<a></a\n\n>b/>'],
    ['a template that is closed further on', '<a>${x</a><b>c</b>', '<a>${x</a><b>}</b>'],
    ['a template whose line goes on further', '<a>${x</a>\n<b>}</b>', '<a>${x</a><b>}</b>'],
    ['a doctype that is closed further on', '<!DOCTYPE [ <a>b</a>', '<!DOCTYPE [ <a>b></a>'],
    ['an oddity behind the first one', '<a\u2028>b</a><c\u2028/>', '<a>b</a><c\u2028/>'],
    ['an oddity in front of another one', '<a>b</a><c\u2028/>', '<a\u2028>b</a><c\u2028/>'],
    ['more faults than are kept', '&'.repeat(9) + '<a>' + '&'.repeat(9), '&'.repeat(8) + '<a>' + '&'.repeat(9)],
    ['faults that come to be more than are kept', '&'.repeat(7) + '<a>' + '&'.repeat(8), '&'.repeat(9) + '<a>' + '&'.repeat(8)],
    ['the same text', '<a>b</a>', '<a>b</a>'],
    ['nothing', '<a>b</a>', ''],
    ['something', '', '<a>b</a>'],
  ])('%s', (_, before, after) => {
    for (const [old, text] of [
      [before, after],
      [after, before],
    ] as const)
      for (const piece of ['', broken, open, '<p>\n'])
        expect(showMarkup(rescan(scanMarkup(piece + old), piece + text))).toBe(showMarkup(scanMarkup(piece + text)));
  });

  test('fruitless scans, which are counted together, cost no more than in one reading', () => {
    const write = (template: string): string => open.repeat(10) + ' '.repeat(100_000) + `<c>\${x}</c>\${${template}}`;
    let marks = scanMarkup(write(''));
    for (const template of ['y', 'yy', 'yyy', 'yyyy', 'yyyyy', 'yyyyyy']) {
      marks = rescan(marks, write(template));
      expect(showMarkup(marks) === showMarkup(scanMarkup(write(template))), template).toBe(true);
    }
  });

  test('literals, which the text does not show', () => {
    const [plain, literal] = ['<a>${x}</a><b/>', '<a>${x}</a><b />'];
    const read = (kept: KeptMarks, text: string, literals: ReadonlySet<number>): Markup => finish(kept.scanInSteps(text, literals));
    const kept = new KeptMarks();
    expect(read(kept, plain, noLiterals).templates).toHaveLength(1);
    expect(read(kept, literal, new Set([3])).templates).toHaveLength(0);
    expect(read(kept, plain, noLiterals).templates).toHaveLength(1);
  });
});

test('reading again can be left in the middle, and then nothing is kept of it', () => {
  const kept = new KeptMarks();
  const [before, after] = [large(1), large(2000)];
  finish(kept.scanInSteps(before, noLiterals));
  expect([...new KeptMarks().scanInSteps(after, noLiterals)].length).toBeGreaterThan(20);
  expect([...rescanInSteps(scanMarkup(before), after, noLiterals)].length).toBeGreaterThan(20);
  const steps = kept.scanInSteps(after, noLiterals);
  steps.next();
  steps.next();
  expect(showMarkup(finish(kept.scanInSteps(before, noLiterals)))).toBe(showMarkup(scanMarkup(before)));
});

const editsInChain = 40;

describe('random edits', () => {
  const chains = Array.from({ length: 10 }, (_, index) => index);
  test.each(chains)('give the marks of the text as it is then (%i)', part => {
    const seed = seedOr(20261130) * chains.length * 1000 + part * times(10);
    for (let chain = seed; chain < seed + times(10); chain++) {
      const pick = pickFrom(chain);
      const soup = (): string => Array.from({ length: pick(40) }, () => markupPieces[pick(markupPieces.length)]).join('');
      let text = pick(4) === 0 ? soup() : pickOne(pick, seeds);
      if (pick(8) === 0) text = pickOne(pick, ['\ufeff', '<?xml version="1.0"?>', ' ']) + text;
      if (pick(3) === 0) text = text.replace(/\n\s*/g, '');
      let place = pick(text.length + 1);
      let marks = scanMarkup(text);
      const versions: [string, ...string[]] = [text];
      for (let edit = 0; edit < editsInChain; edit++) {
        const shown = showMarkup(marks);
        // Some edits are undone.
        const next = pick(12) === 0 ? { text: pickOne(pick, versions), place } : editOnce(pick, text, place, seeds);
        const again = rescan(marks, next.text);
        const fresh = scanMarkup(next.text);
        const said = JSON.stringify({ chain, before: text, after: next.text });
        expect(showMarkup(again), said).toBe(showMarkup(fresh));
        expect(again.spent, said).toBeGreaterThanOrEqual(fresh.spent);
        expect(showMarkup(marks), `what was read before changed: ${said}`).toBe(shown);
        ({ text, place } = next);
        marks = again;
        versions.push(text);
      }
    }
  });

  test('give the document of the text as it is then', () => {
    for (let chain = 0; chain < times(12); chain++) {
      const pick = pickFrom(seedOr(20261130) + chain);
      const kept = new KeptMarks();
      let [text, place] = [pickOne(pick, seeds), 0];
      for (let edit = 0; edit < 10; edit++) {
        expect(finish(readInSteps(text, noLiterals, kept))).toEqual(readPolicies(text));
        ({ text, place } = editOnce(pick, text, place, seeds));
      }
    }
  });
});

describe('typing, letter by letter', () => {
  const typed = seeds.filter((text, index) => text.length < 3000 && index % (isLong ? 1 : 40) === 0);
  test.each(typed.map(text => [text.slice(0, 60), text] as const))('%s', (_, text) => {
    let marks = scanMarkup('');
    for (let length = 1; length <= text.length; length++) {
      marks = rescan(marks, text.slice(0, length));
      const shown = showMarkup(marks);
      if (shown !== showMarkup(scanMarkup(text.slice(0, length)))) expect(shown).toBe(showMarkup(scanMarkup(text.slice(0, length))));
    }
  });
});

describe('of 256 KiB, an edit in the middle looks at what is edited alone', () => {
  const half = Math.ceil((128 * 1024) / statement.length);
  const start = large(half).indexOf('  </inbound>');
  test.each([
    ['a letter in a value', 'X-Caller', 'X-aCaller'],
    ['a letter in a name', 'set-header', 'set-eader'],
    ['a letter in an expression', 'context', 'cntext'],
    ['a space between two tags', '>\n', '> \n'],
    ['a half-typed tag', '<value>', '<va <value>'],
    ['a half-typed closing tag', '</value>', '</</value>'],
    ['a half-typed value', 'X-Caller"', 'X-Caller'],
    ['a lone sign', '<value>', '<<value>'],
    ['a statement more', statement, statement + statement],
    ['a statement less', statement, ''],
  ])('%s', (_, from, to) => {
    const before = large(2 * half);
    const after = before.slice(0, start) + before.slice(start).replace(from, () => to);
    const marks = scanMarkup(before);
    for (const [old, text] of [
      [marks, after],
      [rescan(marks, after), before],
    ] as const) {
      let again = old;
      const count = countLooks(text, () => (again = rescan(old, text)));
      expect(showMarkup(again)).toBe(showMarkup(scanMarkup(text)));
      expect(count).toBeLessThan(2 * statement.length);
    }
  });
});

test('what is kept holds no text but the one that was read last', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const kept = new KeptMarks();
  const piece = '<set-backend-service base-url="https://a.example" failed-validation-httpcode="401">\n</set-backend-service>\n';
  const heap: number[] = [];
  let text = `<policies>${piece.repeat(8000)}</policies>`;
  for (let edit = 0; edit < 60; edit++) {
    const place = 10 + ((edit * 9973) % 7000) * piece.length + piece.indexOf(' ');
    // Joined anew, or each text would hold the one before by itself.
    text = [text.slice(0, place), text.slice(place + 1)].join('\n');
    finish(readInSteps(text, noLiterals, kept));
    if (edit % 50 > 0) continue;
    collect();
    heap.push(process.memoryUsage().heapUsed);
  }
  expect(((heap[1] ?? 0) - (heap[0] ?? 0)) / text.length).toBeLessThan(10);
});
