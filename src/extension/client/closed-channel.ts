import * as vscode from 'vscode';

/**
 * A log channel that takes nothing. The language client traces messages into a channel whenever its log level says so, and
 * an undeclared setting of a workspace can ask for parameters, too: the pasted token would stand in a log file. The client
 * gets this channel for its traces, and its level never changes.
 */
export class ClosedChannel implements vscode.LogOutputChannel {
  readonly name = 'apim-token-doctor.closed';
  readonly logLevel = vscode.LogLevel.Off;
  readonly onDidChangeLogLevel: vscode.Event<vscode.LogLevel> = () => ({ dispose: () => undefined });

  trace(): void {}
  debug(): void {}
  info(): void {}
  warn(): void {}
  error(): void {}
  append(): void {}
  appendLine(): void {}
  replace(): void {}
  clear(): void {}
  show(): void {}
  hide(): void {}
  dispose(): void {}
}
