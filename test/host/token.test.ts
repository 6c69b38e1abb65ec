import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addresses, makeTenant } from '../harness/tenant.mjs';
import { decodeFromSelection, findingAbout, findings, openFile, storyPolicy, withSavedMetadata } from './editor.js';
import { until } from './progress.js';

const gatewayText = `IDX40001: Issuer: '${addresses.externalIdIssuer.v1}', does not match any of the valid issuers provided for this application.`;

describe('the token in force', () => {
  after(() => vscode.commands.executeCommand('apimTokenDoctor.clearToken'));

  it('is taken from the selection, and the open policy is judged with it', async () => {
    const tenant = await makeTenant();
    const document = await openFile('judged.xml', storyPolicy);
    await decodeFromSelection(`Authorization: Bearer ${await tenant.mint(1, 'externalId')}\n`);
    const finding = await findingAbout(document.uri, 'IDX40001');
    assert.ok(finding.message.includes(gatewayText), finding.message);
    assert.equal(document.getText(finding.range), '11111111-2222-3333-4444-555555555555');
  });

  it('is replaced by the one from the clipboard', async () => {
    const tenant = await makeTenant();
    const document = await openFile('clipboard.xml', storyPolicy);
    await findingAbout(document.uri, 'IDX40001');
    await vscode.env.clipboard.writeText(`"${await tenant.mint(1, 'workforce')}"`);
    await vscode.commands.executeCommand('apimTokenDoctor.decodeTokenFromClipboard');
    await vscode.env.clipboard.writeText('');
    await until('the finding to go', () => findings(document.uri).every(one => !one.message.includes('IDX40001')));
  });

  it('is forgotten by Clear Token, and what it showed goes with it', async () => {
    const tenant = await makeTenant();
    const document = await openFile('cleared.xml', storyPolicy);
    await decodeFromSelection(await tenant.mint(2, 'externalId'));
    await until('a finding', () => findings(document.uri).length > 0);
    await vscode.commands.executeCommand('apimTokenDoctor.clearToken');
    await until('no finding', () => findings(document.uri).length === 0);
  });

  it('leaves nothing in what other extensions can read', async () => {
    const tenant = await makeTenant();
    const token = await tenant.mint(1, 'externalId');
    const document = await openFile('diagnostics.xml', storyPolicy);
    await decodeFromSelection(token);
    await findingAbout(document.uri, 'IDX40001');
    const shown = JSON.stringify(vscode.languages.getDiagnostics());
    for (const secret of [token, ...token.split('.').slice(1), 'Wilhelmina']) assert.ok(!shown.includes(secret));
    // What is shown does hold what the judgement rests on.
    assert.ok(shown.includes(addresses.externalIdIssuer.v1));
  });
});

describe('Open Sample', () => {
  after(() => vscode.commands.executeCommand('apimTokenDoctor.clearToken'));

  it('opens an untitled copy of the story with a token that it refuses', async () => {
    const before = new Set(vscode.workspace.textDocuments);
    await vscode.commands.executeCommand('apimTokenDoctor.openSample');
    const document = await until('the sample', () => vscode.workspace.textDocuments.find(one => one.isUntitled && !before.has(one)));
    assert.ok(document.getText().includes('<validate-azure-ad-token'));
    assert.equal(document.languageId, 'xml');
    await findingAbout(document.uri, 'IDX40001');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('saved metadata', () => {
  after(() => vscode.commands.executeCommand('apimTokenDoctor.clearToken'));

  it('settles the signature without network', async () => {
    const tenant = await makeTenant();
    await withSavedMetadata(tenant.documents, async () => {
      const document = await openFile('saved.xml', storyPolicy);
      await decodeFromSelection(await tenant.mint(2, 'workforce'));
      await vscode.window.showTextDocument(document);
      await until('no finding about the signature', () => findings(document.uri).length === 0);
    });
  });
});
