import { TextReader, type DecodedText } from './decoded-text.js';
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

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const unicode = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

/** Undoes the escapes of a quoted string. */
export function decodeHclQuoted(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  templates: InterpolationScanner = new InterpolationScanner(text, '"'),
): DecodedText {
  const reader = new TextReader(text);
  let from = start;
  for (let i = start; i < end;) {
    const stop = readTemplateSign(text, i, end, reader, from, templates);
    if (stop > i) {
      from = i = stop;
      continue;
    }
    if (text[i] !== '\\') {
      i++;
      continue;
    }
    unicode.lastIndex = i;
    const [whole = '', short, long] = unicode.exec(text) ?? [];
    const code = Number.parseInt(short ?? long ?? '', 16);
    const written = whole !== '' && code <= 0x10ffff ? String.fromCodePoint(code) : escapes[text.charAt(i + 1)];
    const length = whole === '' ? 2 : whole.length;
    if (written === undefined || i + length > end) {
      i += 2;
      continue;
    }
    reader.keep(from, i);
    reader.escape(written, i, i + length);
    from = i += length;
  }
  reader.keep(from, end);
  return reader.finish(start);
}

/**
 * Reads `${`, `%{` and their escapes `$${`, `%%{` at `i`, after what stands before it since `from`. Gives where to go on; `i` where none
 * of them is there.
 */
function readTemplateSign(text: string, i: number, end: number, reader: TextReader, from: number, templates: InterpolationScanner): number {
  const sign = text[i];
  if (sign !== '$' && sign !== '%') return i;
  if (text[i + 1] === sign && text[i + 2] === '{' && i + 3 <= end) {
    reader.keep(from, i);
    reader.escape(`${sign}{`, i, i + 3);
    return i + 3;
  }
  if (text[i + 1] !== '{') return i;
  const stop = templates.endOf(i + 2, end);
  if (stop < 0) return i;
  reader.keep(from, i);
  reader.fill(i, stop);
  return stop;
}

/**
 * Undoes the escapes of a heredoc and strips the indentation of `<<-`: the least one of its lines that are not blank, where a tab counts as
 * one character.
 */
export function decodeHeredoc(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  isIndented: boolean,
  templates: InterpolationScanner = new InterpolationScanner(text, '"'),
): DecodedText {
  const strip = isIndented ? leastIndentation(text, start, end) : 0;
  const reader = new TextReader(text);
  let from = start;
  let isLineStart = true;
  for (let i = start; i < end;) {
    if (isLineStart && strip > 0) {
      reader.keep(from, i);
      let gone = i;
      while (gone < end && gone - i < strip && (text[gone] === ' ' || text[gone] === '\t')) gone++;
      from = i = gone;
    }
    isLineStart = false;
    const stop = readTemplateSign(text, i, end, reader, from, templates);
    if (stop > i) {
      from = i = stop;
      continue;
    }
    isLineStart = text[i] === '\n';
    i++;
  }
  reader.keep(from, end);
  return reader.finish(start);
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
