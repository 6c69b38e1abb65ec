// What the language client gets in the place of `vscode` (esbuild.mjs): it shows errors and a server's messages by itself, and quotes in them.
import * as vscode from 'vscode';
import { makeInert } from '../../core/text/inert-text.js';

export * from 'vscode';

type Show = typeof vscode.window.showErrorMessage;

/** As `vscode.window`, but what is shown is inert. */
export const window: typeof vscode.window = Object.create(vscode.window, {
  showInformationMessage: { value: inert(vscode.window.showInformationMessage) },
  showWarningMessage: { value: inert(vscode.window.showWarningMessage) },
  showErrorMessage: { value: inert(vscode.window.showErrorMessage) },
  withProgress: { value: withProgress },
}) as typeof vscode.window;

function inert(show: Show): Show {
  return (message: string, ...rest: unknown[]) =>
    (show as (...all: unknown[]) => Thenable<never>)(oneLine(message), ...rest.map(inertPart));
}

/** A button, or the options of a modal message. */
function inertPart(part: unknown): unknown {
  if (typeof part === 'string') return makeInert(part);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, typeof value === 'string' ? oneLine(value) : (value as unknown)]),
  );
}

function withProgress<Result>(
  options: vscode.ProgressOptions,
  task: (progress: vscode.Progress<{ message?: string; increment?: number }>, token: vscode.CancellationToken) => Thenable<Result>,
): Thenable<Result> {
  const { title } = options;
  return vscode.window.withProgress({ ...options, ...(title === undefined ? {} : { title: oneLine(title) }) }, (progress, token) => {
    const report: typeof progress.report = value =>
      progress.report({ ...value, ...(value.message === undefined ? {} : { message: oneLine(value.message) }) });
    return task({ report }, token);
  });
}

/** VS Code shows line breaks as spaces. */
function oneLine(text: string): string {
  return text
    .split(/\r?\n/)
    .map(line => makeInert(line))
    .join(' ');
}
