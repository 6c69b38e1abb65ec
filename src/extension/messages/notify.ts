// Messages that VS Code shows, and does not wait for. It makes links of `[text](command:…)` in them, which run.
import * as vscode from 'vscode';
import { makeInert } from '../../core/text/inert-text.js';

/** How a message looks. */
type MessageKind = 'information' | 'warning' | 'error';

/** How long the status bar keeps a line (milliseconds). */
const briefly = 8000;

/** Shows a sentence. */
export function notify(kind: MessageKind, text: string): void {
  void show(kind, text, []);
}

/** Shows a sentence with a button, and does what it says when it is clicked. That it failed is said, but not why: the reason may quote anything. */
export function offer(kind: MessageKind, text: string, button: string, act: () => unknown): void {
  show(kind, text, [button])
    .then(chosen => (chosen === undefined ? undefined : act()))
    .catch(notifyFailure);
}

/** Says that something failed, whatever it was. */
export function notifyFailure(): void {
  notify('error', 'APIM Token Doctor could not do that. Reloading the window starts it anew.');
}

/**
 * Asks a question in front of everything, and gives the button that was clicked; undefined where the user cancelled. Each line of `detail` stays
 * one line, whatever it quotes.
 */
export async function ask<Button extends string>(
  question: string,
  detail: readonly string[],
  ...buttons: readonly Button[]
): Promise<Button | undefined> {
  const options = { modal: true, detail: detail.map(makeInert).join('\n') };
  const labels = buttons.map(makeInert);
  const chosen = await vscode.window.showWarningMessage(makeInert(question), options, ...labels);
  return chosen === undefined ? undefined : buttons[labels.indexOf(chosen)];
}

/** Writes a line into the status bar for some seconds. `icon`: one of VS Code's, by its name. */
export function mention(icon: string, text: string): void {
  vscode.window.setStatusBarMessage(`$(${icon}) ${makeInert(text)}`, briefly);
}

/** Never rejects: a message that could not be shown has nobody to be told. */
async function show(kind: MessageKind, text: string, buttons: readonly string[]): Promise<string | undefined> {
  const { showErrorMessage, showInformationMessage, showWarningMessage } = vscode.window;
  const showMessage = { information: showInformationMessage, warning: showWarningMessage, error: showErrorMessage }[kind];
  try {
    return await showMessage(makeInert(text), ...buttons.map(makeInert));
  } catch {
    return undefined;
  }
}
