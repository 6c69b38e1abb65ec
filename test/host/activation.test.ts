import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { change, extensionId, findings, openFile, showFile, storyPolicy } from './editor.js';
import { until, within } from './progress.js';

/** Whether the language client was read: it is a bundle of its own, and this host's modules are in one cache. */
const clientIsLoaded = (): boolean => Object.keys(require.cache).some(file => /dist[\\/]client\.cjs$/.test(file));

// These come first: they see the extension before any policy was opened.
describe('activation', () => {
  it('costs nothing for XML that is no policy', async () => {
    const document = await showFile('list.xml');
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
    const registered = await within('the commands', vscode.commands.getCommands(true));
    for (const { command } of manifest.contributes.commands) assert.ok(registered.includes(command), `${command} is not registered`);
  });

  it('recognises a policy that was typed into a file of another kind of XML', async () => {
    const document = await openFile('typed.xml', '<a />\n');
    const policy = '<policies><inbound><validate-azure-ad-token /></inbound></policies>\n';
    await change(document, edit => edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), policy));
    await until('a finding', () => findings(document.uri).length > 0);
  });
});
