import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, findings, inWorkspace, openFile, storyPolicy } from './editor.js';
import { until } from './progress.js';

/** Whether the language client was read: it is a bundle of its own, and this host's modules are in one cache. */
const clientIsLoaded = (): boolean => Object.keys(require.cache).some(file => /dist[\\/]client\.cjs$/.test(file));

// These come first: they see the extension before any policy was opened.
describe('activation', () => {
  it('costs nothing for XML that is no policy', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace('list.xml'));
    await vscode.window.showTextDocument(document);
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    await until('the extension to be active', () => extension.isActive);
    assert.equal(clientIsLoaded(), false, 'no language client is read');
    assert.deepEqual(findings(document.uri), []);
  });

  it('starts the language client at the first policy', async () => {
    await openFile('first.policy.xml', storyPolicy);
    await until('the language client', clientIsLoaded);
  });

  it('registers every command of the manifest', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = await vscode.commands.getCommands(true);
    for (const { command } of manifest.contributes.commands) assert.ok(registered.includes(command), `${command} is not registered`);
  });

  it('recognises a policy that was typed into a file of another kind of XML', async () => {
    const document = await openFile('typed.xml', '<a />\n');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), '<policies><inbound><validate-azure-ad-token /></inbound></policies>\n');
    await vscode.workspace.applyEdit(edit);
    await until('a finding', () => findings(document.uri).length > 0);
  });
});
