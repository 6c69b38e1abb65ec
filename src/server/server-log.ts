import type { Connection } from 'vscode-languageserver';
import { redact, showInvisible } from '../core/index.js';

/** The server's lines in the client's log. Every one of them is redacted, and is one line. */
export class ServerLog {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  warn(line: string): void {
    this.#connection.console.warn(showInvisible(redact(line)));
  }

  /** The error's message is left out: JSON.parse and others quote their input in it. Where it was thrown says enough. */
  failure(what: string, error: unknown): void {
    this.#connection.console.error(showInvisible(redact(`${what}: ${nameFailure(error)}`)));
  }
}

function nameFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'something other than an error was thrown';
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s*at /.test(line));
  return [error.name, ...frames.slice(0, 8).map(line => line.trim())].join(' ');
}
