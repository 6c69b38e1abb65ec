// How a document is laid out, so that what a fix writes looks like what stands around it.

export interface TextStyle {
  readonly lineEnding: '\n' | '\r\n' | '\r';
  /** One step of indentation: a tab, or some spaces. */
  readonly indent: string;
  /** What encloses most attribute values. */
  readonly quote: '"' | "'";
}

/** How much of a text is looked at, in UTF-16 code units: its head shows how it is written. */
export const sampleLength = 16 * 1024;

/** The style most of the text is written in, as its first 16 KiB show it; line feeds, four spaces and double quotes where they show none. */
export function detectStyle(whole: string): TextStyle {
  const text = whole.slice(0, sampleLength);
  return { lineEnding: detectLineEnding(text), indent: detectIndent(text), quote: detectQuote(text) };
}

/** In a line longer than this nothing is laid out; a document of one line is not looked through for each of its elements. */
const longestLine = 2048;

/** Where the line begins in which the offset stands; of a very long line, somewhere in it. */
export function lineStartOf(text: string, offset: number): number {
  const least = Math.max(0, offset - longestLine);
  let start = offset;
  while (start > least && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** The white space at the beginning of the line in which the offset stands, as far as the offset; none in a very long line. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStartOf(text, offset);
  if (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') return '';
  let end = start;
  while (end < offset && (text[end] === ' ' || text[end] === '\t')) end++;
  return text.slice(start, end);
}

function detectLineEnding(text: string): TextStyle['lineEnding'] {
  const counts = { '\n': 0, '\r\n': 0, '\r': 0 };
  for (const [ending] of text.matchAll(/\r\n|\r|\n/g)) counts[ending as keyof typeof counts]++;
  if (counts['\r\n'] > counts['\n'] && counts['\r\n'] >= counts['\r']) return '\r\n';
  return counts['\r'] > counts['\n'] ? '\r' : '\n';
}

/** The step by which lines are most often indented deeper than the line before. */
function detectIndent(text: string): string {
  const counts = new Map<string, number>();
  let before = '';
  for (const [, indent = ''] of text.matchAll(/(?:^|[\r\n])([ \t]*)(?=[^\s])/g)) {
    if (indent.length > before.length && indent.startsWith(before)) {
      const step = indent.slice(before.length);
      if (step === '\t' || (/^ +$/.test(step) && step.length <= 8)) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    before = indent;
  }
  let best = '    ';
  let most = 0;
  for (const [step, count] of counts) {
    if (count > most) {
      best = step;
      most = count;
    }
  }
  return best;
}

function detectQuote(text: string): TextStyle['quote'] {
  let double = 0;
  let single = 0;
  for (const [, quote] of text.matchAll(/[\w:-]\s?=\s?(["'])/g)) {
    if (quote === '"') double++;
    else single++;
  }
  return single > double ? "'" : '"';
}
