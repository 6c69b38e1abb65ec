// Bicep, cut into pieces. Source: Microsoft's documentation of its file format and data types (learn.microsoft.com, bicep/file, bicep/data-types).
import { readBicepMultiline, readBicepQuoted } from './bicep-strings.js';
import type { HostToken } from './host-token.js';
import { InterpolationScanner } from './interpolation.js';

const skipped = /[ \t\r\f\v\ufeff]+|\/\/[^\n]*|#[^\n]*/y;
/** A name and what is taken of it: `.name`, `!.name`, `.?name`, `::name`, `[0]`, `['key']`. */
const word = /[A-Za-z_]\w*(?:(?:!?\.\??|::)\w+|\[(?:\w+|'[^'\n$\\]*')\])*/y;
const number = /\d+/y;
const sign = /=>|==|!=|=~|!~|<=|>=|&&|\|\||\?\?|\.\.\.|[^\n]/y;
const multiline = /(\${0,8})'''/y;

/** The pieces of a file of Bicep (or of its parameters), in order. Never throws: what is no Bicep is cut as if it were. */
export function lexBicep(text: string): HostToken[] {
  const tokens: HostToken[] = [];
  const templates = new InterpolationScanner(text, "'");
  for (let i = 0; i < text.length;) {
    const matchAt = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = i;
      return pattern.exec(text);
    };
    const push = (kind: HostToken['kind'], length: number): void => {
      tokens.push({ kind, start: i, end: i + length, text: text.slice(i, i + length) });
      i += length;
    };
    const gone = matchAt(skipped);
    if (gone !== null) {
      i += gone[0].length;
      continue;
    }
    if (text.startsWith('/*', i)) {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? text.length : end + 2;
      continue;
    }
    const opened = matchAt(multiline);
    if (opened !== null || text[i] === "'") {
      const string =
        opened === null ? readBicepQuoted(text, i, templates) : readBicepMultiline(text, i, (opened[1] ?? '').length, templates);
      tokens.push({ kind: 'string', start: i, end: string.end, text: string.text, string });
      i = string.end;
      continue;
    }
    if (text[i] === '\n') push('line', 1);
    else {
      const named = matchAt(word);
      const counted = named === null ? matchAt(number) : null;
      if (named !== null) push('word', named[0].length);
      else if (counted !== null) push('number', counted[0].length);
      else push('sign', matchAt(sign)?.[0].length ?? 1);
    }
  }
  return tokens;
}
