import type { Span } from '../text/span.js';
import { decodeSource } from './decode-source.js';
import type { HostFile, NotReadReason, EmbeddedPolicy, UnreadPolicy } from './host-file.js';
import { isPolicyText, isWhole, mayHoldPolicy, whyNotRead } from './recognise-text.js';
import { sourceLanguages, type SourceForm, type SourceLanguage } from './source-strings.js';

type SourceKind = keyof typeof sourceLanguages;

/** Reads a program: its plain strings that hold a whole policy document. Never throws. */
export function findInSource(text: string, kind: SourceKind): HostFile {
  const policies: EmbeddedPolicy[] = [];
  const notRead: UnreadPolicy[] = [];
  if (/<(?:policies|fragment)|[\\`](?:u003c|x3c)/i.test(text)) {
    for (const string of listStrings(text, sourceLanguages[kind])) {
      const found = readString(text, kind, string);
      if (found === null) continue;
      if ('reason' in found) notRead.push(found);
      else policies.push(found);
    }
  }
  return { kind, policies, notRead, loaders: [], resources: [] };
}

/** A string of a program, with the signs that enclose it. */
interface SourceString extends Span {
  readonly content: Span;
  readonly written: SourceForm;
}

function readString(host: string, kind: SourceKind, { content, written, start, end }: SourceString): EmbeddedPolicy | UnreadPolicy | null {
  const raw = host.slice(content.start, content.end);
  const unread = (reason: NotReadReason): UnreadPolicy => ({ reason, start, end });
  if (written.form === null) return /<(?:policies|fragment)/.test(raw) && isPolicyText(raw) ? unread('interpolated') : null;
  if (!/<(?:policies|fragment)|[\\`](?:u003c|x3c)/i.test(raw)) return null;
  const decoded = decodeSource(host, content, written.form);
  if (!mayHoldPolicy(decoded.text)) return null;
  if (!isPolicyText(decoded.text)) return whyNotRead(decoded.text) === 'inside' ? unread('inside') : null;
  if (decoded.isFilledIn) return unread('interpolated');
  if (!isWhole(decoded.text)) return unread('composed');
  const { text, map, placeholders, literals, indentation, lineBreak } = decoded;
  const form = written.form;
  const place = { host: kind, form, content, start, end, resource: null, format: null, isFilledLater: false };
  return { text, map, placeholders, literals, indentation, lineBreak, ...place };
}

const word = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;

/** All strings of a program, in order; comments are passed over. */
function* listStrings(text: string, { comments, forms }: SourceLanguage): Generator<SourceString> {
  for (let i = 0; i < text.length;) {
    const comment = comments.find(([start]) => text.startsWith(start, i));
    if (comment !== undefined) {
      const end = text.indexOf(comment[1], i + comment[0].length);
      i = end < 0 ? text.length : end + comment[1].length;
      continue;
    }
    const string = stringAt(text, i, forms);
    if (string !== null) {
      yield string;
      i = string.end;
      continue;
    }
    word.lastIndex = i;
    i += word.exec(text)?.[0].length ?? 1;
  }
}

function stringAt(text: string, start: number, forms: readonly SourceForm[]): SourceString | null {
  for (const written of forms) {
    written.opens.lastIndex = start;
    const opened = written.opens.exec(text)?.[0];
    if (opened === undefined) continue;
    const from = start + opened.length;
    // Signs that enclose a here-string stand on lines of their own: the first line break may be the one that closes it.
    const isHere = written.closes?.startsWith('\n') === true;
    const closes = written.closes ?? /"{1,9}$/.exec(opened)?.[0] ?? '"';
    const close = isHere ? text.indexOf(closes, from - 1) : endOf(text, from, closes, written);
    const isClosed = close >= 0 && text.startsWith(closes, close);
    const end = close < 0 ? text.length : close;
    const last = isHere && text[end - 1] === '\r' ? end - 1 : end;
    const content = { start: from, end: Math.max(from, last) };
    return {
      written,
      start,
      end: isClosed ? end + closes.length : end,
      content: written.form === 'csharp-raw' ? trimRaw(text, content) : content,
    };
  }
  return null;
}

/** Where a string's content ends; -1 where that is the end of the text. */
function endOf(text: string, from: number, closes: string, { escape, isDoubled, hasLines }: SourceForm): number {
  for (let i = from; i < text.length; i++) {
    const sign = text[i];
    if (sign === '\n' && !hasLines) return i;
    if (sign === escape) i++;
    else if (text.startsWith(closes, i)) {
      if (!isDoubled || !text.startsWith(closes, i + closes.length)) return i;
      i += closes.length;
    }
  }
  return -1;
}

/** A raw string over several lines: neither the rest of the line that opens it nor the line break before the one that closes it is part of it. */
function trimRaw(text: string, { start, end }: Span): Span {
  const first = /[ \t]{0,64}\r?\n/y;
  first.lastIndex = start;
  const opened = first.exec(text)?.[0].length ?? 0;
  if (opened === 0) return { start, end };
  const last = text.lastIndexOf('\n', end - 1);
  const closed = last < start + opened ? start + opened : text[last - 1] === '\r' ? last - 1 : last;
  return { start: start + opened, end: Math.max(closed, start + opened) };
}
