import * as vscode from 'vscode';
import { makeInert } from '../../core/text/inert-text.js';

/** Shows in the status bar what is done until it is done. */
export async function showProgress<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: makeInert(title) }, work);
}

/** Shows as a message what is done, how far it is (`report`), and a button that cancels it. */
export async function showCancellableProgress<Result>(
  title: string,
  work: (report: (text: string) => void, cancellation: vscode.CancellationToken) => Promise<Result>,
): Promise<Result> {
  const options = { location: vscode.ProgressLocation.Notification, title: makeInert(title), cancellable: true };
  return vscode.window.withProgress(options, (progress, cancellation) =>
    work(text => progress.report({ message: makeInert(text) }), cancellation),
  );
}
