import * as vscode from 'vscode';
import { commandId, commandNames, type CommandName } from './command-names.js';
import { holdTree } from './messages/hold-tree.js';
import { say } from './messages/message.js';
import { offer } from './messages/notify.js';
import { registerCommand } from './messages/register-command.js';
import { watchForApis } from './paths-view/watch-for-apis.js';
import { requestPathsView } from './paths-view/view-id.js';
import { offerTools, type CallTool } from './tools/offer-tools.js';
import { isPolicyDocument, lookInside, mayHaveBecomePolicy } from './policy-documents.js';

/** What the client's bundle offers once it was loaded. */
export interface ClientModule {
  activateClient(context: vscode.ExtensionContext): Promise<Product>;
}

/** The running product. */
export interface Product {
  run(command: CommandName, parameters: readonly unknown[]): Promise<unknown>;
  readonly callTool: CallTool;
}

/** The part of the panel's view type that the tabs' own name for it ends in. */
const panelType = 'apimTokenDoctor.tokenPanel';

/**
 * Waits for the first policy document, the first command, the unfolding of the view of request paths or a panel of an earlier session, and loads
 * the client then. Until that moment an XML document costs a look at its first characters, and the workspace one search for a file name.
 */
export async function awaitFirstUse(context: vscode.ExtensionContext, load: () => Promise<ClientModule>): Promise<void> {
  const first: { running?: Promise<Product> } = {};
  const listeners: vscode.Disposable[] = [];

  const start = (): Promise<Product> => {
    first.running ??= load()
      .then(client => {
        heldTree.dispose();
        return client.activateClient(context);
      })
      .then(product => {
        for (const listener of listeners) listener.dispose();
        return product;
      });
    // Whoever asks after a failure tries again.
    first.running.catch(() => delete first.running);
    return first.running;
  };
  const look = (document: vscode.TextDocument): void => {
    if (isPolicyDocument(document) || lookInside(document) !== null) start().catch(reportFailedStart);
  };

  for (const name of commandNames) {
    const run = async (...parameters: unknown[]): Promise<unknown> => {
      const product = await start().catch(reportFailedStart);
      return product?.run(name, parameters);
    };
    context.subscriptions.push(registerCommand(commandId(name), run));
  }
  context.subscriptions.push(offerTools(async (...call) => (await start()).callTool(...call)));
  const heldTree = holdTree(requestPathsView, () => start().catch(reportFailedStart));
  listeners.push(
    watchForApis(),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(event => {
      if (mayHaveBecomePolicy(event)) look(event.document);
    }),
  );
  context.subscriptions.push(...listeners);
  vscode.workspace.textDocuments.forEach(look);
  if (hasPanel()) await start().catch(reportFailedStart);
}

/** VS Code asks for a panel of an earlier session as soon as this extension is active: the client must be there by then. */
function hasPanel(): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  return tabs.some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(panelType));
}

function reportFailedStart(): undefined {
  offer('error', say('start-failed'), say('reload-window'), () => vscode.commands.executeCommand('workbench.action.reloadWindow'));
  return undefined;
}
