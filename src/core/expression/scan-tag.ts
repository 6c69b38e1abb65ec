// Opening and closing tags, half-typed ones included. A tag that is not closed ends where the next one begins; an attribute whose closing
// quote is missing ends with its line, or where the next attribute's name begins.
import { isSpace } from '../text/span.js';
import { isExpressionAt, isTagAt, nameEnd, skipPlain, type MarkupScan } from './markup-scan.js';

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const equals = 61;
const quote = 34;
const apostrophe = 39;

/** Reads the opening tag at `start`; returns where it ends. */
export function scanOpenTag(scan: MarkupScan, start: number): number {
  const { text } = scan;
  const tagEnd = nameEnd(text, start + 1);
  const tag = scan.name(start + 1, tagEnd);
  scan.marks.begin('open', start, tag);
  let seen: Set<string> | null = null;
  let i = tagEnd;
  let separated = false;
  for (;;) {
    const before = i;
    while (isSpace(text.charCodeAt(i))) i++;
    separated ||= i > before;
    const code = text.charCodeAt(i);
    if (code === greaterThan) {
      i++;
      break;
    }
    if (code === slash && text.charCodeAt(i + 1) === greaterThan) {
      scan.marks.closeItself();
      i += 2;
      break;
    }
    const template = scan.template(i);
    if (template >= 0) {
      i = template;
      separated = true;
      continue;
    }
    if (i >= text.length || code === lessThan) {
      i = before;
      scan.fault('broken-tag', start, tagEnd, tag);
      break;
    }
    const end = nameEnd(text, i);
    if (end === i) {
      scan.fault('stray-sign', i, i + 1, tag, text.slice(i, i + 1));
      i++;
      continue;
    }
    const name = scan.name(i, end);
    if (!separated) scan.fault('missing-space', i, end, tag, name);
    seen ??= new Set();
    if (seen.has(name)) scan.fault('duplicate-attribute', i, end, name);
    seen.add(name);
    i = scanAttribute(scan, i, end);
    separated = false;
  }
  return i;
}

/** Reads the closing tag at `start`; returns where it ends. */
export function scanCloseTag(scan: MarkupScan, start: number): number {
  const { text } = scan;
  const end = nameEnd(text, start + 2);
  const name = scan.name(start + 2, end);
  scan.marks.begin('close', start, name);
  let i = end;
  while (isSpace(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) === greaterThan && name !== '') i++;
  else {
    scan.fault('broken-close-tag', start, end, name);
    i = end;
    while (i < text.length && text.charCodeAt(i) !== lessThan && text.charCodeAt(i) !== greaterThan && text.charCodeAt(i) !== 10) i++;
    if (text.charCodeAt(i) === greaterThan) i++;
  }
  return i;
}

/** Reads the attribute whose name is given, and adds it to its tag; returns where it ends. */
function scanAttribute(scan: MarkupScan, start: number, end: number): number {
  const { text, marks } = scan;
  let i = end;
  while (isSpace(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) !== equals) {
    scan.fault('unquoted-attribute', start, end, text.slice(start, end));
    marks.addAttribute(start, end, end, end, end);
    return end;
  }
  const afterEquals = i + 1;
  i = afterEquals;
  while (isSpace(text.charCodeAt(i))) i++;
  const code = text.charCodeAt(i);
  if (code === quote || code === apostrophe) {
    const value = scanQuoted(scan, { start, end }, i + 1, code);
    marks.addAttribute(start, end, i + 1, value.end, value.next);
    return value.next;
  }
  scan.fault('unquoted-attribute', start, end, text.slice(start, end));
  const from = startsUnquoted(text, i) ? i : afterEquals;
  const until = from === i ? scanUnquoted(scan, i) : from;
  marks.addAttribute(start, end, from, until, until);
  return until;
}

/** Whether a value stands at `i`, rather than the end of the tag or the name of the next attribute. */
function startsUnquoted(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (i >= text.length || code === lessThan || code === greaterThan || code === slash) return false;
  let end = nameEnd(text, i);
  while (isSpace(text.charCodeAt(end))) end++;
  return text.charCodeAt(end) !== equals;
}

