import { TextReader } from './decoded-text.js';
import type { HostFile, EmbeddedPolicy } from './host-file.js';
import { isPolicyText, mayHoldPolicy } from './recognise-text.js';

/** What opens a fenced block: it may stand in an item of a list. */
const opening = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?)(`{3,}|~{3,})/;

/** Block quotes in block quotes beyond this are nobody's. */
const mostQuotes = 16;

/** Reads a file of Markdown: the fenced blocks that hold a policy document. Source: CommonMark 0.31, "Fenced code blocks", "Block quotes". Never throws. */
export function findInMarkdown(text: string): HostFile {
  const policies: EmbeddedPolicy[] = [];
  if (mayHoldPolicy(text)) {
    let fence: Fence | null = null;
    const close = (contentEnd: number, end: number): void => {
      const policy = fence === null ? null : readFence(text, fence, contentEnd, end);
      if (policy !== null) policies.push(policy);
      fence = null;
    };
    for (let start = 0; start < text.length;) {
      const next = text.indexOf('\n', start);
      const end = next < 0 ? text.length : next;
      const until = text[end - 1] === '\r' && end > start ? end - 1 : end;
      const open: Fence | null = fence;
      const quote: Quote = open === null ? readQuote(text, start, until, mostQuotes) : readQuote(text, start, until, open.quotes);
      // A quotation that ends takes the block with it; its next line may open another one.
      if (open !== null && quote.count < open.quotes) close(start, start);
      else if (open !== null) {
        if (closes(text.slice(quote.end, until), open.marks)) close(start, until);
        start = end + 1;
        continue;
      }
      const outside: Quote = open === null ? quote : readQuote(text, start, until, mostQuotes);
      const line = text.slice(outside.end, until);
      const [, before, marks] = opening.exec(line) ?? [];
      const isCode = marks?.startsWith('`') === true && line.includes('`', (before?.length ?? 0) + marks.length);
      if (before !== undefined && marks !== undefined && !isCode)
        fence = { start, content: end + 1, quotes: outside.count, width: before.length, marks };
      start = end + 1;
    }
    close(text.length, text.length);
  }
  return { kind: 'markdown', policies, notRead: [], loaders: [], resources: [] };
}

interface Fence {
  readonly start: number;
  /** Where its first line begins. */
  readonly content: number;
  /** How many block quotes it stands in. */
  readonly quotes: number;
  /** How much white space its lines may begin with that is not theirs. */
  readonly width: number;
  readonly marks: string;
}

interface Quote {
  readonly count: number;
  readonly end: number;
}

/** How many block quotes a line stands in, of so many at most, and where it goes on behind their signs. */
function readQuote(text: string, start: number, end: number, most: number): Quote {
  let at = start;
  let count = 0;
  while (count < most) {
    let sign = at;
    while (sign < end && sign - at < 3 && text[sign] === ' ') sign++;
    if (sign >= end || text[sign] !== '>') break;
    at = sign + 1;
    if (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
    count++;
  }
  return { count, end: at };
}

function closes(line: string, marks: string): boolean {
  const text = line.trim();
  return text.length >= marks.length && text === marks.charAt(0).repeat(text.length);
}

function readFence(host: string, { start, content, quotes, width }: Fence, contentEnd: number, end: number): EmbeddedPolicy | null {
  if (!mayHoldPolicy(host.slice(content, contentEnd))) return null;
  const reader = new TextReader(host);
  let indentation: string | null = null;
  for (let at = content; at < contentEnd;) {
    const next = host.indexOf('\n', at);
    const lineEnd = next < 0 || next >= contentEnd ? contentEnd : next + 1;
    const quoted = readQuote(host, at, host[lineEnd - 1] === '\n' ? lineEnd - 1 : lineEnd, quotes).end;
    let gone = quoted;
    while (gone < lineEnd && gone - quoted < width && (host[gone] === ' ' || host[gone] === '\t')) gone++;
    if (indentation === null && host.slice(quoted, lineEnd).trim() !== '') indentation = host.slice(at, gone);
    reader.keep(gone, lineEnd);
    at = lineEnd;
  }
  const decoded = reader.finish(content);
  if (!isPolicyText(decoded.text)) return null;
  return {
    ...decoded,
    host: 'markdown',
    form: quotes > 0 ? 'markdown-quote' : 'markdown-fence',
    content: { start: content, end: contentEnd },
    start,
    end,
    indentation: indentation ?? '',
    lineBreak: '\n',
    resource: null,
    format: null,
    isFilledLater: false,
  };
}
