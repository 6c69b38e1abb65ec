import * as vscode from 'vscode';
import type { Message } from './message.js';
import { writeInert } from './write.js';

/** Shows in the status bar what is done until it is done. */
export async function showProgress<Result>(title: Message, work: () => Promise<Result>): Promise<Result> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: writeInert(title) }, work);
}

/** Shows as a message what is done, how far it is (`report`), and a button that cancels it. */
export async function showCancellableProgress<Result>(
  title: Message,
  work: (report: (text: Message) => void, cancellation: vscode.CancellationToken) => Promise<Result>,
): Promise<Result> {
  const options = { location: vscode.ProgressLocation.Notification, title: writeInert(title), cancellable: true };
  return vscode.window.withProgress(options, (progress, cancellation) =>
    work(text => progress.report({ message: writeInert(text) }), cancellation),
  );
}
