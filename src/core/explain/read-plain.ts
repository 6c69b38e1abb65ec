import { undoEscapes } from './undo-escapes.js';

/** A pasted text in the forms in which it is compared. */
export interface PlainText {
  /** Without escapes of JSON and HTML, without typographic quotes and what nobody sees. */
  readonly plain: string;
  /** The same with each run of white space as one space: a picture of the text has line breaks anywhere. */
  readonly oneLine: string;
  /** In small letters, without white space, quotes and backslashes: line breaks of a screenshot and escapes of a log make no difference. */
  readonly squeezed: string;
  /** Every word, to the letter; hyphens belong to words. */
  readonly words: ReadonlySet<string>;
}

/** Time and memory grow with the length of the text. */
export function readPlain(text: string): PlainText {
  const plain = undoEscapes(text)
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\u00a0|<br ?\/?>/gi, ' ');
  return { plain, oneLine: plain.replace(/\s+/g, ' '), squeezed: squeeze(plain), words: new Set(plain.match(/[A-Za-z][\w-]*/g)) };
}

/** A text as it is compared: see `PlainText`. */
export function squeeze(text: string): string {
  return text.toLowerCase().replace(/[\s"'`\\]+/g, '');
}
