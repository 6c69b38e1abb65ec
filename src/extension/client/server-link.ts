import { State, type BaseLanguageClient } from 'vscode-languageclient';
import type * as vscode from 'vscode';
import type { Notifications, Requests } from '../../protocol.js';
import { listOfferedActions, type OfferedAction } from './offered-actions.js';

/** The language server, as the rest of the extension sees it: typed questions, and what it says by itself. */
export class ServerLink {
  readonly #client: BaseLanguageClient;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** Rejects where the server is gone or could not answer; the error's text is a fixed sentence. */
  ask<Method extends keyof Requests>(
    method: Method,
    params: Requests[Method]['params'],
    cancellation?: vscode.CancellationToken,
  ): Promise<Requests[Method]['result']> {
    // What is handed on beside the parameters, undefined too, would become one of them.
    const more = cancellation === undefined ? [] : [cancellation];
    return this.#client.sendRequest<Requests[Method]['result']>(method, params, ...more);
  }

  onNotification<Method extends keyof Notifications>(method: Method, listener: (params: Notifications[Method]) => void): vscode.Disposable {
    return this.#client.onNotification(method, listener);
  }

  /** Calls back each time the server has come up, for the first time or after it died: it knows nothing then. */
  onRunning(listener: () => void): vscode.Disposable {
    return this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) listener();
    });
  }

  /** What it offers at a position of a document, as the light bulb has it. */
  listActions(document: vscode.TextDocument, position: vscode.Position): Promise<OfferedAction[]> {
    return listOfferedActions(this.#client, document, position);
  }

  /** The address of a file as VS Code has it. */
  toUri(uri: string): vscode.Uri {
    return this.#client.protocol2CodeConverter.asUri(uri);
  }

  get isRunning(): boolean {
    return this.#client.state === State.Running;
  }
}
