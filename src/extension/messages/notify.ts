// Messages that VS Code shows, and does not wait for. It makes links of `[text](command:…)` in them, which run.
import * as vscode from 'vscode';
import { say, type Message } from './message.js';
import { writeInert } from './write.js';

/** How a message looks. */
type MessageKind = 'information' | 'warning' | 'error';

/** How long the status bar keeps a line (milliseconds). */
const briefly = 8000;

/** Shows a sentence. */
export function notify(kind: MessageKind, text: Message): void {
  void show(kind, text, []);
}

/** Shows a sentence with a button, and does what it says when it is clicked. That it failed is said, but not why: the reason may quote anything. */
export function offer(kind: MessageKind, text: Message, button: Message, act: () => unknown): void {
  show(kind, text, [button])
    .then(chosen => (chosen === undefined ? undefined : act()))
    .catch(notifyFailure);
}

/** Says that something failed, whatever it was. */
export function notifyFailure(): void {
  notify('error', say('failed'));
}

/**
 * Asks a question in front of everything, and gives the button that was clicked; undefined where the user cancelled. Each line of `detail` stays
 * one line, whatever it quotes.
 */
export async function ask(question: Message, detail: readonly Message[], ...buttons: readonly Message[]): Promise<Message | undefined> {
  const options = { modal: true, detail: detail.map(writeInert).join('\n') };
  const labels = buttons.map(writeInert);
  const chosen = await vscode.window.showWarningMessage(writeInert(question), options, ...labels);
  return chosen === undefined ? undefined : buttons[labels.indexOf(chosen)];
}

/** Writes a line into the status bar for some seconds. `icon`: one of VS Code's, by its name. */
export function mention(icon: string, text: Message): void {
  vscode.window.setStatusBarMessage(`$(${icon}) ${writeInert(text)}`, briefly);
}

/** Never rejects: a message that could not be shown has nobody to be told. */
async function show(kind: MessageKind, text: Message, buttons: readonly Message[]): Promise<string | undefined> {
  const { showErrorMessage, showInformationMessage, showWarningMessage } = vscode.window;
  const showMessage = { information: showInformationMessage, warning: showWarningMessage, error: showErrorMessage }[kind];
  try {
    return await showMessage(writeInert(text), ...buttons.map(writeInert));
  } catch {
    return undefined;
  }
}
