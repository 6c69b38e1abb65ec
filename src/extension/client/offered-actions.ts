import * as vscode from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type BaseLanguageClient,
  type CodeAction,
} from 'vscode-languageclient';
import { showChangeCommand, listChangedLines } from './show-changes.js';

/** Something that the server offers at a place, as the light bulb has it. */
export interface OfferedAction {
  readonly title: string;
  /**
   * Does it, worked out on the text as it is then, and shows the lines that have changed. False where nothing was changed, because somebody
   * typed meanwhile. Rejects where it is not possible any more; the error's text is a fixed sentence.
   */
  readonly run: () => Promise<boolean>;
}

/** What the server offers at a position of a document: fixes, rewrites, and ways to silence. */
export async function listOfferedActions(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<OfferedAction[]> {
  const { code2ProtocolConverter: toServer } = client;
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: toServer.asTextDocumentIdentifier(document),
    range: toServer.asRange(new vscode.Range(position, position)),
    context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked },
  });
  return (actions ?? [])
    .filter((action): action is CodeAction => typeof action.command !== 'string')
    .map(action => ({ title: action.title, run: () => runAction(client, document, action) }));
}

async function runAction(client: BaseLanguageClient, document: vscode.TextDocument, action: CodeAction): Promise<boolean> {
  if (action.command !== undefined) {
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
    return true;
  }
  const { version } = document;
  const resolved = await client.sendRequest(CodeActionResolveRequest.type, action);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(resolved.edit);
  // VS Code checks no version of such an edit: one of an older text would land in the wrong place.
  if (edit === undefined || document.version !== version || !(await vscode.workspace.applyEdit(edit))) return false;
  for (const [uri, edits] of edit.entries())
    await vscode.commands.executeCommand(showChangeCommand, uri.toString(), listChangedLines(edits));
  return true;
}
