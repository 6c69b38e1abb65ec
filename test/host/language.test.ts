import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, inWorkspace, openFile } from './editor.js';
import { until } from './progress.js';

const policy = `<policies>
    <inbound>
        <include-fragment fragment-id="check-token" />
        <validate-azure-ad-token tenant-id="{{language-tenant}}">
            <audiences>
                <audience>api://orders</audience>
            </audiences>
        </validate-azure-ad-token>
    </inbound>
    <outbound>
        <base />
    </outbound>
</policies>
`;
const broken = '<policies><inbound><validate-azure-ad-token /></inbound></policies>\n';

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** The place right behind the text. */
function behind(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}

async function labelsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('the language', () => {
  it('is served in templates of other languages, and in a policy pasted into an unsaved editor', async () => {
    for (const name of ['policy.cshtml', 'policy.tpl', 'policy.tftpl']) {
      const document = await openFile(name, broken);
      await until(`a finding in ${name}`, () => findings(document.uri, 'missing-attribute').length > 0);
    }
    const pasted = await vscode.workspace.openTextDocument({ content: broken });
    await vscode.window.showTextDocument(pasted);
    await until('a finding in the unsaved editor', () => findings(pasted.uri, 'missing-attribute').length > 0);
  });

  it('completes inside a token policy and where one may begin, nowhere else', async () => {
    const document = await openFile('language.policy.xml', policy);
    const attributes = await until('attributes', async () => {
      const found = await labelsAt(document, behind(document, '"{{language-tenant}}"'));
      return found.includes('header-name') && found;
    });
    assert.ok(!attributes.includes('tenant-id'), 'what stands already is not offered');
    assert.ok((await labelsAt(document, behind(document, '<inbound>'))).includes('validate-jwt'));
    assert.ok(!(await labelsAt(document, behind(document, '<outbound>'))).includes('validate-jwt'));
  });

  it('follows named values and fragments to their files, and knows which values are known', async () => {
    const document = await openFile('language.policy.xml', policy);
    const named = behind(document, '{{lang');
    const information = await write(
      'named values/language-tenant/namedValueInformation.json',
      JSON.stringify({ properties: { displayName: 'language-tenant', value: 'common' } }, null, 2),
    );
    const fragment = await write('policy fragments/check-token/policy.xml', '<fragment>\n</fragment>\n');
    const define = async (position: vscode.Position): Promise<string | undefined> => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      );
      const [first] = found;
      return first === undefined ? undefined : ('targetUri' in first ? first.targetUri : first.uri).toString();
    };
    assert.equal(await until('the named value', () => define(named)), information.toString());
    assert.equal(await until('the fragment', () => define(behind(document, 'fragment-id="ch'))), fragment.toString());
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, named);
    const said = hovers.flatMap(({ contents }) => contents.map(each => (typeof each === 'string' ? each : each.value))).join('\n');
    assert.match(said, /\*\*\{\{language-tenant\}\}\*\*[^]*known here, from a file/);
  });

  it('folds a policy document, and leaves other XML to the editor', async () => {
    const document = await openFile('language.policy.xml', policy);
    const fold = (uri: vscode.Uri): Thenable<vscode.FoldingRange[] | undefined> =>
      vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', uri);
    const lines = await until('foldings', async () => {
      const found = await fold(document.uri);
      return found !== undefined && found.length > 0 && found.map(({ start, end }) => [start, end]);
    });
    assert.deepEqual(lines, [
      [0, 11],
      [1, 7],
      [3, 6],
      [4, 5],
      [9, 10],
    ]);
    const list = await openFile('folded-list.xml', '<list>\n  <item>\n    x\n  </item>\n</list>\n');
    // By indentation, as it does where no extension folds.
    assert.deepEqual(
      (await fold(list.uri))?.map(({ start, end }) => [start, end]),
      [
        [0, 3],
        [1, 2],
      ],
    );
  });

  it('has the token policies in its outline', async () => {
    const document = await openFile('language.policy.xml', policy);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    const own = symbols.find(({ name }) => name === 'validate-azure-ad-token');
    assert.deepEqual(
      own?.children.map(({ name }) => name),
      ['audiences'],
    );
  });
});
