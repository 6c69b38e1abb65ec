// What a text of ours becomes inside a host: the inverse of reading it.
import { InterpolationScanner } from './interpolation.js';
import type { EmbeddedPolicy, TextForm } from './host-file.js';

/** How a form of string is written. */
interface Rules {
  /** What signs become. */
  readonly signs: Readonly<Record<string, string>>;
  /** How a control character is written that `signs` does not name; null where it stands as it is. */
  readonly control: ((code: number) => string) | null;
  /** What `${` and `%{` that mean themselves are preceded by; null where nothing is filled in. */
  readonly literal: string | null;
  /** Whether a line break may stand in it. */
  readonly hasLines: boolean;
}

const raw: Rules = { signs: {}, control: null, literal: null, hasLines: true };
const four = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
const lines = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const quoted: Rules = { signs: { ...lines, '"': '\\"' }, control: four, literal: null, hasLines: true };

const rules: Readonly<Record<TextForm, Rules>> = {
  'hcl-quoted': { ...quoted, literal: 'double' },
  'hcl-heredoc': { ...raw, literal: 'double' },
  'hcl-heredoc-indented': { ...raw, literal: 'double' },
  'bicep-quoted': { signs: { ...lines, "'": "\\'" }, control: code => `\\u{${code.toString(16)}}`, literal: '\\', hasLines: true },
  'bicep-multiline': raw,
  'bicep-multiline-interpolated': { ...raw, literal: '' },
  json: quoted,
  'markdown-fence': raw,
  'markdown-quote': raw,
  'yaml-literal': raw,
  'yaml-double': quoted,
  'yaml-single': { ...raw, signs: { "'": "''" }, hasLines: false },
  'yaml-plain': { ...raw, hasLines: false },
  'csharp-quoted': quoted,
  'csharp-verbatim': { ...raw, signs: { '"': '""' } },
  'csharp-raw': raw,
  'typescript-quoted': quoted,
  'typescript-template': { ...raw, signs: { '\\': '\\\\', '`': '\\`', '\r': '\\r' }, literal: '\\' },
  'python-quoted': { ...raw, signs: { '\\': '\\\\', '\r': '\\r' } },
  'python-raw': raw,
  'powershell-single': { ...raw, signs: { "'": "''" } },
  'powershell-double': { ...raw, signs: { '`': '``', '"': '`"', $: '`$' } },
  'powershell-here': raw,
  'powershell-here-expanded': { ...raw, signs: { '`': '``', $: '`$' } },
};

/** What may not stand in the source of a string that escapes it: controls, and what some languages take for line breaks. */
const control = /[\p{Cc}\u2028\u2029]/u;

/** Where a piece of text is written to. */
interface WrittenPlace {
  /** Written in front of the text: indentation that its line has not yet. */
  readonly before: string;
  /** Whether what follows it in the policy text begins with a line break or is its end, so that no indentation is wanted there. */
  readonly endsLine: boolean;
}

/** A text as its host wants it. `fills`: the spans of the text that the host fills in, measured on the text. */
interface WrittenText {
  readonly text: string;
  readonly fills: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Writes a text for a place inside a policy text. What stands in it as `${…}` is filled in by the host where the policy text has the very same
 * placeholder, and means itself where it has not: a value of a token must not become code of a template. Null where that cannot be told, or
 * where the form cannot hold it. `host`: the whole text of the file.
 */
export function encodeText(text: string, { before, endsLine }: WrittenPlace, policy: EmbeddedPolicy, host: string): WrittenText | null {
  const { form, indentation, lineBreak } = policy;
  const quote = host.charAt(policy.content.start - 1);
  const own = ownRules(policy, quote, host);
  const known = own.literal === null ? null : listPlaceholders(policy);
  const templates = new InterpolationScanner(text, form.startsWith('bicep') ? "'" : '"');
  const fills: { start: number; end: number }[] = [];
  const written: string[] = [before];
  for (let i = 0; i < text.length;) {
    const sign = text.charAt(i);
    const opened = known === null ? null : openingAt(text, i, form);
    if (opened !== null && known !== null) {
      const end = templates.endOf(i + opened.length, text.length);
      const whole = text.slice(i, end);
      if (end > 0 && known.filled.has(whole)) {
        if (known.literal.some(from => policy.text.startsWith(whole, from))) return null;
        fills.push({ start: i, end });
        written.push(whole);
        i = end;
      } else {
        const last = opened.slice(-2);
        written.push(opened.slice(0, -2), own.literal === 'double' ? last.charAt(0) : (own.literal ?? ''), last);
        i += opened.length;
      }
      continue;
    }
    if (sign === '\n' && own.signs['\n'] === undefined) {
      if (!own.hasLines) return null;
      const isLast = i + 1 === text.length;
      const isBlank = isLast ? endsLine : /[\r\n]/.test(text.charAt(i + 1));
      // A blank line without its sign ends a quotation.
      written.push(lineBreak, isBlank && form !== 'markdown-quote' ? '' : indentation);
    } else if (sign === '\r' && !own.hasLines) return null;
    else written.push(own.signs[sign] ?? (own.control !== null && control.test(sign) ? own.control(sign.charCodeAt(0)) : sign));
    i++;
  }
  return { text: written.join(''), fills };
}

/** `$'…'` and `"…"` of one language are one form: the sign that encloses it is escaped. */
function ownRules({ form, start, content }: EmbeddedPolicy, quote: string, host: string): Rules {
  const { [form]: own } = rules;
  if (form === 'typescript-quoted') return { ...own, signs: { ...lines, [quote]: `\\${quote}` } };
  if (form !== 'python-quoted') return own;
  const isLong = host.slice(start, content.start).endsWith(quote.repeat(3));
  return isLong ? own : { ...quoted, signs: { ...lines, [quote]: `\\${quote}` } };
}

/** What begins a template in this form, with the signs before that belong to it. */
function openingAt(text: string, i: number, form: TextForm): string | null {
  const opening = form.startsWith('hcl') ? /[$%]\{/y : form === 'bicep-multiline-interpolated' ? /\${1,8}\{/y : /\$\{/y;
  opening.lastIndex = i;
  return opening.exec(text)?.[0] ?? null;
}

function listPlaceholders({ text, placeholders, literals }: EmbeddedPolicy): {
  readonly filled: ReadonlySet<string>;
  readonly literal: readonly number[];
} {
  return {
    filled: new Set(placeholders.map(({ start, end }) => text.slice(start, end))),
    literal: literals.map(({ start }) => start),
  };
}
