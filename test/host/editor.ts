// What the tests in the extension host do again and again.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './progress.js';

export const extensionId = 'apim-token-doctor.apim-token-doctor';

/** The story's policy. */
export const storyPolicy = `<policies>
    <inbound>
        <base />
        <!-- Only the shop's app may call. -->
        <validate-azure-ad-token tenant-id="11111111-2222-3333-4444-555555555555">
            <client-application-ids>
                <application-id>bbbbbbbb-cccc-dddd-eeee-ffffffffffff</application-id>
            </client-application-ids>
            <audiences>
                <audience>66666666-7777-8888-9999-aaaaaaaaaaaa</audience>
                <audience>api://66666666-7777-8888-9999-aaaaaaaaaaaa</audience>
            </audiences>
        </validate-azure-ad-token>
        <set-variable name="begin" value="@(DateTime.UtcNow.ToString("o"))" />
    </inbound>
</policies>
`;

/** The address of a file in the opened folder. */
export function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Writes a file into the opened folder and opens it in an editor. */
export async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(inWorkspace(name));
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** The diagnostics of this extension; `code` null for all. */
export function findings(uri: vscode.Uri, code: string | null = null): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(one => one.source === 'apim-token-doctor' && (code === null || codeOf(one) === code));
}

/** The rule's code. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a diagnostic whose message holds the text. */
export async function findingAbout(uri: vscode.Uri, text: string): Promise<vscode.Diagnostic> {
  return until(`a finding about ${text}`, () => findings(uri).find(one => one.message.includes(text)));
}

/** The code actions at a place, with their edits. */
export function actionsAt(uri: vscode.Uri, range: vscode.Range, kind = vscode.CodeActionKind.QuickFix): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value, 20);
}

/** Makes a text the token in force, by the editor's selection, as a user does. The text is gone from the editor afterwards. */
export async function decodeFromSelection(pasted: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content: pasted });
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  editor.selection = new vscode.Selection(document.positionAt(0), document.positionAt(pasted.length));
  await vscode.commands.executeCommand('apimTokenDoctor.decodeTokenFromSelection');
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Applies a code action in the editor of the document. */
export async function apply(document: vscode.TextDocument, action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `"${action.title}" has an edit`);
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** Maps addresses to saved files while `use` runs, as a user without network does. */
export async function withSavedMetadata(documents: Readonly<Record<string, unknown>>, use: () => Promise<void>): Promise<void> {
  const saved: Record<string, string> = {};
  for (const [index, [address, json]] of Object.entries(documents).entries()) {
    const file = inWorkspace(`saved-${index}.json`);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(json)));
    saved[address] = file.fsPath;
  }
  const settings = vscode.workspace.getConfiguration('apimTokenDoctor');
  await settings.update('metadata.savedDocuments', saved, vscode.ConfigurationTarget.Global);
  try {
    await use();
  } finally {
    await settings.update('metadata.savedDocuments', undefined, vscode.ConfigurationTarget.Global);
  }
}
