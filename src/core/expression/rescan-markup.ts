// Marks again, after an edit: a layer above the scanner (scan-markup.ts), which knows nothing of it. The scanner is put back to a place in
// front of the edit where it stood once, and goes on in the new text until it stands, behind the edit, where it stood in the old one. What it
// found in front of the first place stays, what it found behind the second is moved.
//
// What that rests on, so that it is the same as reading from nothing:
//
// - Behind. Where a mark begins, the scanner goes by what stands from there to the end of the text, and by nothing else but four things. The
//   kind of the last mark: texts that touch are one, so it does not stop between two. Whether the text begins there, which a declaration asks
//   for: it does not stop at the first two characters, of which one may be a byte order mark. How many faults there are: where no more were
//   kept, it reads from nothing. What fruitless scans have cost: taken as the sum of what both readings spent, never less than what reading
//   from nothing would; where that is more than they may cost, it reads from nothing.
// - In front. Scanning begins at the mark that holds the last character in front of the edit. One before it in which nothing is wrong ended by
//   its own sign, and no look that it was read with goes beyond that; but for a text, which ends before a `<` that does not begin a tag of a
//   template (`<%`). Where it does now, what begins there is a text, and the two are one. What else looks ahead leaves a trace: whoever looked
//   for the end of an expression, a value, a tag or a doctype in vain said so by a fault, which stands inside its mark, so scanning begins at
//   the first such fault at the latest; whoever looked for the end of a template in vain spent something, and looked no further than its line.
// - Literals of a host file are another text's; with them it reads from nothing.
import { countUntil, type Span } from '../text/span.js';
import { marksInStep, type Steps } from '../text/steps.js';
import type { Literals } from './literals.js';
import type { BreakCause, Markup } from './markup.js';
import { mostFaults, MarkupScan } from './markup-scan.js';
import { scanInSteps, scanNext } from './scan-markup.js';

/** Cuts a text into marks, with those of another one at hand, which should be much the same: the same that `scanInSteps` gives. */
export function* rescanInSteps(before: Markup, text: string, literals: Literals): Steps<Markup> {
  return (yield* rescan(before, text, literals)) ?? (yield* scanInSteps(text, literals));
}

/** Null where what was found before does not say enough. */
function* rescan(before: Markup, text: string, literals: Literals): Steps<Markup | null> {
  if (before.literals.size + literals.size > 0 || before.faults.length >= mostFaults) return null;
  const same = countSame(before.text, text);
  const by = text.length - before.text.length;
  const first = findFirst(before, same.atStart);
  const scan = new MarkupScan(text, literals, before.spent);
  takeOver(scan, before, 0, first, 0);
  let next = before.marks.count;
  let rest = marksInStep;
  for (let i = before.marks.start(first); i < text.length; i = scanNext(scan, i)) {
    if (i >= text.length - same.atEnd && standsAgain(scan, before, i, by)) {
      next = before.marks.holding(i - by);
      break;
    }
    if (--rest > 0) continue;
    rest = marksInStep;
    yield;
  }
  takeOver(scan, before, next, before.marks.count, by);
  // Only the first oddity is known: what was behind it, nobody has looked for.
  const isLost = scan.oddity === null && before.oddity !== null;
  return scan.mayFail && !isLost ? scan : null;
}

/** What is wrong with a sign or a name by itself, whatever follows it. */
const nearCauses: ReadonlySet<BreakCause> = new Set<BreakCause>([
  'bad-entity',
  'unknown-reference',
  'control-character',
  'cdata-end',
  'nested-comment',
  'late-declaration',
  'missing-space',
  'stray-sign',
  'duplicate-attribute',
]);

/** The mark at which scanning begins again after a change from the offset on. */
function findFirst({ text, marks, faults, spent }: Markup, changed: number): number {
  const looked = spent === 0 ? changed : startOfLine(text, changed);
  const mark = marks.holding(looked - 1);
  const fault = faults.find(({ cause }) => !nearCauses.has(cause));
  return Math.max(0, Math.min(mark, fault === undefined ? mark : marks.holding(fault.start)));
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}

/** Whether the scanner stands where a mark began before, `by` characters away, and goes on from there as it did. */
function standsAgain(scan: MarkupScan, { marks }: Markup, i: number, by: number): boolean {
  const mark = marks.holding(i - by);
  const touches = marks.kind(mark) === 'text' && scan.marks.kind(scan.marks.count - 1) === 'text';
  return marks.start(mark) === i - by && !touches && Math.min(i, i - by) > 1;
}

/** Takes over what was found from one mark to before another, which stand so many characters further on now. */
function takeOver(scan: MarkupScan, before: Markup, first: number, next: number, by: number): void {
  const { marks, expressions, templates, faults, oddity } = before;
  const [from, until] = [marks.start(first), marks.start(next)];
  const inside = <Found extends Span>(found: readonly Found[]): readonly Found[] =>
    found.slice(countUntil(found, from - 1), countUntil(found, until - 1));
  scan.marks.take(marks, first, next, by);
  for (const { start, end } of inside(expressions)) scan.expressions.push({ start: start + by, end: end < 0 ? end : end + by });
  for (const { start, end } of inside(templates)) scan.templates.push({ start: start + by, end: end + by });
  for (const { cause, start, end, names } of faults) if (start >= from && start < until) scan.fault(cause, start + by, end + by, ...names);
  if (oddity !== null && oddity.start >= from && oddity.start < until) scan.odd(oddity.start + by, oddity.end + by);
}

/** How many characters two texts have in common at their beginning, and at their end behind those. Halves are compared as wholes: the engine does it fast. */
function countSame(a: string, b: string): { atStart: number; atEnd: number } {
  const most = Math.min(a.length, b.length);
  const atStart = countWhile(most, (from, to) => a.slice(from, to) === b.slice(from, to));
  const atEnd = countWhile(
    most - atStart,
    (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from),
  );
  return { atStart, atEnd };
}

/** The largest number up to which all is the same, asked for by stretches. */
function countWhile(most: number, isSame: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
