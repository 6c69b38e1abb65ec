import type { Span } from '../text/span.js';
import { decodeText, escapeAt, type DecodedText, type Escapes, type Special } from './decoded-text.js';
import type { HostString } from './host-value.js';
import { InterpolationScanner } from './interpolation.js';

interface Heredoc {
  readonly start: number;
  /** Where the line after the marker begins. */
  readonly content: number;
  /** `<<-`. */
  readonly isIndented: boolean;
  readonly marker: string;
  readonly templates: InterpolationScanner;
}

/** Reads a heredoc. One whose marker does not come again reaches to the end of the text. */
export function readHeredoc(text: string, { start, content, isIndented, marker, templates }: Heredoc): HostString {
  let end = content;
  let after = text.length;
  while (end < text.length) {
    const next = text.indexOf('\n', end);
    const lineEnd = next < 0 ? text.length : next;
    if (text.slice(end, lineEnd).trim() === marker) {
      after = text.indexOf(marker, end) + marker.length;
      break;
    }
    end = next < 0 ? text.length : next + 1;
  }
  const form = isIndented ? 'hcl-heredoc-indented' : 'hcl-heredoc';
  const decoded = decodeHeredoc(text, { start: content, end }, isIndented, templates);
  return {
    kind: 'string',
    form,
    start,
    end: after,
    content: { start: content, end },
    text: decoded.text,
    isTemplate: decoded.placeholders.length > 0,
  };
}

/** Reads a string in double quotes; it ends with its line at the latest, unless a template in it goes on. */
export function readHclQuoted(text: string, start: number, templates: InterpolationScanner): HostString {
  let i = start + 1;
  let isTemplate = false;
  let isPlain = true;
  for (; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"' || sign === '\n') break;
    if (sign === '\\') {
      isPlain = false;
      if (text[i + 1] !== '\n') i++;
    } else if ((sign === '$' || sign === '%') && (text.startsWith('{', i + 1) || text.startsWith(`${sign}{`, i + 1))) {
      isPlain = false;
      if (text[i + 1] === sign) {
        i += 2;
        continue;
      }
      const end = templates.endOf(i + 2, text.length);
      if (end < 0) continue;
      isTemplate = true;
      i = end - 1;
    }
  }
  const end = Math.min(i, text.length);
  const content = { start: start + 1, end };
  return {
    kind: 'string',
    form: 'hcl-quoted',
    start,
    end: text[end] === '"' ? end + 1 : end,
    content,
    text: isPlain ? text.slice(content.start, content.end) : decodeHclQuoted(text, content, templates).text,
    isTemplate,
  };
}

const escapes: Escapes = {
  names: { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' },
  numbers: /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y,
};

/** Undoes the escapes of a quoted string. */
export function decodeHclQuoted(text: string, content: Span, templates = new InterpolationScanner(text, '"')): DecodedText {
  const { end } = content;
  return decodeText(text, content, i => templateAt(text, i, end, templates) ?? escapeAt(text, i, end, escapes));
}

/** `${`, `%{` and their escapes `$${`, `%%{` at `i`; null where none of them is there. */
function templateAt(text: string, i: number, end: number, templates: InterpolationScanner): Special | null {
  const sign = text[i];
  if (sign !== '$' && sign !== '%') return null;
  if (text[i + 1] === sign && text[i + 2] === '{' && i + 3 <= end) return { end: i + 3, text: `${sign}{` };
  const stop = text[i + 1] === '{' ? templates.endOf(i + 2, end) : -1;
  return stop < 0 ? null : { end: stop, is: 'filled' };
}

/**
 * Undoes the escapes of a heredoc and strips the indentation of `<<-`: the least one of its lines that are not blank, where a tab counts as
 * one character.
 */
export function decodeHeredoc(
  text: string,
  content: Span,
  isIndented: boolean,
  templates = new InterpolationScanner(text, '"'),
): DecodedText {
  const { start, end } = content;
  const strip = isIndented ? leastIndentation(text, start, end) : 0;
  return decodeText(text, content, i => {
    if (strip > 0 && (i === start || text[i - 1] === '\n')) {
      let gone = i;
      while (gone < end && gone - i < strip && (text[gone] === ' ' || text[gone] === '\t')) gone++;
      if (gone > i) return { end: gone, text: '' };
    }
    return templateAt(text, i, end, templates);
  });
}

function leastIndentation(text: string, start: number, end: number): number {
  let least = Infinity;
  for (let i = start; i < end;) {
    const next = text.indexOf('\n', i);
    const lineEnd = next < 0 || next > end ? end : next;
    let first = i;
    while (first < lineEnd && (text[first] === ' ' || text[first] === '\t')) first++;
    const isBlank = first === lineEnd || (text[first] === '\r' && first + 1 === lineEnd);
    if (!isBlank) least = Math.min(least, first - i);
    i = lineEnd + 1;
  }
  return least === Infinity ? 0 : least;
}
