import type * as vscode from 'vscode';
import { showInvisible, showInvisibleLines } from '../../core/text/visible-text.js';
import { redact } from '../../core/token/redact.js';

/**
 * A log channel that takes everything token-like out of each line before it is written, and writes what nobody sees as an escape: one record is one
 * line, so that no text from outside forges another. All of the product's lines go through it.
 */
export class RedactedChannel implements vscode.LogOutputChannel {
  readonly #channel: vscode.LogOutputChannel;

  constructor(channel: vscode.LogOutputChannel) {
    this.#channel = channel;
  }

  get name(): string {
    return this.#channel.name;
  }

  get logLevel(): vscode.LogLevel {
    return this.#channel.logLevel;
  }

  get onDidChangeLogLevel(): vscode.Event<vscode.LogLevel> {
    return this.#channel.onDidChangeLogLevel;
  }

  trace(message: string, ...rest: unknown[]): void {
    this.#channel.trace(toLine(message, rest));
  }

  debug(message: string, ...rest: unknown[]): void {
    this.#channel.debug(toLine(message, rest));
  }

  info(message: string, ...rest: unknown[]): void {
    this.#channel.info(toLine(message, rest));
  }

  warn(message: string, ...rest: unknown[]): void {
    this.#channel.warn(toLine(message, rest));
  }

  error(error: string | Error, ...rest: unknown[]): void {
    this.#channel.error(toLine(error, rest));
  }

  append(value: string): void {
    this.#channel.append(showInvisibleLines(redact(value)));
  }

  appendLine(value: string): void {
    this.#channel.appendLine(showInvisible(redact(value)));
  }

  replace(value: string): void {
    this.#channel.replace(showInvisibleLines(redact(value)));
  }

  clear(): void {
    this.#channel.clear();
  }

  show(column?: vscode.ViewColumn | boolean, preserveFocus?: boolean): void {
    this.#channel.show(typeof column === 'boolean' ? column : preserveFocus);
  }

  hide(): void {
    this.#channel.hide();
  }

  dispose(): void {
    this.#channel.dispose();
  }
}

function toLine(first: string | Error, rest: readonly unknown[]): string {
  return showInvisible(redact([first, ...rest].map(toText).join(' ')));
}

/** An error's message may quote what it could not read, so only its name and where it was thrown are written. */
function toText(part: unknown): string {
  if (typeof part === 'string') return part;
  if (!(part instanceof Error)) return `[${typeof part}]`;
  const frames = (part.stack ?? '').split('\n').filter(line => /^\s*at /.test(line));
  return [part.name, ...frames.slice(0, 8).map(line => line.trim())].join(' ');
}
