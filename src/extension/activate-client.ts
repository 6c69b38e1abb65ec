import * as vscode from 'vscode';
import { FileFinder } from './client/find-files.js';
import { HostDocuments } from './client/host-documents.js';
import { makeClient, type ClientFactory } from './client/language-client.js';
import { RedactedChannel } from './client/redacted-channel.js';
import { ServerLink } from './client/server-link.js';
import { answerWorkspaceFiles } from './client/workspace-files.js';
import { answerWorkspacePolicies } from './client/workspace-policies.js';
import type { CommandName } from './command-names.js';
import type { CommandParts } from './commands/command-parts.js';
import { runCommand } from './commands/run-command.js';
import { registerEditorCommands } from './editor-commands.js';
import type { Product } from './first-use.js';
import type { FilePlace } from '../view.js';
import { say, type Message } from './messages/message.js';
import { notify } from './messages/notify.js';
import { write } from './messages/write.js';
import { Consent } from './metadata/consent.js';
import { DocumentProvider } from './metadata/document-provider.js';
import { MetadataStore } from './metadata/metadata-store.js';
import { PanelOwner } from './panel-owner.js';
import { RequestPathsView } from './paths-view/request-paths.js';
import { PolicyInFront } from './policy-in-front.js';
import { onSettingsChange, readSettings } from './settings.js';
import { findAzureCli, type Machine } from './sign-in/azure-cli.js';
import { signInWithEditor } from './sign-in/editor-session.js';
import type { SignIn } from './sign-in/sign-in.js';
import { SuppliedValues } from './supplied-values.js';
import { offerTokensInFiles } from './token/offer-tokens.js';
import { callTool } from './tools/call-tool.js';
import { TokenStatusBar } from './token/status-bar.js';
import { TokenStore } from './token/token-store.js';
import { watchForWalkthrough } from './walkthrough-steps.js';

/** Puts the product together and starts its language server. `machine`: null in a browser. */
export async function activateClient(context: vscode.ExtensionContext, create: ClientFactory, machine: Machine | null): Promise<Product> {
  const { extensionUri } = context;
  const log = new RedactedChannel(vscode.window.createOutputChannel('APIM Token Doctor', { log: true }));
  const client = makeClient(create, log);
  const server = new ServerLink(client);
  const finder = new FileFinder();
  const policy = new PolicyInFront(server);
  const tokens = new TokenStore(server, () => readSettings().forgetAfterMinutes);
  const metadata = new MetadataStore(server, new Consent(), log);
  const values = new SuppliedValues(server, context.workspaceState);
  const documents = new DocumentProvider(server);
  const signIn: SignIn = {
    withEditor: signInWithEditor,
    findAzureCli: async () =>
      findAzureCli(
        machine,
        (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath),
      ),
  };
  const run = (name: CommandName, parameters: readonly unknown[] = []): Promise<void> => runCommand(name, parts, parameters, log);
  const showFile = (place: FilePlace, fixes = false): void => {
    policy.revealFile(server.toUri(place.uri), place, fixes).catch(() => undefined);
  };
  const panel = new PanelOwner({
    extensionUri,
    server,
    policy,
    tokens,
    run: (name, parameters) => void run(name, parameters),
    fixFailed: () => notify('warning', say('fix-not-applied')),
    showFile,
    openSource: address => void documents.show(address, policy.column).then(undefined, () => undefined),
  });
  const paths = new RequestPathsView({ server, show: showFile, choose: key => panel.choosePath(key) });
  const parts: CommandParts = { extensionUri, server, tokens, metadata, documents, values, signIn, panel, policy, log };

  const fail = (what: Message) => (error: unknown) => log.error(write(what), error instanceof Error ? error : '');
  /** A server that came up knows nothing: facts first, so that the token meets them; the token even where they failed. Never rejects. */
  const tellServer = async (): Promise<void> => {
    await metadata.tellAgain().catch(fail(say('log-facts-failed')));
    await values.tellAgain().catch(fail(say('log-facts-failed')));
    await tokens.tellAgain().catch(fail(say('log-token-failed')));
    panel.refresh();
  };
  policy.onChange(() => panel.refresh());
  context.subscriptions.push(
    registerEditorCommands(server),
    offerTokensInFiles(),
    watchForWalkthrough(),
    answerWorkspaceFiles(client, finder),
    answerWorkspacePolicies(client, finder),
    new HostDocuments(client),
    server.onNotification('apimTokenDoctor/factsChanged', () => {
      panel.refresh();
      documents.refresh();
      paths.refresh();
    }),
    server.onNotification('apimTokenDoctor/scopesChanged', ({ found }) => {
      panel.refresh();
      paths.update(found);
    }),
    onSettingsChange(['token.forgetAfterMinutes'], () => tokens.restartTimer()),
    new TokenStatusBar(tokens, policy),
    log,
    client,
    policy,
    tokens,
    metadata,
    documents,
    panel,
    paths,
  );
  await client.start().catch((error: unknown) => {
    fail(say('log-server-failed'))(error);
    throw error;
  });
  server.onRunning(() => void tellServer());
  await tellServer();
  return { run, callTool: async (name, input, cancellation) => callTool(server, name, input, cancellation) };
}
