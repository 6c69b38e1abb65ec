import type { Span } from '../text/span.js';
import { decodeText, type DecodedText } from './decoded-text.js';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' };
const unicode = /\\u([0-9a-fA-F]{4})/y;

/** Undoes the escapes of a string of JSON; one without a meaning means nothing. */
export function decodeJson(host: string, content: Span): DecodedText {
  const { end } = content;
  return decodeText(host, content, i => {
    if (host[i] !== '\\') return null;
    unicode.lastIndex = i;
    const digits = unicode.exec(host)?.[1];
    const text = digits === undefined ? escapes[host.charAt(i + 1)] : String.fromCharCode(Number.parseInt(digits, 16));
    const stop = i + (digits === undefined ? 2 : 6);
    return stop <= end ? { end: stop, text: text ?? '' } : { end, text: '' };
  });
}
