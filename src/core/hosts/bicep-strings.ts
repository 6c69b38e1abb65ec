import type { Span } from '../text/span.js';
import { decodeText, escapeAt, type DecodedText, type Escapes } from './decoded-text.js';
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
  content: Span,
  dollars: number,
  templates = new InterpolationScanner(text, "'"),
): DecodedText {
  const opening = `${'$'.repeat(dollars)}{`;
  return decodeText(text, content, i => {
    if (text[i] !== '$') return null;
    const stop = dollars > 0 && text.startsWith(opening, i) ? templates.endOf(i + opening.length, content.end) : -1;
    if (stop > 0) return { end: stop, is: 'filled' };
    return text[i + 1] === '{' && i + 2 <= content.end ? { end: i + 2, is: 'literal' } : null;
  });
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

const escapes: Escapes = {
  names: { n: '\n', r: '\r', t: '\t', "'": "'", '\\': '\\', $: '$' },
  numbers: /\\u\{([0-9a-fA-F]{1,6})\}/y,
};

/** Undoes the escapes of a string in single quotes. */
export function decodeBicepQuoted(text: string, content: Span, templates = new InterpolationScanner(text, "'")): DecodedText {
  const { end } = content;
  return decodeText(text, content, i => {
    if (text[i] === '$' && text[i + 1] === '{') {
      const stop = templates.endOf(i + 2, end);
      return stop > 0 ? { end: stop, is: 'filled' } : null;
    }
    // `\${` is one escape of two signs: what is written back says again that it means itself.
    if (text.startsWith('\\${', i) && i + 3 <= end) return { end: i + 3, text: '${' };
    return escapeAt(text, i, end, escapes);
  });
}
