import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { activateClient } from './activate-client.js';
import { awaitFirstUse } from './first-use.js';

type WorkerPort = ConstructorParameters<typeof BrowserMessageReader>[0];

/** This program does not see the types of a page. */
declare const Worker: new (address: string) => WorkerPort;

/** The extension in a browser: one bundle, because a worker cannot load a second one; the server is a worker of its own. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server', 'server.js');
  const start = () =>
    activateClient(context, (id, name, options) => new LanguageClient(id, name, () => connectWorker(script), options), null);
  return awaitFirstUse(context, () => Promise.resolve({ activateClient: start }));
}

/** The client is given the two ends, because it does not know VS Code's workers by their class. */
async function connectWorker(script: Uri): Promise<MessageTransports> {
  const worker = new Worker(await addressOf(script));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** VS Code starts no worker at the address of a file on a remote machine, but one from its text. */
async function addressOf(script: Uri): Promise<string> {
  if (script.scheme !== 'vscode-remote') return script.toString(true);
  const text = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([Uint8Array.from(text)], { type: 'text/javascript' }));
}
