import type { Connection } from 'vscode-languageserver';
import { redact, showInvisible } from '../core/index.js';
import type { Sentence } from './sentences/catalogue.js';
import type { Language } from './sentences/language.js';

/** The server's lines in the client's log. Every one of them is redacted, and is one line. */
export class ServerLog {
  readonly #connection: Connection;
  readonly #language: Language;

  constructor(connection: Connection, language: Language) {
    this.#connection = connection;
    this.#language = language;
  }

  warn(what: Sentence): void {
    this.#connection.console.warn(showInvisible(redact(what(this.#language.words))));
  }

  /** The error's message is left out: JSON.parse and others quote their input in it. Where it was thrown says enough. */
  failure(what: Sentence, error: unknown): void {
    const { words } = this.#language;
    const line = words.failure({ what: what(words), where: nameFailure(error) ?? words.noError() });
    this.#connection.console.error(showInvisible(redact(line)));
  }
}

/** Null for what is no error. */
function nameFailure(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s*at /.test(line));
  return [error.name, ...frames.slice(0, 8).map(line => line.trim())].join(' ');
}
