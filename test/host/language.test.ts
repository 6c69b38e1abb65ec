import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { close, findings, openFile, openText, writeFile } from './editor.js';
import { run, until } from './progress.js';

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

/** The place right behind the text. */
function behind(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text) + text.length);
}

async function labelsAt(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('the language', () => {
  it('is served in templates of other languages, and in a policy pasted into an unsaved editor', async () => {
    for (const name of ['policy.cshtml', 'policy.tpl', 'policy.tftpl']) {
      const document = await openFile(name, broken);
      await until(`a finding in ${name}`, () => findings(document.uri, 'missing-attribute').length > 0);
    }
    const pasted = await openText(broken);
    await until('a finding in the unsaved editor', () => findings(pasted.uri, 'missing-attribute').length > 0);
    await close(pasted);
  });

  it('completes inside a token policy and where one may begin, nowhere else', async () => {
    const document = await openFile('language.policy.xml', policy);
    const attributes = await until('attributes', async () => {
      const found = await labelsAt(document, behind(document, '"{{language-tenant}}"'));
      return found.includes('header-name') && found;
    });
    assert.ok(!attributes.includes('tenant-id'), 'what stands already is not offered');
    await until('elements', async () => (await labelsAt(document, behind(document, '<inbound>'))).includes('validate-jwt'));
    assert.ok(!(await labelsAt(document, behind(document, '<outbound>'))).includes('validate-jwt'));
  });

  it('follows named values and fragments to their files, and knows which values are known', async () => {
    const document = await openFile('language.policy.xml', policy);
    const named = behind(document, '{{lang');
    const information = await writeFile(
      'named values/language-tenant/namedValueInformation.json',
      JSON.stringify({ properties: { displayName: 'language-tenant', value: 'common' } }, null, 2),
    );
    const fragment = await writeFile('policy fragments/check-token/policy.xml', '<fragment>\n</fragment>\n');
    const define = async (position: vscode.Position): Promise<string | undefined> => {
      const [first] = await run<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, position);
      return first === undefined ? undefined : ('targetUri' in first ? first.targetUri : first.uri).toString();
    };
    assert.equal(await until('the named value', () => define(named)), information.toString());
    assert.equal(await until('the fragment', () => define(behind(document, 'fragment-id="ch'))), fragment.toString());
    await until('what is known of the named value', async () => {
      const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, named);
      const said = hovers.flatMap(({ contents }) => contents.map(each => (typeof each === 'string' ? each : each.value))).join('\n');
      return /\*\*\{\{language-tenant\}\}\*\*[^]*known here, from a file/.test(said);
    });
  });

  it('folds a policy document, and leaves other XML to the editor', async () => {
    const document = await openFile('language.policy.xml', policy);
    /** Until the server folds, the editor folds by indentation. */
    const foldsAs = async (uri: vscode.Uri, wanted: readonly (readonly number[])[]): Promise<void> => {
      const last: { found?: readonly (readonly number[])[] | undefined } = {};
      await until('foldings', async () => {
        const ranges = await run<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', uri);
        last.found = ranges?.map(({ start, end }) => [start, end]);
        return JSON.stringify(last.found) === JSON.stringify(wanted);
      }).catch(() => assert.deepEqual(last.found, wanted));
    };
    await foldsAs(document.uri, [
      [0, 11],
      [1, 7],
      [3, 6],
      [4, 5],
      [9, 10],
    ]);
    const list = await openFile('folded-list.xml', '<list>\n  <item>\n    x\n  </item>\n</list>\n');
    // By indentation, as it does where no extension folds.
    await foldsAs(list.uri, [
      [0, 3],
      [1, 2],
    ]);
  });

  it('has the token policies in its outline', async () => {
    const document = await openFile('language.policy.xml', policy);
    const own = await until('the token policy', async () => {
      const symbols = await run<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri);
      return symbols?.find(({ name }) => name === 'validate-azure-ad-token');
    });
    assert.deepEqual(
      own.children.map(({ name }) => name),
      ['audiences'],
    );
  });
});
