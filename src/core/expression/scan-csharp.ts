// Where does a policy expression end? A regular expression cannot say: brackets stand inside C#'s strings, characters and
// comments, and a string may hold code (`$"{x["k"]}"`) that holds strings again. This is the part of C#'s lexer that decides,
// checked against the compiler's own. It keeps a stack of its own instead of recursing, so no nesting can exhaust the real one.
//
// One thing the compiler does not know: a policy may write an expression escaped for XML (`&quot;` for a quote). Outside strings a
// reference stands for its character. A string that a reference opened is closed by a reference; one that a bare quote opened by a bare quote.
import { decodeReference, isNewline } from './references.js';

const quote = 34;
const apostrophe = 39;
const backslash = 92;
const dollar = 36;
const at = 64;
const slash = 47;
const star = 42;
const hash = 35;
const colon = 58;
const openBrace = 123;
const closeBrace = 125;
const ampersand = 38;

/** An interpolated string that is open: how it is written, and what is open inside its present hole. */
interface Interpolation {
  readonly verbatim: boolean;
  readonly escaped: boolean;
  /** How many quotes delimit it: 1, or 3 and more for a raw string. */
  readonly quotes: number;
  /** How many braces open a hole. */
  readonly braces: number;
  readonly multiline: boolean;
  /** The brackets that are open inside the hole, by the character that closes each. */
  closers: number[];
  /** After a fault the compiler lets the next quote end the string; so does this. */
  faulty: boolean;
}

const closerOf = (open: number): number => (open === 40 ? 41 : open + 2);
const isOpener = (code: number): boolean => code === 40 || code === 91 || code === openBrace;
const isCloser = (code: number): boolean => code === 41 || code === 93 || code === closeBrace;

/**
 * Where the bracket at `open` is balanced: the offset after its closing bracket, or -1 where none closes it before `limit`.
 * `text` is the whole document, for an expression may hold whatever ends a value in XML.
 */
export function scanCsharp(text: string, open: number, limit = text.length): number {
  const outer: Interpolation[] = [];
  let inString = false;
  let depth = 0;
  let lineIsBlank = false;
  let i = open;

  while (i < limit) {
    const top = outer.at(-1);
    if (inString && top) {
      const step = scanContent(text, i, limit, top);
      i = step.next;
      inString = false;
      if (step.ended) outer.pop();
      continue;
    }
    let code = text.charCodeAt(i);
    let width = 1;
    if (code === ampersand) {
      const reference = decodeReference(text, i);
      if (reference) ({ code, width } = reference);
    }
    if (isNewline(code)) {
      lineIsBlank = true;
      i += width;
      continue;
    }
    if (code === 32 || code === 9) {
      i += width;
      continue;
    }
    const startsLine = lineIsBlank;
    lineIsBlank = false;

    if (isOpener(code)) {
      if (top) top.closers.push(closerOf(code));
      else depth++;
      i += width;
    } else if (isCloser(code)) {
      if (!top) {
        i += width;
        if (--depth === 0) return i;
      } else if (top.closers.length > 0) {
        if (top.closers.at(-1) === code) top.closers.pop();
        else top.faulty = true;
        i += width;
      } else if (code === closeBrace) {
        i = closeHole(text, i, limit, top);
        inString = true;
      } else {
        top.faulty = true;
        i += width;
      }
    } else if (code === quote) {
      if (top?.faulty) inString = true;
      else i = skipString(text, i, limit, width > 1);
    } else if (code === apostrophe) {
      i = skipQuoted(text, i + width, limit, apostrophe, width > 1);
    } else if (code === slash && text.charCodeAt(i + 1) === slash) {
      i = skipLine(text, i, limit);
    } else if (code === slash && text.charCodeAt(i + 1) === star) {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? limit : end + 2;
    } else if (code === colon && top && top.closers.length === 0) {
      i = skipFormat(text, i + width, limit, top);
      inString = true;
    } else if (code === dollar || code === at) {
      const string = openPrefixed(text, i);
      if (!string) i += width;
      else if (string.interpolation) {
        outer.push(string.interpolation);
        inString = true;
        i = string.next;
      } else i = skipVerbatim(text, string.next, limit, string.escaped);
    } else if (code === hash) {
      if (top) top.faulty = true;
      i = startsLine && !top ? skipLine(text, i, limit) : i + width;
    } else {
      i += width;
    }
  }
  return -1;
}

