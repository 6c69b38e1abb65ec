// The strings of C#: regular, verbatim, raw and interpolated ones, bare or with quotes written as references (see scan-csharp.ts). Faults
// are treated as the compiler treats them, so that a half-typed string ends where the compiler would end it.
import { decodeReference, isNewline } from './references.js';

const quote = 34;
const backslash = 92;
const dollar = 36;
const at = 64;
const openBrace = 123;
const closeBrace = 125;
const ampersand = 38;

/** An interpolated string that is open: how it is written, and what is open inside its present hole. */
export interface Interpolation {
  readonly verbatim: boolean;
  readonly escaped: boolean;
  /** Whether it is a raw string, which knows no escapes. */
  readonly raw: boolean;
  /** How many quotes delimit it. */
  readonly quotes: number;
  /** How many braces open a hole. */
  readonly braces: number;
  readonly multiline: boolean;
  /** The brackets that are open inside the hole, by the character that closes each. */
  readonly closers: number[];
  /** After a fault the compiler lets the next quote end the string; so does this. */
  faulty: boolean;
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

/** Whether the quote at `i` is followed by another one: in a verbatim string they stand for one. */
function isDoubled(text: string, i: number, limit: number, escaped: boolean): boolean {
  const second = i + quoteWidth(text, i, escaped);
  return second > i && second < limit && quoteWidth(text, second, escaped) > 0;
}

/** A string that begins with a quote: regular, or raw with three quotes and more. */
export function skipString(text: string, start: number, limit: number, escaped: boolean): number {
  const run = quoteRun(text, start, limit, escaped);
  if (run.count >= 3) return skipRaw(text, run.next, limit, run.count, escaped);
  if (run.count === 2) return run.next;
  return skipQuoted(text, run.next, limit, quote, escaped);
}

/** The rest of a regular string or a character literal; both end with their line at the latest. */
export function skipQuoted(text: string, start: number, limit: number, closing: number, escaped: boolean): number {
  let i = start;
  while (i < limit) {
    const { code, width } = unitAt(text, i, escaped);
    if (isNewline(code)) return i;
    i += width;
    if (code === closing) return i;
    if (code === backslash && i < limit) i += unitAt(text, i, escaped).width;
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

export function skipLine(text: string, start: number, limit: number): number {
  let i = start;
  while (i < limit && !isNewline(text.charCodeAt(i))) i++;
  return i;
}

/**
 * Past the two signs that end a comment. Not with `indexOf`, which would look beyond the limit: where many comments never close, each
 * would be searched for its end as far as the text goes.
 */
export function skipComment(text: string, start: number, limit: number, first: number, second: number): number {
  for (let i = start; i + 1 < limit; i++) if (text.charCodeAt(i) === first && text.charCodeAt(i + 1) === second) return i + 2;
  return limit;
}

/** What `$` or `@` begins at `i`: an interpolated string, a verbatim string (`next` is then its end), or nothing. */
export function openPrefixed(text: string, i: number, limit: number): { next: number; interpolation?: Interpolation } {
  const afterAts = skipSign(text, i, at);
  const afterDollars = skipSign(text, afterAts, dollar);
  const next = skipSign(text, afterDollars, at);
  const escaped = text.charCodeAt(next) === ampersand;
  const width = quoteWidth(text, next, escaped);
  const dollars = afterDollars - afterAts;
  if (dollars === 0) return { next: width > 0 ? skipVerbatim(text, next + width, limit, escaped) : next };
  const ats = afterAts - i + next - afterDollars;
  if (width === 0) return { next };
  const string = { escaped, braces: dollars, closers: [], faulty: false };
  if (dollars === 1 && ats === 1)
    return { next: next + width, interpolation: { ...string, verbatim: true, raw: false, quotes: 1, multiline: true } };
  const run = quoteRun(text, next, limit, escaped);
  if (dollars === 1 && ats === 0 && run.count < 3) {
    return { next: next + width, interpolation: { ...string, verbatim: false, raw: false, quotes: 1, multiline: false } };
  }
  const faulty = ats > 0 || run.count < 3;
  return {
    next: run.next,
    interpolation: { ...string, faulty, verbatim: false, raw: true, quotes: run.count, multiline: isMultiline(text, run.next) },
  };
}

function skipSign(text: string, start: number, sign: number): number {
  let i = start;
  while (text.charCodeAt(i) === sign) i++;
  return i;
}

/** The text of an interpolated string up to its next hole or its end. */
export function scanContent(text: string, start: number, limit: number, string: Interpolation): { next: number; ended: boolean } {
  let i = start;
  while (i < limit) {
    const { code, width } = unitAt(text, i, string.escaped);
    if (!string.multiline && isNewline(code)) return { next: i, ended: true };
    if (code === quote && quoteWidth(text, i, string.escaped) > 0) {
      if (string.raw) {
        const run = quoteRun(text, i, limit, string.escaped);
        if (run.count >= string.quotes) return { next: run.next, ended: true };
        i = run.next;
      } else if (string.verbatim && !string.faulty && isDoubled(text, i, limit, string.escaped)) {
        i += 2 * width;
      } else {
        return { next: i + width, ended: true };
      }
    } else if (code === openBrace || code === closeBrace) {
      let count = 1;
      while (text.charCodeAt(i + count) === code) count++;
      if (string.raw) {
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
    } else if (code === backslash && !string.verbatim && !string.raw) {
      i += width;
      if (i < limit) i += unitAt(text, i, string.escaped).width;
    } else {
      i += width;
    }
  }
  return { next: limit, ended: true };
}

function enterHole(next: number, string: Interpolation, faulty: boolean): { next: number; ended: boolean } {
  string.closers.length = 0;
  if (faulty) string.faulty = true;
  return { next, ended: false };
}

/** Past the braces that end a hole. */
export function closeHole(text: string, start: number, limit: number, string: Interpolation): number {
  let i = start;
  while (i < limit && i - start < string.braces && text.charCodeAt(i) === closeBrace) i++;
  if (i - start < string.braces) string.faulty = true;
  return i;
}

/** Past the format of a hole (`:yyyy-MM-dd`) and the braces that end it. A quote in it ends the string. */
export function skipFormat(text: string, start: number, limit: number, string: Interpolation): number {
  let i = start;
  while (i < limit) {
    const { code, width } = unitAt(text, i, string.escaped);
    if (code === closeBrace) return closeHole(text, i, limit, string);
    if (code === quote) {
      if (!string.verbatim || !isDoubled(text, i, limit, string.escaped)) return i;
      i += 2 * width;
    } else if (code === backslash && !string.verbatim && !string.raw) {
      i += width;
      if (i < limit) i += unitAt(text, i, string.escaped).width;
    } else {
      if (code === openBrace) string.faulty = true;
      i += width;
    }
  }
  return limit;
}
