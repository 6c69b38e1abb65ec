import type { EnglishMessages } from './english/index.js';

/** The name of a sentence in the catalogue. */
export type MessageName = keyof EnglishMessages;

/** The values that a sentence needs; `{}` for one that needs none. */
export type MessageArguments<Name extends MessageName> =
  Parameters<EnglishMessages[Name]> extends [infer Values extends object] ? Values : Readonly<Record<string, never>>;

/** A sentence not yet written: its name in the catalogue and its values. Rules emit these, so that a second language is one more catalogue. */
export interface Message {
  readonly name: MessageName;
  readonly values: object;
}

/** Names a sentence and checks, at compile time, that its values fit. */
export function say<Name extends MessageName>(name: Name, values: MessageArguments<Name>): Message {
  return { name, values };
}
