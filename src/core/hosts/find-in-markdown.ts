import { TextReader } from './decoded-text.js';
import type { HostFile, EmbeddedPolicy } from './host-file.js';
import { isPolicyText, mayHoldPolicy } from './recognise-text.js';

/** What opens a fenced block: it may stand in an item of a list. */
const opening = /^([ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?)(`{3,}|~{3,})/;

/** Reads a file of Markdown: the fenced blocks that hold a policy document. Source: CommonMark 0.31, "Fenced code blocks". Never throws. */
export function findInMarkdown(text: string): HostFile {
  const policies: EmbeddedPolicy[] = [];
  if (mayHoldPolicy(text)) {
    let fence: Fence | null = null;
    for (let start = 0; start < text.length;) {
      const next = text.indexOf('\n', start);
      const end = next < 0 ? text.length : next;
      const line = text.slice(start, end).replace(/\r$/, '');
      if (fence === null) {
        const [, before, marks] = opening.exec(line) ?? [];
        const isCode = marks?.startsWith('`') === true && line.includes('`', (before?.length ?? 0) + marks.length);
        if (before !== undefined && marks !== undefined && !isCode) fence = { start, content: end + 1, width: before.length, marks };
      } else if (closes(line, fence.marks)) {
        const policy = readFence(text, fence, start, start + line.length);
        if (policy !== null) policies.push(policy);
        fence = null;
      }
      start = end + 1;
    }
    const last = fence === null ? null : readFence(text, fence, text.length, text.length);
    if (last !== null) policies.push(last);
  }
  return { kind: 'markdown', policies, notRead: [], loaders: [], resources: [] };
}

interface Fence {
  readonly start: number;
  /** Where its first line begins. */
  readonly content: number;
  /** How much white space its lines may begin with that is not theirs. */
  readonly width: number;
  readonly marks: string;
}

function closes(line: string, marks: string): boolean {
  const text = line.trim();
  return text.length >= marks.length && text === marks.charAt(0).repeat(text.length);
}

function readFence(host: string, { start, content, width }: Fence, contentEnd: number, end: number): EmbeddedPolicy | null {
  if (!mayHoldPolicy(host.slice(content, contentEnd))) return null;
  const reader = new TextReader(host);
  let indentation: string | null = null;
  for (let at = content; at < contentEnd;) {
    const next = host.indexOf('\n', at);
    const lineEnd = next < 0 || next >= contentEnd ? contentEnd : next + 1;
    let gone = at;
    while (gone < lineEnd && gone - at < width && (host[gone] === ' ' || host[gone] === '\t')) gone++;
    if (indentation === null && host.slice(at, lineEnd).trim() !== '') indentation = host.slice(at, gone);
    reader.keep(gone, lineEnd);
    at = lineEnd;
  }
  const decoded = reader.finish(content);
  if (!isPolicyText(decoded.text)) return null;
  return {
    ...decoded,
    host: 'markdown',
    form: 'markdown-fence',
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
