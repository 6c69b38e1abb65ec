import { decodeBicepMultiline, decodeBicepQuoted } from './bicep-strings.js';
import type { DecodedText } from './decoded-text.js';
import { decodeHclQuoted, decodeHeredoc } from './hcl-strings.js';
import type { HostString } from './host-value.js';
import { decodeJson } from './json-strings.js';

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