/** The character at `i`, decoded where the string around it is written in escaped form. */
function unitAt(text: string, i: number, escaped: boolean): { code: number; width: number } {
  const code = text.charCodeAt(i);
  return (escaped && code === ampersand ? decodeReference(text, i) : undefined) ?? { code, width: 1 };
}

/** Whether the quote of a string's own form stands at `i`; its width, or 0. */
function quoteWidth(text: string, i: number, escaped: boolean): number {
  if (!escaped) return text.charCodeAt(i) === quote ? 1 : 0;
  if (text.charCodeAt(i) !== ampersand) return 0;
  const reference = decodeReference(text, i);
  return reference?.code === quote ? reference.width : 0;
}

/** How many quotes stand in a row from `i`, and where they end. */
function quoteRun(text: string, i: number, limit: number, escaped: boolean): { count: number; next: number } {
  let count = 0;
  let next = i;
  while (next < limit) {
    const width = quoteWidth(text, next, escaped);
    if (width === 0) break;
    count++;
    next += width;
  }
  return { count, next };
}

/** A string that begins with a quote: regular, or raw with three quotes and more. */
function skipString(text: string, start: number, limit: number, escaped: boolean): number {
  const run = quoteRun(text, start, limit, escaped);
  if (run.count >= 3) return skipRaw(text, run.next, limit, run.count, escaped);
  if (run.count === 2) return run.next;
  return skipQuoted(text, run.next, limit, quote, escaped);
}

/** The rest of a regular string or a character literal; both end with their line at the latest. */
function skipQuoted(text: string, start: number, limit: number, closing: number, escaped: boolean): number {
  let i = start;
  while (i < limit) {
    const { code, width } = unitAt(text, i, escaped);
    if (isNewline(code)) return i;
    i += width;
    if (code === closing) return i;
    if (code === backslash && i < limit && !isNewline(text.charCodeAt(i))) i += unitAt(text, i, escaped).width;
  }
  return limit;
}

function skipVerbatim(text: string, start: number, limit: number, escaped: boolean): number {
  let i = start;
  while (i < limit) {
    const width = quoteWidth(text, i, escaped);
    if (width === 0) i++;
    else {
      i += width;
      const second = quoteWidth(text, i, escaped);
      if (second === 0) return i;
      i += second;
    }
  }
  return limit;
}

function skipRaw(text: string, start: number, limit: number, quotes: number, escaped: boolean): number {
  const multiline = isMultiline(text, start);
  let i = start;
  while (i < limit) {
    if (!multiline && isNewline(text.charCodeAt(i))) return i;
    const run = quoteRun(text, i, limit, escaped);
    if (run.count >= quotes) return run.next;
    i = run.count > 0 ? run.next : i + 1;
  }
  return limit;
}

/** Whether nothing but white space follows on the line, as after the opening quotes of a raw string of several lines. */
function isMultiline(text: string, start: number): boolean {
  let i = start;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
  return isNewline(text.charCodeAt(i));
}

function skipLine(text: string, start: number, limit: number): number {
  let i = start;
  while (i < limit && !isNewline(text.charCodeAt(i))) i++;
  return i;
}

