import { say, type Message } from '../messages/message.js';
import { applyEdits, type Edit } from '../text/edit.js';
import { encodeText } from './encode-text.js';
import type { EmbeddedPolicy } from './host-file.js';
import { readHost, type HostOptions } from './read-host.js';

/** A host file as it was read. */
export interface HostSource extends HostOptions {
  readonly text: string;
  /** Its name or path. */
  readonly name: string;
}

/** Edits of the host file, or why the host cannot hold what a fix writes. */
export type WrittenBack = { readonly edits: readonly Edit[] } | { readonly refusal: Message };

/**
 * Edits of a policy text as edits of the host that it stands in: escaped and indented as the host wants, nothing outside the text touched. The
 * result is read again; where it does not mean what the edits make of the text, nothing is written and the reason is given.
 *
 * @param policy one of those that `readHost` found in that text
 * @param edits measured on `policy.text`
 */
export function writeBack({ text, name, all = false }: HostSource, policy: EmbeddedPolicy, edits: readonly Edit[]): WrittenBack {
  const refusal = { refusal: say('host-cannot-hold', { form: policy.form }) };
  const written: Edit[] = [];
  const fills: string[] = [];
  for (const edit of edits) {
    const encoded = encodeEdit(text, policy, edit);
    if (encoded === null) return refusal;
    fills.push(...encoded.fills);
    written.push(encoded.edit);
  }
  return isHeld(applyEdits(text, written), applyEdits(policy.text, edits)) ? { edits: written } : refusal;

  /** Whether the policy, read again, is the one that was meant, with what is filled in where it was and where it was written, and nowhere else. */
  function isHeld(host: string, meant: string): boolean {
    const again = readHost(host, name, { all })?.policies.find(({ start }) => start === policy.start);
    if (again?.text !== meant || again.form !== policy.form) return false;
    const left = policy.placeholders.filter(span => edits.every(({ start, end }) => span.end <= start || span.start >= end));
    const wanted = [...left.map(({ start, end }) => policy.text.slice(start, end)), ...fills].sort();
    const found = again.placeholders.map(({ start, end }) => again.text.slice(start, end)).sort();
    return wanted.length === found.length && wanted.every((each, index) => each === found[index]);
  }
}

/** One edit as the host wants it, and what is filled in in it. */
interface EncodedEdit {
  readonly edit: Edit;
  readonly fills: readonly string[];
}

/**
 * One edit of a policy text as an edit of its host, without a look at what becomes of the whole: for what is only proposed, many at once. Null
 * where the host cannot hold it. `host`: the whole text of the file.
 */
export function encodeEdit(host: string, policy: EmbeddedPolicy, edit: Edit): EncodedEdit | null {
  const { start, end, text } = edit;
  if (!policy.map.isBetween(start) || !policy.map.isBetween(end)) return null;
  const place = placeOf(policy, edit, host);
  const before = /^[\r\n]/.test(text) ? '' : missingIndentation(host, policy, start, place.start);
  const encoded = encodeText(text, { before, endsLine: endsLine(policy.text, end) }, policy, host);
  if (encoded === null) return null;
  return {
    edit: { ...place, text: text === '' ? '' : encoded.text },
    fills: encoded.fills.map(span => text.slice(span.start, span.end)),
  };
}

/**
 * What of the host an edit replaces. Whole lines take with them the indentation of the line behind them, which is written again; where a blank
 * line is left, they take their own, too.
 */
function placeOf(
  { map, text, indentation, form }: EmbeddedPolicy,
  { start, end, text: written }: Edit,
  host: string,
): { readonly start: number; readonly end: number } {
  const isStripped = indentation !== '' && form !== 'markdown-quote';
  const isBlankLeft = isStripped && isLineStart(text, start) && (written === '' ? endsLine(text, end) : /^[\r\n]/.test(written));
  const last = end === map.length ? map.endInHost(end) : map.startInHost(end);
  const own = map.startInHost(start);
  const first = isBlankLeft && end > start ? host.lastIndexOf('\n', own - 1) + 1 : own;
  return { start: first, end: end === start ? first : last };
}

function isLineStart(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n';
}

/** What a line that begins at an offset of the policy text lacks: one that is blank may be indented less than the others. */
function missingIndentation(host: string, { text, indentation }: EmbeddedPolicy, start: number, at: number): string {
  if (indentation === '' || !isLineStart(text, start)) return '';
  const lineStart = host.lastIndexOf('\n', at - 1) + 1;
  return indentation.slice(Math.min(at - lineStart, indentation.length));
}

function endsLine(text: string, end: number): boolean {
  return end === text.length || text[end] === '\n' || text[end] === '\r';
}
