import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, apply, openFile, storyPolicy } from './editor.js';
import { until } from './progress.js';

const open = storyPolicy.indexOf('        <validate-azure-ad-token');
const close = storyPolicy.indexOf('</validate-azure-ad-token>') + '</validate-azure-ad-token>\n'.length;
const element = storyPolicy.slice(open, close);
/** Three of them: in the place of the one, and two more. */
const thrice = storyPolicy.slice(0, close) + element + element + storyPolicy.slice(close);
const messy = storyPolicy.replace('tenant-id', 'tenantId');

async function readText(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

describe('fix all', () => {
  // Who asks by API gets the edit without its annotations, and so without the preview: test/browser has that.
  it('in the file is one undo step, and leaves what stands between alone', async () => {
    const document = await openFile('thrice.xml', thrice);
    const at = document.positionAt(thrice.indexOf('<validate-azure-ad-token') + 5);
    const action = await until('the action', async () =>
      (await actionsAt(document.uri, new vscode.Range(at, at), vscode.CodeActionKind.RefactorRewrite)).find(
        ({ title, edit }) => title.startsWith('Fix all in this file: Rewrite as validate-jwt') && edit !== undefined,
      ),
    );
    await apply(document, action);
    assert.equal(document.getText().match(/<choose>/g)?.length, 3);
    assert.equal(document.getText().includes('<validate-azure-ad-token'), false);
    assert.ok(document.getText().startsWith(thrice.slice(0, open)));
    assert.ok(document.getText().endsWith(storyPolicy.slice(close)));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), thrice);
  });

  for (const kind of ['source.fixAll.apimTokenDoctor', 'source.fixAll']) {
    it(`${kind} when a file is saved changes what changes no outcome, and asks nothing`, async () => {
      const settings = vscode.workspace.getConfiguration('editor');
      await settings.update('codeActionsOnSave', { [kind]: 'explicit' }, vscode.ConfigurationTarget.Global);
      try {
        const document = await openFile(`saved-with-${kind}.xml`, messy);
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 0), '<!-- one line more -->\n');
        assert.ok(await vscode.workspace.applyEdit(edit));
        assert.ok(await document.save());
        assert.equal(await readText(document.uri), `<!-- one line more -->\n${storyPolicy}`);
      } finally {
        await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      }
    });
  }
});
