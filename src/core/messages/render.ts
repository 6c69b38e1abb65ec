import { showInvisible } from '../text/visible-text.js';
import type { Catalogue } from './catalogue.js';
import { englishCatalogue } from './english/index.js';
import type { Message } from './message.js';

/** Writes the sentences out in a language. Each is one line, and what nobody sees in the values becomes an escape like `\u202e`. */
export function render(message: Message, catalogue: Catalogue = englishCatalogue): string {
  // `say` has checked that the values fit the sentence; a union of functions cannot say so.
  const write = catalogue.sentences[message.name] as (values: object) => string;
  const text = showInvisible(write(message.values));
  return message.next === undefined ? text : `${text} ${render(message.next, catalogue)}`;
}
