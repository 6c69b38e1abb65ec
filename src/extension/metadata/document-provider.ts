import * as vscode from 'vscode';
import type { ServerLink } from '../client/server-link.js';
import { say } from '../messages/message.js';
import { write } from '../messages/write.js';

export const metadataScheme = 'apim-token-doctor';

/** Shows metadata documents in read-only editors. Their text is asked of the server each time, so nothing is kept here. */
export class DocumentProvider implements vscode.TextDocumentContentProvider {
  readonly #server: ServerLink;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  constructor(server: ServerLink) {
    this.#server = server;
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(metadataScheme, this);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const text = await this.#server.ask('apimTokenDoctor/metadata/text', { address: uri.query });
    return text ?? `// ${uri.query}\n// ${write(say('document-missing'))}\n`;
  }

  /** Opens the document of that address in the policy's column, so that the panel stays in sight. */
  async show(address: string, column: vscode.ViewColumn): Promise<void> {
    const document = await vscode.workspace.openTextDocument(toUri(address));
    const json = await vscode.languages.setTextDocumentLanguage(document, 'jsonc');
    await vscode.window.showTextDocument(json, { viewColumn: column, preview: true });
  }

  /** The facts have changed: open editors show the new text. */
  refresh(): void {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === metadataScheme) this.#changed.fire(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** The path is for people, a tab's title; the query is the address. */
function toUri(address: string): vscode.Uri {
  const { host, pathname } = new URL(address);
  const name = pathname.includes('openid-configuration') ? 'openid-configuration' : 'keys';
  return vscode.Uri.from({ scheme: metadataScheme, path: `/${host}/${name}.jsonc`, query: address });
}
