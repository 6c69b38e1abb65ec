import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient as activate } from './activate-client.js';
import type { Product } from './first-use.js';

/** The client on Node: the server is a process of its own. */
export function activateClient(context: ExtensionContext): Promise<Product> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return activate(context, (id, name, options) => new LanguageClient(id, name, { run: server, debug: server }, options));
}
