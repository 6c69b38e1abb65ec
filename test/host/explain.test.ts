import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { makeTenant } from '../harness/tenant.mjs';
import { decodeFromSelection, findingAbout, findings, openFile, storyPolicy, until } from './editor.js';

const issuer = 'https://11111111-2222-3333-4444-555555555555.ciamlogin.com/11111111-2222-3333-4444-555555555555/';
const gatewayError = `IDX40001: Issuer: '${issuer}', does not match any of the valid issuers provided for this application. `;

/** Runs the command with a text, and picks an entry of its list: 0 is what the error means. */
async function explain(text: string, entry: number): Promise<void> {
  const done = vscode.commands.executeCommand('apimTokenDoctor.explainGatewayError', text);
  let ended = false;
  void done.then(() => (ended = true));
  // The list comes when the server has answered, and takes no choice before.
  await until('the command', async () => {
    await new Promise(resolve => setTimeout(resolve, 2500));
    for (let step = 0; step < entry; step++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return ended;
  });
}

function selectedText(document: vscode.TextDocument): string {
  const editor = vscode.window.visibleTextEditors.find(one => one.document === document);
  return editor === undefined ? '' : document.getText(editor.selection);
}

describe('Explain Gateway Error', () => {
  after(() => vscode.commands.executeCommand('apimTokenDoctor.clearToken'));

  it('selects the cause in the open policy', async () => {
    const document = await openFile('explain-place.xml', storyPolicy);
    await explain(gatewayError, 0);
    await until('the selection', () => selectedText(document) === '11111111-2222-3333-4444-555555555555');
  });

  it('goes to what the policy shows by itself, where its fix is offered', async () => {
    const document = await openFile(
      'explain-fix.xml',
      '<policies><inbound>\n  <validate-jwt header-name="Authorization" />\n</inbound></policies>\n',
    );
    await until('the finding', () => findings(document.uri, 'no-keys')[0]);
    await explain('IDX10500: Signature validation failed. No security keys were provided to validate the signature.', 1);
    const [finding] = findings(document.uri, 'no-keys');
    await until('the selection', () => {
      const editor = vscode.window.visibleTextEditors.find(one => one.document === document);
      return finding !== undefined && editor?.selection.isEqual(new vscode.Selection(finding.range.start, finding.range.end));
    });
    // The list of fixes is open: its first entry is taken.
    await until('the fix', async () => {
      await vscode.commands.executeCommand('acceptSelectedCodeAction');
      return document.getText().includes('openid-config');
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('offers the rewrite where the token at hand allows it', async () => {
    const tenant = await makeTenant();
    const document = await openFile('explain-rewrite.xml', storyPolicy);
    await decodeFromSelection(await tenant.mint(1, 'externalId'));
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await findingAbout(document.uri, 'IDX40001');
    await explain(gatewayError, 1);
    await until('the rewrite', async () => {
      await vscode.commands.executeCommand('acceptSelectedCodeAction');
      return document.getText().includes('<validate-jwt');
    });
    assert.ok(!document.getText().includes('<validate-azure-ad-token'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), storyPolicy);
  });
});
