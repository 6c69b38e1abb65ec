import type { Span } from '../text/span.js';
import { decodeBicepMultiline, decodeBicepQuoted } from './bicep-strings.js';
import { TextReader, type DecodedText } from './decoded-text.js';
import { decodeHclQuoted, decodeHeredoc } from './hcl-strings.js';
import type { HostString } from './host-value.js';

/** What a string of a host file means, and from where each of its characters comes. `host`: the whole text of the file. */
export function decodeString(host: string, { form, start, content }: HostString): DecodedText {
  switch (form) {
    case 'hcl-quoted':
      return decodeHclQuoted(host, content);
    case 'hcl-heredoc':
      return decodeHeredoc(host, content, false);
    case 'hcl-heredoc-indented':
      return decodeHeredoc(host, content, true);
    case 'bicep-quoted':
      return decodeBicepQuoted(host, content);
    case 'bicep-multiline':
      return decodeBicepMultiline(host, content, 0);
    case 'bicep-multiline-interpolated':
      return decodeBicepMultiline(host, content, countDollars(host, start));
    case 'json':
      return decodeJson(host, content);
  }
}

function countDollars(host: string, start: number): number {
  let dollars = 0;
  while (host[start + dollars] === '$') dollars++;
  return dollars;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' };
const unicode = /\\u([0-9a-fA-F]{4})/y;

function decodeJson(host: string, { start, end }: Span): DecodedText {
  const reader = new TextReader(host);
  let from = start;
  for (let i = host.indexOf('\\', start); i >= 0 && i < end; i = host.indexOf('\\', i)) {
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
