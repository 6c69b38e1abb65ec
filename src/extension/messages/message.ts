import type { Catalogue } from './catalogue.js';

type Sentences = Catalogue['sentences'];

/** A sentence not yet written: its name in the catalogue and its values. What shows texts to the user takes these and no others. */
export interface Message {
  readonly name: keyof Sentences;
  readonly values: object | undefined;
  /** What is said after it. */
  readonly next?: Message;
}

/** Names a sentence and checks, at compile time, that its values fit. */
export function say<Name extends keyof Sentences>(name: Name, ...values: Parameters<Sentences[Name]>): Message {
  const [first]: readonly (object | undefined)[] = values;
  return { name, values: first };
}

/** What is written already, by the server or by a document: it is shown as it is, made inert. */
export function quote(text: string): Message {
  return say('quoted', { text });
}

/** One after the other, those that are null left out. */
export function sayAll(first: Message, ...others: readonly (Message | null)[]): Message {
  const [second, ...rest] = others.filter(message => message !== null);
  if (second === undefined) return first;
  const next = sayAll(second, ...rest);
  return { ...first, next: first.next === undefined ? next : sayAll(first.next, next) };
}

/** Writes a message out in a language. What it quotes stands in it as it is: whoever shows it makes it inert. */
export function render(message: Message, catalogue: Catalogue): string {
  // `say` has checked that the values fit the sentence; a union of functions cannot say so.
  const write = catalogue.sentences[message.name] as (values: object | undefined) => string;
  const written = write(message.values);
  return message.next === undefined ? written : `${written} ${render(message.next, catalogue)}`;
}
