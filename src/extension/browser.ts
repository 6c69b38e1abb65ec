import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateClient } from './activate-client.js';
import { awaitFirstUse } from './first-use.js';

/** A worker as the client takes it; this program does not see the types of a page. */
declare class Worker {
  constructor(address: string);
}

/** The extension in a browser: one bundle, because a worker cannot load a second one; the server is a worker of its own. */
export function activate(context: ExtensionContext): Promise<void> {
  const address = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  const start = () => activateClient(context, (id, name, options) => new LanguageClient(id, name, options, new Worker(address)));
  return awaitFirstUse(context, () => Promise.resolve({ activateClient: start }));
}
