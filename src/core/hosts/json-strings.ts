import type { Span } from '../text/span.js';
import { TextReader, type DecodedText } from './decoded-text.js';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' };
const unicode = /\\u([0-9a-fA-F]{4})/y;

/** Undoes the escapes of a string of JSON. */
export function decodeJson(host: string, { start, end }: Span): DecodedText {
  const reader = new TextReader(host);
  let from = start;
  for (let i = start; i < end;) {
    if (host[i] !== '\\') {
      i++;
      continue;
    }
    unicode.lastIndex = i;
    const digits = unicode.exec(host)?.[1];
    const written = digits === undefined ? escapes[host.charAt(i + 1)] : String.fromCharCode(Number.parseInt(digits, 16));
    const length = digits === undefined ? 2 : 6;
    reader.keep(from, i);
    if (i + length <= end) reader.escape(written ?? '', i, i + length);
    from = i += length;
  }
  reader.keep(from, end);
  return reader.finish(start);
}
