import type { Span } from '../text/span.js';
import { TextReader, type DecodedText } from './decoded-text.js';
import type { EmbeddedPolicy, TextForm } from './host-file.js';

interface DecodedSource extends DecodedText, Pick<EmbeddedPolicy, 'indentation' | 'lineBreak'> {
  /** Whether the program fills something in. */
  readonly isFilledIn: boolean;
}

/** How a form of string is read. */
interface Rules {
  readonly escape: '\\' | '`' | null;
  readonly names: Readonly<Record<string, string>>;
  /** Whether an escape without a meaning keeps its sign. */
  readonly keepsUnknown: boolean;
  /** The quotation mark that means itself where it stands twice. */
  readonly doubled: string | null;
  /** What begins something that is filled in. */
  readonly fills: RegExp | null;
  /** Whether a line break is a line feed, however the file is written. */
  readonly unifiesLines: boolean;
}

const controls = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0', a: '\x07' };
const plain: Rules = { escape: null, names: {}, keepsUnknown: true, doubled: null, fills: null, unifiesLines: false };
const shell: Rules = { ...plain, escape: '`', names: { ...controls, e: '\x1b' }, keepsUnknown: false, fills: /\$[\w({?^$:]/y };

const rules: Readonly<Partial<Record<TextForm, Rules>>> = {
  'csharp-quoted': { ...plain, escape: '\\', names: controls, keepsUnknown: false },
  'csharp-verbatim': { ...plain, doubled: '"' },
  'typescript-quoted': { ...plain, escape: '\\', names: { ...controls, '\n': '', a: 'a' }, keepsUnknown: false },
  'typescript-template': {
    ...plain,
    escape: '\\',
    names: { ...controls, '\n': '', a: 'a' },
    keepsUnknown: false,
    fills: /\$\{/y,
    unifiesLines: true,
  },
  'python-quoted': { ...plain, escape: '\\', names: { ...controls, '\n': '', '\\': '\\', "'": "'", '"': '"' }, unifiesLines: true },
  'python-raw': { ...plain, unifiesLines: true },
  'powershell-single': { ...plain, doubled: "'" },
  'powershell-double': { ...shell, doubled: '"' },
  'powershell-here-expanded': shell,
};

const code = /[\\`](?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8}))/y;

/** What a string of a program means, and from where each of its characters comes. */
export function decodeSource(host: string, content: Span, form: TextForm): DecodedSource {
  if (form === 'csharp-raw') return decodeRaw(host, content);
  const { escape, names, keepsUnknown, doubled, fills, unifiesLines } = rules[form] ?? plain;
  const { start, end } = content;
  const reader = new TextReader(host);
  let from = start;
  let isFilledIn = false;
  const put = (text: string, at: number, length: number): number => {
    reader.keep(from, at);
    reader.escape(text, at, at + length);
    from = at + length;
    return from;
  };
  for (let i = start; i < end;) {
    const sign = host.charAt(i);
    if (fills !== null && !isFilledIn) {
      fills.lastIndex = i;
      isFilledIn = fills.test(host);
    }
    if (sign === '\r' && unifiesLines && host[i + 1] === '\n') i = put('\n', i, 2);
    else if (sign === doubled && host[i + 1] === doubled) i = put(doubled, i, 2);
    else if (sign === escape && escape !== null && i + 1 < end) {
      code.lastIndex = i;
      const [whole, ...digits] = code.exec(host) ?? [];
      const value = Number.parseInt(digits.find(each => each !== undefined) ?? '', 16);
      const next = host.charAt(i + 1);
      if (whole !== undefined && value <= 0x10ffff) i = put(String.fromCodePoint(value), i, whole.length);
      else if (next in names) i = put(names[next] ?? '', i, 2);
      else if (keepsUnknown) i += 2;
      else i = put(next, i, 2);
    } else i++;
  }
  reader.keep(from, end);
  return {
    ...reader.finish(start),
    isFilledIn,
    indentation: '',
    lineBreak: unifiesLines && host.slice(start, end).includes('\r\n') ? '\r\n' : '\n',
  };
}

/** Of `"""` over several lines, each line begins with the white space of the line that closes it. */
function decodeRaw(host: string, { start, end }: Span): DecodedSource {
  const closing = /\r?\n([ \t]{0,256})"/y;
  closing.lastIndex = end;
  const indentation = closing.exec(host)?.[1] ?? '';
  const reader = new TextReader(host);
  for (let at = start; at < end;) {
    const next = host.indexOf('\n', at);
    const lineEnd = next < 0 || next >= end ? end : next + 1;
    let gone = at;
    while (gone < lineEnd && gone - at < indentation.length && host[gone] === indentation[gone - at]) gone++;
    reader.keep(gone, lineEnd);
    at = lineEnd;
  }
  return { ...reader.finish(start), isFilledIn: false, indentation, lineBreak: '\n' };
}
