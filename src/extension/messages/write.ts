import * as vscode from 'vscode';
import { makeInert } from '../../core/text/inert-text.js';
import { catalogueOf, type Catalogue } from './catalogue.js';
import { render, type Message } from './message.js';

/** The catalogue of the language in which VS Code is shown. */
export function catalogueInForce(): Catalogue {
  return catalogueOf(vscode.env.language);
}

/** A message in the language in force, for a log, the server or the panel: what it quotes is as it was. */
export function write(message: Message): string {
  return render(message, catalogueInForce());
}

/** The same for one line that VS Code shows: nothing in it works. */
export function writeInert(message: Message): string {
  return makeInert(write(message));
}
