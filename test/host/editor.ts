// What the tests in the extension host do again and again.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { run, until, within } from './progress.js';

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

/** Writes a file into the opened folder. */
export async function writeFile(name: string, text: string | Uint8Array): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  await within(`writing ${name}`, vscode.workspace.fs.writeFile(uri, bytes));
  return uri;
}

/** The bytes of a file. */
export async function readFile(uri: vscode.Uri): Promise<Buffer> {
  return Buffer.from(await within(`reading ${uri.path}`, vscode.workspace.fs.readFile(uri)));
}

/** Opens a file of the opened folder in an editor. */
export async function showFile(name: string): Promise<vscode.TextDocument> {
  const document = await within(`opening ${name}`, vscode.workspace.openTextDocument(inWorkspace(name)));
  await show(document);
  return document;
}

/** Writes a file into the opened folder and opens it in an editor. */
export async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  await writeFile(name, text);
  return showFile(name);
}

/** Opens a text that no file has, in an editor of its own. */
export async function openText(content: string): Promise<vscode.TextDocument> {
  const document = await within('opening a text', vscode.workspace.openTextDocument({ content }));
  await show(document, { preview: false }); // it may not take the place of another one
  return document;
}

/** Brings a document to the front; done when it is the one that commands are about. */
export async function show(document: vscode.TextDocument, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
  await within(`showing ${document.uri.path}`, vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, ...options }));
  await until(`${document.uri.path} to be in front`, () => vscode.window.activeTextEditor?.document === document);
}

/** Changes a document, as an extension does. */
export async function change(document: vscode.TextDocument, describe: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  describe(edit);
  assert.ok(await within(`changing ${document.uri.path}`, vscode.workspace.applyEdit(edit)));
}

/** Takes the last change back; the text is `text` then. */
export async function undo(document: vscode.TextDocument, text: string): Promise<void> {
  await show(document);
  await run('undo');
  await until(`${document.uri.path} to be as it was`, () => document.getText() === text).catch(() => undefined);
  assert.equal(document.getText(), text);
}

/** Saves a document; done when the editor says so. While it is busy with something else, it says no. */
export async function save(document: vscode.TextDocument): Promise<void> {
  await until(`${document.uri.path} to be saved`, async () => (await document.save()) && !document.isDirty);
}

/** Closes the editor of a document, and gives up what is not saved. */
export async function close(document: vscode.TextDocument): Promise<void> {
  await show(document);
  await run('workbench.action.revertAndCloseActiveEditor');
  await until(`${document.uri.path} to be closed`, () => document.isClosed || !isInTab(document.uri));
}

function isInTab({ path }: vscode.Uri): boolean {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  return inputs.some(input => input instanceof vscode.TabInputText && input.uri.path === path);
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
export function actionsAt(uri: vscode.Uri, range: vscode.Range, kind = vscode.CodeActionKind.QuickFix): Promise<vscode.CodeAction[]> {
  return run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value, 20);
}

/** Makes a text the token in force, by the editor's selection, as a user does. The text is gone from the editor afterwards. */
export async function decodeFromSelection(pasted: string): Promise<void> {
  const document = await openText(pasted);
  const whole = new vscode.Selection(document.positionAt(0), document.positionAt(pasted.length));
  // What the editor tells of its own selection may come later than this one is set.
  await until('the selection', () => {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document) return false;
    if (editor.selection.isEqual(whole)) return true;
    editor.selection = whole;
    return false;
  });
  await run('apimTokenDoctor.decodeTokenFromSelection');
  await close(document);
}

/** Applies a code action in the editor of the document. */
export async function apply(document: vscode.TextDocument, action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `"${action.title}" has an edit`);
  await show(document);
  assert.ok(await within(`applying "${action.title}"`, vscode.workspace.applyEdit(action.edit)));
}

/** Sets a setting of the user's while `use` runs. */
export async function withSetting(section: string, name: string, value: unknown, use: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section);
  const set = (to: unknown): Promise<void> => within(`setting ${name}`, settings.update(name, to, vscode.ConfigurationTarget.Global));
  await set(value);
  try {
    await use();
  } finally {
    await set(undefined);
  }
}

/** Maps addresses to saved files while `use` runs, as a user without network does. */
export async function withSavedMetadata(documents: Readonly<Record<string, unknown>>, use: () => Promise<void>): Promise<void> {
  const saved: Record<string, string> = {};
  for (const [index, [address, json]] of Object.entries(documents).entries()) {
    const file = await writeFile(`saved-${index}.json`, JSON.stringify(json));
    saved[address] = file.fsPath;
  }
  await withSetting('apimTokenDoctor', 'metadata.savedDocuments', saved, use);
}
