/**
 * A text that must not leave memory: a token, or a piece of one. It prints, serialises and concatenates as a fixed word,
 * so that no log, state or message shows it by accident. Only the decoding and the signature check reveal it.
 */
export class Credential {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself. Whoever calls this answers for where it goes. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[credential]';
  }

  toJSON(): string {
    return this.toString();
  }
}
