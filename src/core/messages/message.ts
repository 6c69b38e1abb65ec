import type { EnglishMessages } from './english/sentences.js';

/** The name of a sentence in the catalogue. */
export type MessageName = keyof EnglishMessages;

/** The values that a sentence needs; `{}` for one that needs none. */
export type MessageArguments<Name extends MessageName> =
  Parameters<EnglishMessages[Name]> extends [infer Values extends object] ? Values : Readonly<Record<string, never>>;

/** Sentences not yet written: their names in the catalogue and their values. Rules emit these, so that a second language is one more catalogue. */
export interface Message {
  readonly name: MessageName;
  readonly values: object;
  /** What is said after it. */
  readonly next?: Message;
}

/** Names a sentence and checks, at compile time, that its values fit. */
export function say<Name extends MessageName>(name: Name, values: MessageArguments<Name>): Message {
  return { name, values };
}

/** One message after the other, those that are null left out. */
export function sayAll(first: Message, ...others: readonly (Message | null)[]): Message {
  const [second, ...rest] = others.filter(message => message !== null);
  if (second === undefined) return first;
  const next = sayAll(second, ...rest);
  return { ...first, next: first.next === undefined ? next : sayAll(first.next, next) };
}
