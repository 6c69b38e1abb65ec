import type { Cleaning } from './token.js';

/** One pass over the text: what it undid, and where, so that a place in the result can be followed back. */
interface Layer {
  readonly cleaning: Cleaning;
  /** In the order of the text: a place in the result, and how far the input is ahead of it from there on. */
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly at: number;
  readonly ahead: number;
}

/** A text without the encodings that programs put around a token. */
interface PlainText {
  readonly text: string;
  readonly layers: readonly Layer[];
}

interface Pass {
  readonly cleaning: Cleaning;
  readonly pattern: RegExp;
  readonly replace: (match: string, captured: string | undefined) => string;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', ' '],
  ['period', '.'],
  ['lowbar', '_'],
  ['hyphen', '-'],
  ['colon', ':'],
  ['equals', '='],
  ['zwnj', ''],
  ['zwj', ''],
  ['shy', ''],
]);

const decodeEntity = (match: string, name: string | undefined): string => {
  if (name?.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : match;
  }
  return entities.get(name?.toLowerCase() ?? '') ?? match;
};

const controls: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

// Every quantifier is bounded or stands alone, so that each pass is linear on any text.
const passes: readonly Pass[] = [
  // The escapes of the Windows shells: cmd's ^ and PowerShell's `, each also at the end of a continued line.
  { cleaning: 'escapes', pattern: /\^([\^"'&|<>%!\r\n])|`(["'$\r\n])/g, replace: match => match.slice(1) },
  {
    cleaning: 'percent-encoding',
    pattern: /%(?:25){0,4}(0[9ad]|[2-7][0-9a-f])/gi,
    replace: (_match, digits) => String.fromCharCode(Number.parseInt(digits ?? '', 16)),
  },
  { cleaning: 'escapes', pattern: /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, replace: decodeEntity },
  {
    cleaning: 'escapes',
    pattern: /\\{1,8}(?:u00([2-7][0-9a-f])|(["'/nrt])|(?=\r?\n))/gi,
    replace: (match, digits) => {
      if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, 16));
      const last = match.at(-1) ?? '';
      return last === '\\' ? '' : (controls.get(last.toLowerCase()) ?? last);
    },
  },
  // Soft line breaks of mail (only at the end of a long line) and of HTML.
  {
    cleaning: 'line-breaks',
    pattern: /=\r?\n(?<=[\w.-]{60}=\r?\n)(?=[\w.-])|<w?br ?\/?>/gi,
    replace: match => (/^<w/i.test(match) ? '' : '\n'),
  },
  // Colours of a terminal, control and format characters (byte order mark, zero width), and every space but the common one.
  {
    cleaning: 'invisible-characters',
    pattern: /\p{Cc}\[[\d;]{0,20}m|(?![\t\n\r])\p{Cc}|\p{Cf}|(?! )\p{Zs}|\p{Zl}|\p{Zp}/gu,
    replace: match => (/^\p{Zs}/u.test(match) ? ' ' : /^[\p{Zl}\p{Zp}]/u.test(match) ? '\n' : ''),
  },
];

/** Undoes shell escapes, percent-encoding, HTML entities, JSON escapes and invisible characters, also two deep. */
export function undoEncodings(text: string): PlainText {
  const layers: Layer[] = [];
  let result = text;
  for (const pass of [...passes, ...passes]) {
    const marks: Mark[] = [];
    let removed = 0;
    result = result.replace(pass.pattern, (match: string, ...rest: unknown[]) => {
      const captured = typeof rest[0] === 'string' ? rest[0] : undefined;
      const offset = rest.find((value): value is number => typeof value === 'number') ?? 0;
      const replacement = pass.replace(match, captured);
      if (replacement !== match) {
        marks.push({ at: offset - removed, ahead: removed + match.length - replacement.length });
        removed += match.length - replacement.length;
      }
      return replacement;
    });
    if (marks.length > 0) layers.push({ cleaning: pass.cleaning, marks });
  }
  return { text: result, layers };
}

/** What was undone inside or right beside the span of the plain text. */
export function findUndone(plain: PlainText, start: number, end: number): Cleaning[] {
  const found: Cleaning[] = [];
  let from = start;
  let to = end;
  for (const { cleaning, marks } of [...plain.layers].reverse()) {
    const first = findFirst(marks, from - 2);
    const mark = marks[first];
    if (mark !== undefined && mark.at <= to + 1) found.push(cleaning);
    from += marks[findFirst(marks, from + 1) - 1]?.ahead ?? 0;
    to += marks[findFirst(marks, to + 1) - 1]?.ahead ?? 0;
  }
  return found;
}

/** The index of the first mark at or after the place. */
function findFirst(marks: readonly Mark[], place: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
