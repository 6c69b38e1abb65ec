// Cuts a text into tags, texts and comments, knowing that an expression may stand where a value or a text begins. It reads whatever is
// typed: a broken tag ends where the next one begins, so what follows is read again as it should be.
import { noLiterals, type Literals } from './literals.js';
import type { BreakCause, Markup } from './markup.js';
import { isTagAt, MarkupScan, skipPlain, startsName } from './markup-scan.js';
import { scanTag } from './placeholders.js';
import { finish, marksInStep, type Steps } from '../text/steps.js';
import { scanCloseTag, scanOpenTag } from './scan-tag.js';

/** Cuts a text into marks. Never throws; the time it takes grows with the text's length, whatever stands in it. */
export function scanMarkup(text: string): Markup {
  return finish(scanInSteps(text));
}

/** The same, so that it can be left between two marks. */
export function* scanInSteps(text: string, literals: Literals = noLiterals): Steps<Markup> {
  const scan = new MarkupScan(text, literals);
  let rest = marksInStep;
  for (let i = 0; i < text.length;) {
    i = scanNext(scan, i);
    if (--rest > 0) continue;
    rest = marksInStep;
    yield;
  }
  return scan;
}

/**
 * Reads what begins at `start`, where nothing else goes on, and gives where it ends: a mark, or a piece of text that is one with the text in
 * front of it. Nothing in front of `start` is looked at, but for the kind of the last mark and whether the text begins there.
 */
export function scanNext(scan: MarkupScan, start: number): number {
  return scan.text.charCodeAt(start) === 60 && !startsTemplate(scan, start) ? scanMark(scan, start) : scanText(scan, start);
}

function scanMark(scan: MarkupScan, start: number): number {
  const { text } = scan;
  if (text.startsWith('<!--', start)) return scanComment(scan, start);
  if (text.startsWith('<![CDATA[', start)) return scanUntil(scan, start, 9, 'cdata', ']]>', 'unclosed-cdata');
  if (text.startsWith('<?', start)) return scanInstruction(scan, start);
  if (text.startsWith('<!', start)) return scanDoctype(scan, start);
  if (text.startsWith('</', start)) return scanCloseTag(scan, start);
  if (startsName(text.charCodeAt(start + 1))) return scanOpenTag(scan, start);
  scan.fault('bad-less-than', start, start + 1);
  return scanText(scan, start);
}

function scanText(scan: MarkupScan, start: number): number {
  const { text } = scan;
  const plainEnd = (): number => {
    const next = text.indexOf('<', start + 1);
    return next < 0 ? text.length : next;
  };
  let i = scan.leadingExpression(start, plainEnd);
  if (text.charCodeAt(i) === 60 && i === start && !startsTemplate(scan, i)) i++;
  for (i = skipPlain(text, i); i < text.length; i = skipPlain(text, i)) {
    const code = text.charCodeAt(i);
    if (code === 60 && !startsTemplate(scan, i)) break;
    if (code === 93 && text.startsWith(']]>', i)) scan.fault('cdata-end', i, i + 3);
    i = scan.character(i);
  }
  addText(scan, start);
  return i;
}

/** Whether a tag of a template stands at `i`, which is text to XML: `<%= name %>`. */
function startsTemplate(scan: MarkupScan, i: number): boolean {
  return isTagAt(scan.text, i) && scan.mayFail && scanTag(scan.text, i) >= 0;
}

/** Texts that touch are one: a stray sign cuts none in two. */
function addText({ marks }: MarkupScan, start: number): void {
  if (marks.kind(marks.count - 1) !== 'text') marks.begin('text', start);
}

function scanComment(scan: MarkupScan, start: number): number {
  const { text } = scan;
  const close = text.indexOf('-->', start + 4);
  const end = close < 0 ? text.length : close + 3;
  if (close < 0) scan.fault('unclosed-comment', start, start + 4);
  else {
    const hyphens = text.indexOf('--', start + 4);
    if (hyphens < close) {
      const nested = hyphens >= start + 6 && text.startsWith('<!', hyphens - 2);
      scan.fault('nested-comment', nested ? hyphens - 2 : hyphens, hyphens + 2);
    } else if (close > start + 4 && text.charCodeAt(close - 1) === 45) {
      scan.fault('nested-comment', close - 1, close + 1);
    }
  }
  scan.marks.begin('comment', start);
  return end;
}

function scanInstruction(scan: MarkupScan, start: number): number {
  const { text } = scan;
  // The declaration stands first or nowhere; a byte order mark is no text.
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!startsName(text.charCodeAt(start + 2))) scan.odd(start, start + 2);
  if (start > first && /^xml[\s?]/.test(text.slice(start + 2, start + 6))) scan.fault('late-declaration', start, start + 5);
  return scanUntil(scan, start, 2, 'instruction', '?>', 'broken-tag');
}

function scanUntil(
  scan: MarkupScan,
  start: number,
  head: number,
  type: 'cdata' | 'instruction',
  closing: string,
  cause: BreakCause,
): number {
  const close = scan.text.indexOf(closing, start + head);
  const end = close < 0 ? scan.text.length : close + closing.length;
  if (close < 0) scan.fault(cause, start, start + head);
  scan.marks.begin(type, start);
  return end;
}

/** `<!DOCTYPE …>` with what it declares inside; quotes and comments in it are not looked at, for the gateway takes no DTD. */
function scanDoctype(scan: MarkupScan, start: number): number {
  const { text } = scan;
  if (!text.startsWith('DOCTYPE', start + 2)) scan.odd(start, start + 2);
  let depth = 0;
  for (let i = start; i < text.length && scan.mayFail; i++) {
    const code = text.charCodeAt(i);
    if (code === 60) depth++;
    else if (code === 62 && --depth === 0) {
      scan.marks.begin('doctype', start);
      return i + 1;
    }
  }
  scan.spend(text.length - start);
  scan.fault('broken-tag', start, start + 2);
  addText(scan, start);
  return start + 2;
}