function scanUnquoted(scan: MarkupScan, start: number): number {
  const { text } = scan;
  const plainEnd = (from: number): number => {
    let i = from;
    while (i < text.length && !isSpace(text.charCodeAt(i)) && text.charCodeAt(i) !== greaterThan && text.charCodeAt(i) !== lessThan) {
      if (text.charCodeAt(i) === slash && text.charCodeAt(i + 1) === greaterThan) break;
      i++;
    }
    return i;
  };
  const from = isExpressionAt(text, start) ? scan.leadingExpression(start, () => plainEnd(start)) : start;
  return plainEnd(from);
}

/** The value from `start` to the quote that closes it: where the value ends, and where reading goes on. */
function scanQuoted(scan: MarkupScan, name: { start: number; end: number }, start: number, closing: number): { end: number; next: number } {
  const { text } = scan;
  const mark = String.fromCharCode(closing);
  const plainEnd = (): number => {
    const end = text.indexOf(mark, start);
    return end < 0 ? text.length : end;
  };
  let i = scan.leadingExpression(start, plainEnd);
  const afterExpression = i;
  const firstFault = scan.faults.length;
  const missing = (end: number): { end: number; next: number } => {
    // What was found wrong behind the true end of the value will be found again there, if it is wrong there.
    scan.faults.splice(firstFault);
    scan.forgetTemplates(end);
    scan.fault('unclosed-attribute', name.start, name.end, text.slice(name.start, name.end));
    return { end, next: end };
  };
  let lessThanKnown = false;
  for (i = skipPlain(text, i); i < text.length; i = skipPlain(text, i)) {
    const code = text.charCodeAt(i);
    if (code === closing) {
      const end = afterExpression > start ? -1 : swallowedName(text, start, i);
      return end >= 0 ? missing(end) : { end: i, next: i + 1 };
    }
    const template = isTagAt(text, i) ? scan.template(i) : -1;
    if (template >= 0) {
      i = template;
      continue;
    }
    if (code === lessThan && !lessThanKnown) {
      if (!closesOnLine(text, i, closing)) return missing(recoverAt(text, afterExpression, i));
      scan.fault('less-than-in-attribute', i, i + 1, text.slice(name.start, name.end));
      lessThanKnown = true;
    }
    i = scan.character(i);
  }
  return missing(recoverAt(text, afterExpression, text.length));
}

/** Whether the closing quote stands on the same line, and closes a value there rather than opening the next one. */
function closesOnLine(text: string, start: number, closing: number): boolean {
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return false;
    if (code === closing) return text.charCodeAt(i - 1) !== equals && endsAttribute(text.charCodeAt(i + 1));
  }
  return false;
}

/**
 * Where a value ended whose closing quote is missing: `name="x other="y"` ends its first value, as XML reads it, at the quote that opens
 * the second. -1 where the value from `start` to the quote at `end` is as it looks.
 */
function swallowedName(text: string, start: number, end: number): number {
  if (end + 1 >= text.length || endsAttribute(text.charCodeAt(end + 1))) return -1;
  let i = end;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  if (i === start || text.charCodeAt(i - 1) !== equals) return -1;
  i--;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  const afterName = i;
  while (i > start && !isSpace(text.charCodeAt(i - 1)) && text.charCodeAt(i - 1) !== equals) i--;
  if (i === afterName || i === start || !isSpace(text.charCodeAt(i - 1))) return -1;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}

/** Where a value without closing quote ends: with its line, before the `>` or `/>` that closes the line. */
function recoverAt(text: string, from: number, until: number): number {
  let end = from;
  while (end < until && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > from && text.charCodeAt(end - 1) === greaterThan) {
    end--;
    if (end > from && text.charCodeAt(end - 1) === slash) end--;
    while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  }
  return end;
}

function endsAttribute(code: number): boolean {
  return isSpace(code) || code === greaterThan || code === slash || Number.isNaN(code);
}
