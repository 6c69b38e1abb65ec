import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addresses, makeTenant } from '../harness/tenant.mjs';
import { close, decodeFromSelection, findingAbout, findings, openFile, storyPolicy, withSavedMetadata } from './editor.js';
import { run, until } from './progress.js';

const gatewayText = `IDX40001: Issuer: '${addresses.externalIdIssuer.v1}', does not match any of the valid issuers provided for this application.`;

/** Puts a text on the clipboard, which the page may refuse while it has no focus. */
async function copy(text: string): Promise<void> {
  await until('the clipboard', async () => {
    await vscode.env.clipboard.writeText(text);
    return (await vscode.env.clipboard.readText()) === text;
  });
}

describe('the token in force', () => {
  after(() => run('apimTokenDoctor.clearToken'));

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
    await decodeFromSelection(await tenant.mint(1, 'externalId'));
    await findingAbout(document.uri, 'IDX40001');
    await copy(`"${await tenant.mint(1, 'workforce')}"`);
    await run('apimTokenDoctor.decodeTokenFromClipboard');
    await copy('');
    await until('the finding to go', () => findings(document.uri).every(one => !one.message.includes('IDX40001')));
  });

  it('is forgotten by Clear Token, and what it showed goes with it', async () => {
    const tenant = await makeTenant();
    const document = await openFile('cleared.xml', storyPolicy);
    await decodeFromSelection(await tenant.mint(2, 'externalId'));
    await until('a finding', () => findings(document.uri).length > 0);
    await run('apimTokenDoctor.clearToken');
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
  after(() => run('apimTokenDoctor.clearToken'));

  it('opens an untitled copy of the story with a token that it refuses', async () => {
    const before = new Set(vscode.workspace.textDocuments);
    await run('apimTokenDoctor.openSample');
    // VS Code may open an empty one of its own beside it.
    const isSample = (one: vscode.TextDocument): boolean =>
      one.isUntitled && !before.has(one) && one.getText().includes('<validate-azure-ad-token');
    const document = await until('the sample', () => vscode.workspace.textDocuments.find(isSample));
    assert.equal(document.languageId, 'xml');
    await findingAbout(document.uri, 'IDX40001');
    await close(document);
  });
});

describe('saved metadata', () => {
  after(() => run('apimTokenDoctor.clearToken'));

  it('settles the signature without network', async () => {
    const tenant = await makeTenant();
    const document = await openFile('saved.xml', storyPolicy);
    await decodeFromSelection(await tenant.mint(2, 'workforce'));
    await until('a finding about the signature', () => findings(document.uri).length > 0);
    await withSavedMetadata(tenant.documents, async () => {
      await until('no finding about the signature', () => findings(document.uri).length === 0);
    });
  });
});
