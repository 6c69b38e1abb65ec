import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addresses, makeTenant } from '../harness/tenant.mjs';
import {
  actionsAt,
  apply,
  change,
  decodeFromSelection,
  findingAbout,
  openFile,
  save,
  storyPolicy,
  undo,
  withSavedMetadata,
} from './editor.js';
import { run, until } from './progress.js';

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

describe('fixes', () => {
  after(() => run('apimTokenDoctor.clearToken'));

  for (const [name, text] of [
    ['LF', storyPolicy],
    ['CRLF', crlf(storyPolicy)],
  ] as const) {
    it(`the rewrite of a file with ${name} is one undo step, and leaves the rest of the file alone`, async () => {
      const tenant = await makeTenant();
      const document = await openFile(`rewrite-${name}.xml`, text);
      await decodeFromSelection(await tenant.mint(1, 'externalId'));
      const finding = await findingAbout(document.uri, 'IDX40001');
      const action = await until('the rewrite', async () =>
        (await actionsAt(document.uri, finding.range)).find(one => one.title.includes('validate-jwt')),
      );
      await apply(document, action);
      const rewritten = document.getText();
      assert.ok(rewritten.includes(addresses.externalId), rewritten);
      assert.ok(rewritten.startsWith(text.slice(0, text.indexOf('<validate-azure-ad-token'))));
      assert.ok(rewritten.endsWith(text.slice(text.indexOf('</validate-azure-ad-token>') + '</validate-azure-ad-token>'.length)));
      assert.equal(rewritten.includes('\r\n'), name === 'CRLF');
      await undo(document, text);
      await save(document);
    });
  }

  it('are computed from the newest text', async () => {
    const tenant = await makeTenant();
    const document = await openFile('newest.xml', storyPolicy);
    await decodeFromSelection(await tenant.mint(1, 'externalId'));
    const finding = await findingAbout(document.uri, 'IDX40001');
    await change(document, edit => edit.insert(document.uri, new vscode.Position(0, 0), '<!-- one line more -->\n'));
    const moved = new vscode.Range(finding.range.start.translate(1), finding.range.end.translate(1));
    const action = await until('the rewrite', async () =>
      (await actionsAt(document.uri, moved)).find(one => one.title.includes('validate-jwt')),
    );
    await apply(document, action);
    assert.ok(document.getText().startsWith('<!-- one line more -->\n<policies>'));
    assert.ok(document.getText().includes(addresses.externalId));
    await undo(document, `<!-- one line more -->\n${storyPolicy}`);
    await undo(document, storyPolicy);
  });

  it('are preferred once the signature was verified against the tenant’s own keys', async () => {
    const tenant = await makeTenant();
    const document = await openFile('preferred.xml', storyPolicy);
    await decodeFromSelection(await tenant.mint(1, 'externalId'));
    const finding = await findingAbout(document.uri, 'IDX40001');
    const rewrites = async (): Promise<vscode.CodeAction[]> =>
      (await actionsAt(document.uri, finding.range)).filter(one => one.title.includes('validate-jwt'));
    const before = await until('the rewrites', async () => (await rewrites()).length > 0 && rewrites());
    assert.ok(before.every(one => one.isPreferred !== true));
    await withSavedMetadata(tenant.documents, async () => {
      const after = await until('a preferred rewrite', async () => (await rewrites()).some(one => one.isPreferred === true) && rewrites());
      assert.deepEqual(
        after.map(one => one.isPreferred === true),
        after.map((_, index) => index === 0),
        'the first one, and it alone',
      );
    });
  });
});
