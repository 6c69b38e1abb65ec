import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { lookInside, mayHaveBecomePolicy } from '../policy-documents.js';
import { onSettingsChange } from '../settings.js';

/** What has to be done when a file is served no more. */
type Ending = () => void;

/**
 * Has files that hold policies served, one by one: only once a look has seen a policy in an open file, the language server is told of it, of
 * that file alone. Files of the same language without a policy are never sent, and nobody asks there. What was closed is served no more: when
 * it opens again, it is looked at again.
 */
export class HostDocuments implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #subscriptions: vscode.Disposable;
  /** By address; an open file stays served, whatever becomes of its policy: somebody may be typing it anew. */
  readonly #served = new Map<string, readonly Ending[]>();

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    const lookAtAll = (): void => vscode.workspace.textDocuments.forEach(document => this.#look(document));
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(document => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument(event => {
        if (mayHaveBecomePolicy(event)) this.#look(event.document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#release(uri.toString())),
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
    this.#served.set(address, this.#serve(document.uri));
  }

  /** Findings go with the registration that brought them, and the server is told that the file is closed, if it was not yet. */
  #release(address: string): void {
    const endings = this.#served.get(address) ?? [];
    this.#served.delete(address);
    for (const end of endings) end();
  }

  /** Everything that the server can do, for that file: as if the server had registered it. Its text goes first. */
  #serve({ scheme, fsPath }: vscode.Uri): Ending[] {
    const endings: Ending[] = [];
    const { capabilities } = this.#client.initializeResult ?? {};
    const options: Readonly<Record<string, unknown>> = {
      didOpen: {},
      didChange: { syncKind: 2 },
      didClose: {},
      diagnostic: capabilities?.diagnosticProvider,
      codeAction: capabilities?.codeActionProvider,
      codeLens: capabilities?.codeLensProvider,
      inlayHint: capabilities?.inlayHintProvider,
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
      const id = `${name}:${scheme}:${fsPath}`;
      feature.register({ id, registerOptions });
      // The text goes last, as it came first.
      endings.unshift(() => feature.unregister(id));
    }
    return endings;
  }
}
