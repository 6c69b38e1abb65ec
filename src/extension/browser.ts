import { Uri, workspace, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { activateClient } from './activate-client.js';
import { joinBundles } from './client/worker-script.js';
import { awaitFirstUse } from './first-use.js';

type WorkerPort = ConstructorParameters<typeof BrowserMessageReader>[0];

/** This program does not see the types of a page. */
declare const Worker: new (address: string) => WorkerPort;

/** The names of the server's bundles, the first one first, written in by the bundler. */
declare const serverBundles: readonly string[];

/** The extension in a browser: one bundle, because a worker cannot load a second one; the server is a worker of its own. */
export function activate(context: ExtensionContext): Promise<void> {
  const folder = Uri.joinPath(context.extensionUri, 'dist', 'server');
  const start = () =>
    activateClient(context, (id, name, options) => new LanguageClient(id, name, () => connectWorker(folder), options), null);
  return awaitFirstUse(context, () => Promise.resolve({ activateClient: start }));
}

/** The client is given the two ends, because it does not know VS Code's workers by their class. */
async function connectWorker(folder: Uri): Promise<MessageTransports> {
  const script = new Blob([joinBundles(await readBundles(folder))], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(script));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** By their names; read by VS Code, because the folder may be on a remote machine. */
async function readBundles(folder: Uri): Promise<ReadonlyMap<string, string>> {
  const read = async (name: string): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name)));
  const texts = await Promise.all(serverBundles.map(async name => [`./${name}`, await read(name)] as const));
  return new Map(texts);
}