/** The string that `$` or `@` begins at `i`, if one does. */
function openPrefixed(text: string, i: number): { next: number; escaped: boolean; interpolation?: Interpolation } | undefined {
  let next = i;
  let dollars = 0;
  let verbatim = false;
  while (text.charCodeAt(next) === dollar) {
    dollars++;
    next++;
  }
  if (text.charCodeAt(next) === at) {
    verbatim = true;
    next++;
    if (dollars === 0 && text.charCodeAt(next) === dollar) {
      dollars = 1;
      next++;
    }
  }
  const escaped = text.charCodeAt(next) === ampersand;
  const width = quoteWidth(text, next, escaped);
  if (width === 0 || (verbatim && dollars > 1)) return undefined;
  if (dollars === 0) return { next: next + width, escaped };
  const run = verbatim ? undefined : quoteRun(text, next, text.length, escaped);
  const raw = run !== undefined && run.count >= 3;
  if (!raw && dollars > 1) return undefined;
  const start = raw ? run.next : next + width;
  const quotes = raw ? run.count : 1;
  const multiline = verbatim || (raw && isMultiline(text, start));
  return { next: start, escaped, interpolation: { verbatim, escaped, quotes, braces: dollars, multiline, closers: [], faulty: false } };
}

/** The text of an interpolated string up to its next hole or its end. */
function scanContent(text: string, start: number, limit: number, string: Interpolation): { next: number; ended: boolean } {
  const raw = string.quotes > 1;
  let i = start;
  while (i < limit) {
    const { code, width } = unitAt(text, i, string.escaped);
    if (!string.multiline && isNewline(code)) return { next: i, ended: true };
    if (code === quote && quoteWidth(text, i, string.escaped) > 0) {
      const run = quoteRun(text, i, limit, string.escaped);
      if (raw) {
        if (run.count >= string.quotes) return { next: run.next, ended: true };
        i = run.next;
      } else if (string.verbatim && run.count > 1) {
        i += 2 * width;
      } else {
        return { next: i + width, ended: true };
      }
    } else if (code === openBrace || code === closeBrace) {
      let count = 1;
      while (text.charCodeAt(i + count) === code) count++;
      if (raw) {
        i += count;
        if (count >= string.braces) {
          if (code === openBrace) return enterHole(i, string, count >= 2 * string.braces);
          string.faulty = true;
        }
      } else {
        i += count;
        if (count % 2 === 1) {
          if (code === openBrace) return enterHole(i, string, false);
          string.faulty = true;
        }
      }
    } else if (code === backslash && !string.verbatim && !raw) {
      i += width;
      if (i < limit && !isNewline(text.charCodeAt(i))) i += unitAt(text, i, string.escaped).width;
    } else {
      i += width;
    }
  }
  return { next: limit, ended: true };
}

function enterHole(next: number, string: Interpolation, faulty: boolean): { next: number; ended: boolean } {
  string.closers = [];
  if (faulty) string.faulty = true;
  return { next, ended: false };
}

/** Past the braces that end a hole. */
function closeHole(text: string, start: number, limit: number, string: Interpolation): number {
  let i = start;
  while (i < limit && i - start < string.braces && text.charCodeAt(i) === closeBrace) i++;
  if (i - start < string.braces) string.faulty = true;
  return i;
}

/** Past the format of a hole (`:yyyy-MM-dd`) and the braces that end it. A quote in it ends the string. */
function skipFormat(text: string, start: number, limit: number, string: Interpolation): number {
  let i = start;
  while (i < limit) {
    const { code, width } = unitAt(text, i, string.escaped);
    if (code === closeBrace) return closeHole(text, i, limit, string);
    if (!string.multiline && isNewline(code)) return i;
    if (code === quote) {
      const run = quoteRun(text, i, limit, string.escaped);
      if (!string.verbatim || run.count < 2) return i;
      i += 2 * width;
    } else if (code === backslash && !string.verbatim && string.quotes === 1) {
      i += width;
      if (i < limit && !isNewline(text.charCodeAt(i))) i += unitAt(text, i, string.escaped).width;
    } else {
      if (code === openBrace) string.faulty = true;
      i += width;
    }
  }
  return limit;
}
