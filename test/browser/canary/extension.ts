// What the product must not do with a token, this does with a harmless text: with VS Code's own means, and with a language client
// whose traces are not closed. The test's setting `tokenDoctorCanary.trace.server` opens them, as a user's setting could for any client.
import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

const canary = 'harmless-canary-5f1d';

/** Plants the canary in the log, in the state, and in the trace of a message to a server. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const channel = vscode.window.createOutputChannel('Canary', { log: true });
  channel.trace(canary);
  await context.globalState.update('planted', canary);
  await context.workspaceState.update('planted', canary);
  const module = path.join(context.extensionPath, 'server.cjs');
  const client = new LanguageClient(
    'tokenDoctorCanary',
    'Canary Server',
    { module, transport: TransportKind.ipc },
    { documentSelector: [] },
  );
  context.subscriptions.push(channel, { dispose: () => void client.dispose() });
  await client.start();
  await client.sendNotification('canary/planted', { text: canary });
}
