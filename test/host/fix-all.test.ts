import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, apply, change, findings, openFile, readFile, save, storyPolicy, undo, withSetting } from './editor.js';
import { until } from './progress.js';

const open = storyPolicy.indexOf('        <validate-azure-ad-token');
const close = storyPolicy.indexOf('</validate-azure-ad-token>') + '</validate-azure-ad-token>\n'.length;
const element = storyPolicy.slice(open, close);
/** Three of them: in the place of the one, and two more. */
const thrice = storyPolicy.slice(0, close) + element + element + storyPolicy.slice(close);
const messy = storyPolicy.replace('tenant-id', 'tenantId');

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
    await undo(document, thrice);
  });

  for (const kind of ['source.fixAll.apimTokenDoctor', 'source.fixAll']) {
    it(`${kind} when a file is saved changes what changes no outcome, and asks nothing`, async () => {
      await withSetting('editor', 'codeActionsOnSave', { [kind]: 'explicit' }, async () => {
        const document = await openFile(`saved-with-${kind}.xml`, messy);
        await until('a finding', () => findings(document.uri).length > 0);
        await change(document, edit => edit.insert(document.uri, new vscode.Position(0, 0), '<!-- one line more -->\n'));
        await save(document);
        assert.equal((await readFile(document.uri)).toString('utf8'), `<!-- one line more -->\n${storyPolicy}`);
      });
    });
  }
});
