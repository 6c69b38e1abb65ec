import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { lookInside, mayHaveBecomePolicy } from '../policy-documents.js';
import { onSettingsChange } from '../settings.js';

/**
 * Has files that hold policies served, one by one: only once a look has seen a policy in an open file, the language server is told of it, of
 * that file alone. Files of the same language without a policy are never sent, and nobody asks there.
 */
export class HostDocuments implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #subscriptions: vscode.Disposable;
  /** Addresses; a file stays served as long as the server lives, whatever becomes of its policy. */
  readonly #served = new Set<string>();

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    const lookAtAll = (): void => vscode.workspace.textDocuments.forEach(document => this.#look(document));
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(document => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument(event => {
        if (mayHaveBecomePolicy(event)) this.#look(event.document);
      }),
      onSettingsChange(['hosts'], lookAtAll),
      // A server that has come up again knows of no document.
      client.onDidChangeState(({ newState }) => {
        this.#served.clear();
        if (newState === State.Running) lookAtAll();
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #look(document: vscode.TextDocument): void {
    const address = document.uri.toString();
    if (this.#client.state !== State.Running || this.#served.has(address) || lookInside(document) === null) return;
    this.#served.add(address);
    this.#serve(document.uri);
  }

  /** Everything that the server can do, for that file: as if the server had registered it. Its text goes first. */
  #serve({ scheme, fsPath }: vscode.Uri): void {
    const { capabilities } = this.#client.initializeResult ?? {};
    const options: Readonly<Record<string, unknown>> = {
      didOpen: {},
      didChange: { syncKind: 2 },
      didClose: {},
      diagnostic: capabilities?.diagnosticProvider,
      codeAction: capabilities?.codeActionProvider,
      hover: capabilities?.hoverProvider,
      completion: capabilities?.completionProvider,
      definition: capabilities?.definitionProvider,
      documentLink: capabilities?.documentLinkProvider,
      documentSymbol: capabilities?.documentSymbolProvider,
    };
    for (const [name, own] of Object.entries(options)) {
      if (own === undefined || own === false) continue;
      // All of them take such a registration; the types list each name alone.
      const feature = this.#client.getFeature(`textDocument/${name}` as 'textDocument/hover');
      const registerOptions = { ...(typeof own === 'object' ? own : {}), documentSelector: [{ scheme, pattern: fsPath }] };
      feature.register({ id: `${name}:${scheme}:${fsPath}`, registerOptions });
    }
  }
}
