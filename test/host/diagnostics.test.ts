import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { change, close, codeOf, findings, openFile, show, showFile, storyPolicy } from './editor.js';
import { run, until } from './progress.js';

const withoutTenant = storyPolicy.replace(/ tenant-id="[^"]*"/, '');

describe('diagnostics', () => {
  it('stand on the line of a policy that needs no token to be wrong, and go with the mistake', async () => {
    const document = await openFile('without-tenant.xml', withoutTenant);
    const finding = await until('the finding', () => findings(document.uri, 'missing-attribute')[0]);
    assert.equal(document.lineAt(finding.range.start.line).text.trim(), '<validate-azure-ad-token>');
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    const at = document.positionAt(withoutTenant.indexOf('<validate-azure-ad-token') + '<validate-azure-ad-token'.length);
    await change(document, edit => edit.insert(document.uri, at, ' tenant-id="11111111-2222-3333-4444-555555555555"'));
    await until('the finding to go', () => findings(document.uri, 'missing-attribute').length === 0);
  });

  it('stay away from a sound policy and from XML that is no policy', async () => {
    const sound = await openFile('sound.xml', storyPolicy);
    await show(sound, { preview: false }); // else the next one takes its place
    const list = await showFile('list.xml');
    await show(list, { preview: false });
    const wrong = await openFile('wrong.xml', withoutTenant);
    await until('the wrong one to be judged', () => findings(wrong.uri).length > 0);
    assert.deepEqual(findings(sound.uri).map(codeOf), []);
    assert.deepEqual(findings(list.uri).map(codeOf), []);
  });

  it('come back after a half-typed moment', async () => {
    const document = await openFile('half-typed.xml', withoutTenant);
    await until('the finding', () => findings(document.uri, 'missing-attribute')[0]);
    const end = document.positionAt(withoutTenant.indexOf('</validate-azure-ad-token'));
    const rest = new vscode.Range(end, document.positionAt(withoutTenant.length));
    await change(document, edit => edit.delete(document.uri, rest));
    await until('the break to be said', () => findings(document.uri, 'policy-not-well-formed')[0]);
    const cut = withoutTenant.slice(withoutTenant.indexOf('</validate-azure-ad-token'));
    await change(document, edit => edit.insert(document.uri, end, cut));
    await until('the break to be gone', () => findings(document.uri, 'policy-not-well-formed').length === 0);
    await until('the finding again', () => findings(document.uri, 'missing-attribute')[0]);
  });

  it('go when the file is closed', async () => {
    const document = await openFile('closed.xml', withoutTenant);
    await until('the finding', () => findings(document.uri, 'missing-attribute')[0]);
    await close(document);
    await until('no finding', () => findings(document.uri).length === 0);
  });
});

describe('hover', () => {
  it('explains a token policy', async () => {
    const document = await openFile('hover.xml', storyPolicy);
    const at = document.positionAt(storyPolicy.indexOf('validate-azure-ad-token') + 3);
    const hovers = await until('a hover', async () => {
      const found = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
      return found.length > 0 && found;
    });
    const text = hovers.flatMap(hover => hover.contents.map(part => (typeof part === 'string' ? part : part.value))).join('\n');
    assert.match(text, /validate-azure-ad-token/);
  });
});
