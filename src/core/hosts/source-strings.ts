// Strings of programs: how each language writes them. Only what encloses them and what is escaped in them is known; no program is understood.
import type { TextForm } from './host-file.js';

/** One way to write a string. */
export interface SourceForm {
  /** Before the opening signs nothing of a name may stand: a prefix that is not listed makes it another string. */
  readonly opens: RegExp;
  /** What closes it; null where as many signs as opened it do. */
  readonly closes: string | null;
  /** Null where the program fills something in, or where it is no text: passed over, and a policy in it is said. */
  readonly form: TextForm | null;
  /** What makes the next sign mean itself. */
  readonly escape: '\\' | '`' | null;
  /** Whether the closing sign, twice, means itself. */
  readonly isDoubled: boolean;
  /** Whether it may go over lines. */
  readonly hasLines: boolean;
}

export interface SourceLanguage {
  /** What begins a comment, and what ends it. */
  readonly comments: readonly (readonly [start: string, end: string])[];
  /** The longest opening first. */
  readonly forms: readonly SourceForm[];
}

function form(opens: RegExp, closes: string | null, name: TextForm | null, more: Partial<SourceForm> = {}): SourceForm {
  return { opens, closes, form: name, escape: null, isDoubled: false, hasLines: false, ...more };
}

const cComments = [
  ['//', '\n'],
  ['/*', '*/'],
] as const;

export const sourceLanguages: Readonly<Record<'csharp' | 'typescript' | 'python' | 'powershell', SourceLanguage>> = {
  csharp: {
    comments: cComments,
    forms: [
      form(/\${1,8}@?"{3,9}/y, null, null, { hasLines: true }),
      form(/"{3,9}/y, null, 'csharp-raw', { hasLines: true }),
      form(/(?:\$@|@\$)"/y, '"', null, { isDoubled: true, hasLines: true }),
      form(/@"/y, '"', 'csharp-verbatim', { isDoubled: true, hasLines: true }),
      form(/\$"/y, '"', null, { escape: '\\' }),
      form(/"/y, '"', 'csharp-quoted', { escape: '\\' }),
      form(/'/y, "'", null, { escape: '\\' }),
    ],
  },
  typescript: {
    comments: cComments,
    forms: [
      form(/`/y, '`', 'typescript-template', { escape: '\\', hasLines: true }),
      form(/"/y, '"', 'typescript-quoted', { escape: '\\' }),
      form(/'/y, "'", 'typescript-quoted', { escape: '\\' }),
    ],
  },
  python: {
    comments: [['#', '\n']],
    forms: ['"""', "'''", '"', "'"].flatMap(quote => {
      const hasLines = quote.length > 1;
      return [
        form(new RegExp(`(?:[fF][rR]?|[rR][fF]|[bB][rR]?|[rR][bB])${quote}`, 'y'), quote, null, { escape: '\\', hasLines }),
        form(new RegExp(`[rR]${quote}`, 'y'), quote, 'python-raw', { escape: '\\', hasLines }),
        form(new RegExp(`[uU]?${quote}`, 'y'), quote, 'python-quoted', { escape: '\\', hasLines }),
      ];
    }),
  },
  powershell: {
    comments: [
      ['<#', '#>'],
      ['#', '\n'],
    ],
    forms: [
      form(/@'[ \t]{0,64}\r?\n/y, "\n'@", 'powershell-here', { hasLines: true }),
      form(/@"[ \t]{0,64}\r?\n/y, '\n"@', 'powershell-here-expanded', { hasLines: true }),
      form(/'/y, "'", 'powershell-single', { isDoubled: true, hasLines: true }),
      form(/"/y, '"', 'powershell-double', { escape: '`', isDoubled: true, hasLines: true }),
    ],
  },
};
