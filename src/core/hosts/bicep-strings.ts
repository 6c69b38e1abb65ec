import type { Span } from '../text/span.js';
import { TextReader, type DecodedText } from './decoded-text.js';
import type { HostString } from './host-value.js';
import { InterpolationScanner } from './interpolation.js';

/**
 * Reads `'''…'''`, before which `dollars` signs stand: none, and nothing is filled in; else so many begin what is. Of more than three
 * quotation marks at its end the last three close it. One that never closes reaches to the end of the text.
 */
export function readBicepMultiline(text: string, start: number, dollars: number, templates: InterpolationScanner): HostString {
  const opened = start + dollars + 3;
  const close = text.indexOf("'''", opened);
  let end = close < 0 ? text.length : close;
  while (close >= 0 && text[end + 3] === "'") end++;
  // A line break right behind the opening is not part of the text.
  const first = text.startsWith('\n', opened) ? opened + 1 : text.startsWith('\r\n', opened) ? opened + 2 : opened;
  const content = { start: Math.min(first, end), end };
  const isPlain = dollars === 0 || !text.slice(content.start, end).includes('${');
  const decoded = isPlain ? null : decodeBicepMultiline(text, content, dollars, templates);
  return {
    kind: 'string',
    form: dollars === 0 ? 'bicep-multiline' : 'bicep-multiline-interpolated',
    start,
    end: close < 0 ? end : end + 3,
    content,
    text: text.slice(content.start, end),
    isTemplate: (decoded?.placeholders.length ?? 0) > 0,
  };
}

/** The text of `'''…'''`: as it is written. */
export function decodeBicepMultiline(
  text: string,
  { start, end }: Span,
  dollars: number,
  templates = new InterpolationScanner(text, "'"),
): DecodedText {
  const reader = new TextReader(text);
  const opening = `${'$'.repeat(dollars)}{`;
  let from = start;
  for (let i = start; i < end - 1;) {
    if (!text.startsWith('${', i)) {
      i++;
      continue;
    }
    const begin = i - dollars + 1;
    const isFilled = dollars > 0 && begin >= from && text.startsWith(opening, begin);
    const stop = isFilled ? templates.endOf(i + 2, end) : -1;
    reader.keep(from, stop < 0 ? i : begin);
    if (stop < 0) reader.keepLiteral(i, i + 2);
    else reader.fill(begin, stop);
    from = i = stop < 0 ? i + 2 : stop;
  }
  reader.keep(from, end);
  return reader.finish(start);
}

/** Reads a string in single quotes; it ends with its line at the latest, unless what is filled in goes on. */
export function readBicepQuoted(text: string, start: number, templates: InterpolationScanner): HostString {
  let i = start + 1;
  let isTemplate = false;
  let isPlain = true;
  for (; i < text.length; i++) {
    const sign = text[i];
    if (sign === "'" || sign === '\n') break;
    if (sign === '\\') {
      isPlain = false;
      if (text[i + 1] !== '\n') i++;
    } else if (sign === '$' && text[i + 1] === '{') {
      const end = templates.endOf(i + 2, text.length);
      if (end < 0) continue;
      isTemplate = true;
      isPlain = false;
      i = end - 1;
    }
  }
  const end = Math.min(i, text.length);
  const content = { start: start + 1, end };
  return {
    kind: 'string',
    form: 'bicep-quoted',
    start,
    end: text[end] === "'" ? end + 1 : end,
    content,
    text: isPlain ? text.slice(content.start, end) : decodeBicepQuoted(text, content, templates).text,
    isTemplate,
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', "'": "'", '\\': '\\', $: '$' };
const unicode = /\\u\{([0-9a-fA-F]{1,6})\}/y;

/** Undoes the escapes of a string in single quotes. */
export function decodeBicepQuoted(text: string, { start, end }: Span, templates = new InterpolationScanner(text, "'")): DecodedText {
  const reader = new TextReader(text);
  let from = start;
  for (let i = start; i < end;) {
    if (text[i] === '$' && text[i + 1] === '{') {
      const stop = templates.endOf(i + 2, end);
      if (stop > 0) {
        reader.keep(from, i);
        reader.fill(i, stop);
        from = i = stop;
        continue;
      }
    }
    if (text[i] !== '\\') {
      i++;
      continue;
    }
    // `\${` is one escape of two signs: what is written back says again that it means itself.
    const isDollar = text.startsWith('\\${', i);
    unicode.lastIndex = i;
    const [whole = '', digits = ''] = unicode.exec(text) ?? [];
    const code = Number.parseInt(digits, 16);
    const written = isDollar ? '${' : whole !== '' && code <= 0x10ffff ? String.fromCodePoint(code) : escapes[text.charAt(i + 1)];
    const length = isDollar ? 3 : whole === '' ? 2 : whole.length;
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
