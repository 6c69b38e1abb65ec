// JSON as it is really written: with comments and commas at the end, as Azure Resource Manager and editors take it.
import { decodeJson } from './json-strings.js';
import type { HostToken } from './host-token.js';

const skipped = /[\s\ufeff]+|\/\/[^\n\r]*/y;
const plain = /[A-Za-z]+|-?\d[\d.eE+-]*/y;

/** The pieces of a file of JSON, in order; it has no line breaks that mean something. Never throws. */
export function lexJson(text: string): HostToken[] {
  const tokens: HostToken[] = [];
  for (let i = 0; i < text.length;) {
    skipped.lastIndex = i;
    const gone = skipped.exec(text)?.[0].length ?? 0;
    if (gone > 0) {
      i += gone;
    } else if (text.startsWith('/*', i)) {
      const end = text.indexOf('*/', i + 2);
      i = end < 0 ? text.length : end + 2;
    } else if (text[i] === '"') {
      const token = readString(text, i);
      tokens.push(token);
      i = token.end;
    } else {
      plain.lastIndex = i;
      const word = plain.exec(text)?.[0] ?? text.charAt(i);
      const kind = /[\d-]/.test(word.charAt(0)) ? 'number' : /[a-z]/i.test(word) ? 'word' : 'sign';
      tokens.push({ kind, start: i, end: i + word.length, text: word });
      i += word.length;
    }
  }
  return tokens;
}

/** A string ends with its line at the latest. */
function readString(text: string, start: number): HostToken {
  let i = start + 1;
  let isPlain = true;
  for (; i < text.length && text[i] !== '"' && text[i] !== '\n' && text[i] !== '\r'; i++)
    if (text[i] === '\\') {
      isPlain = false;
      if (text[i + 1] !== '\n' && text[i + 1] !== '\r') i++;
    }
  const content = { start: start + 1, end: Math.min(i, text.length) };
  const end = text[content.end] === '"' ? content.end + 1 : content.end;
  const value = isPlain ? text.slice(content.start, content.end) : decodeJson(text, content).text;
  return {
    kind: 'string',
    start,
    end,
    text: value,
    string: { kind: 'string', form: 'json', start, end, content, text: value, isTemplate: false },
  };
}
