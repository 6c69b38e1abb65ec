// Where does a policy expression end? A regular expression cannot say: brackets stand inside C#'s strings, characters and
// comments, and a string may hold code (`$"{x["k"]}"`) that holds strings again. This is the part of C#'s lexer that decides,
// checked against the compiler's own. It keeps a stack of its own instead of recursing, so no nesting can exhaust the real one.
//
// One thing the compiler does not know: a policy may write an expression escaped for XML (`&quot;` for a quote). Outside strings a
// reference stands for its character. A string that a reference opened is closed by a reference; one that a bare quote opened by a bare quote.
import {
  closeHole,
  openPrefixed,
  scanContent,
  skipComment,
  skipFormat,
  skipLine,
  skipQuoted,
  skipString,
  type Interpolation,
} from './csharp-strings.js';
import { decodeReference } from './references.js';

const quote = 34;
const apostrophe = 39;
const dollar = 36;
const at = 64;
const slash = 47;
const star = 42;
const hash = 35;
const colon = 58;
const closeBrace = 125;
const ampersand = 38;

const closerOf = (open: number): number => (open === 40 ? 41 : open + 2);
const isOpener = (code: number): boolean => code === 40 || code === 91 || code === 123;
const isCloser = (code: number): boolean => code === 41 || code === 93 || code === closeBrace;

/**
 * Where the bracket at `open` is balanced: the offset after its closing bracket, or -1 where none closes it before `limit`.
 * `text` is the whole document, for an expression may hold whatever ends a value in XML.
 */
export function scanCsharp(text: string, open: number, limit = text.length): number {
  const outer: Interpolation[] = [];
  let inString = false;
  let depth = 0;
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
      i = skipComment(text, i + 2, limit, star, slash);
    } else if (code === colon && top && top.closers.length === 0) {
      i = skipFormat(text, i + width, limit, top);
      inString = true;
    } else if (code === at && text.charCodeAt(i + 1) === star) {
      // The compiler knows two comments of Razor's as well.
      i = skipComment(text, i + 2, limit, star, at);
    } else if (code === at && !top && text.charCodeAt(i + 1) === colon) {
      i = skipLine(text, i, limit);
    } else if (code === dollar || code === at) {
      const string = openPrefixed(text, i, limit);
      if (string.interpolation) {
        outer.push(string.interpolation);
        inString = true;
      }
      i = string.next;
    } else if (code === hash && !top) {
      // A directive (`#region`) takes its whole line, even where it may not stand.
      i = skipLine(text, i, limit);
    } else {
      if (code === hash && top) top.faulty = true;
      i += width;
    }
  }
  return -1;
}
