import { showInvisible } from '../text/visible-text.js';
import type { Catalogue } from './catalogue.js';
import type { Message } from './message.js';
import { cutText, longestTitle, type Said } from './said.js';

/** Writes the sentences out in a language. Each is one line, and what nobody sees in the values becomes an escape like `\u202e`. */
export function render(message: Message, catalogue: Catalogue): string {
  const whole = showInvisible(tellWhole(writeOut(message, catalogue, Infinity)));
  return message.next === undefined ? whole : `${whole} ${render(message.next, catalogue)}`;
}

/** The same in two lines: a title that stands alone, of at most `longest` UTF-16 units, and the rest, null where there is none. */
export function renderApart(
  message: Message,
  catalogue: Catalogue,
  longest = longestTitle,
): { readonly title: string; readonly detail: string | null } {
  const { title, detail } = writeOut(message, catalogue, longest);
  const next = message.next === undefined ? '' : render(message.next, catalogue);
  const rest = [showInvisible(detail), next].filter(part => part !== '').join(' ');
  return { title: cutText(showInvisible(title), longest), detail: rest === '' ? null : rest };
}

function writeOut(message: Message, catalogue: Catalogue, longest: number): Said {
  // `say` has checked that the values fit the sentence; a union of functions cannot say so.
  const write = catalogue.sentences[message.name] as (values: object) => string | Said;
  const written = write(message.values);
  return typeof written === 'string' ? splitSentence(written, longest) : written;
}

/** Title and detail as one text. Where there is room, what a title says shortened is not said twice. */
function tellWhole({ title, detail, left }: Said): string {
  return (left === undefined ? [title, detail] : [detail, left]).filter(part => part !== '').join(' ');
}

/** A sentence that is not written in two pieces: its first one is the title; one that is too long is told again, whole. */
function splitSentence(text: string, longest: number): Said {
  if (text.length <= longest) return { title: text, detail: '' };
  const [, first = text, rest = ''] = /^(.+?[.?!]) (?=[\p{Lu}"'])(.*)$/su.exec(text) ?? [];
  return first.length <= longest ? { title: first, detail: rest } : { title: first, detail: text };
}
