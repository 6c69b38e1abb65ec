import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, apply, change, findings, inWorkspace, openFile, withSetting, writeFile } from './editor.js';
import { run, until } from './progress.js';

const terraform = `resource "azurerm_api_management_api_policy" "orders" {
  xml_content = <<-XML
    <policies>
      <inbound>
        <validate-azure-ad-token tenant-id="common" header-nam="Authorization" />
      </inbound>
    </policies>
  XML
}

resource "azurerm_api_management_api_policy" "carts" {
  xml_content = file("hosted.policy.xml")
}
`;
const bicep = `resource policy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: '<policies><inbound><validate-jwt header-nam="Authorization" /></inbound></policies>'
  }
}
`;

async function fixIn(document: vscode.TextDocument): Promise<void> {
  const finding = await until(`a finding in ${document.uri.path}`, () => findings(document.uri, 'unknown-attribute')[0]);
  assert.equal(document.getText(finding.range), 'header-nam');
  const fix = await until('its fix', async () =>
    (await actionsAt(document.uri, finding.range)).find(({ title }) => title.includes('header-name') && !title.includes('file')),
  );
  await apply(document, fix);
}

describe('policies inside other files', () => {
  // This editor knows neither Terraform nor Bicep: what wakes the extension here is a policy.
  before(() => openFile('awake.policy.xml', '<policies />\n'));

  it('are found and cured in Terraform, and nothing else is touched', async () => {
    const document = await openFile('main.tf', terraform);
    await fixIn(document);
    assert.equal(document.getText(), terraform.replace('header-nam=', 'header-name='));
    await until('the finding to go', () => findings(document.uri, 'unknown-attribute').length === 0);
  });

  it('are found and cured in Bicep', async () => {
    const document = await openFile('main.bicep', bicep);
    await fixIn(document);
    assert.equal(document.getText(), bicep.replace('header-nam=', 'header-name='));
  });

  it('are seen when they are typed into a file that had none', async () => {
    const document = await openFile('typed.tf', 'locals {}\n');
    await change(document, edit => edit.replace(document.uri, new vscode.Range(0, 0, 1, 0), terraform));
    await until('a finding', () => findings(document.uri, 'unknown-attribute').length > 0);
  });

  it('are served in files of a language that is about anything else, one by one', async () => {
    const template = { resources: [{ properties: { value: '<policies><inbound><validate-jwt header-nam="a" /></inbound></policies>' } }] };
    const document = await openFile('azuredeploy.json', JSON.stringify(template, null, 2));
    await until('a finding', () => findings(document.uri, 'unknown-attribute').length > 0);
    const completion = (text: string): Promise<vscode.CompletionList> =>
      run('vscode.executeCompletionItemProvider', document.uri, document.positionAt(document.getText().indexOf(text)));
    const offered = async (text: string): Promise<boolean> =>
      (await completion(text)).items.some(({ label }) => label === 'failed-validation-httpcode');
    await until('completion inside the policy', () => offered('header-nam'));
    assert.ok(!(await offered('resources')), 'not outside');
  });

  it('are read in Markdown only where a setting asks for it', async () => {
    const fence = '```xml\n<policies><inbound><validate-jwt header-nam="a" /></inbound></policies>\n```\n';
    const document = await openFile('orders.md', fence);
    assert.deepEqual(findings(document.uri), []);
    await withSetting('apimTokenDoctor', 'hosts', 'all', async () => {
      await until('a finding', () => findings(document.uri, 'unknown-attribute').length > 0);
    });
  });

  it('lead to the files that they load', async () => {
    await writeFile('hosted.policy.xml', '<policies />\n');
    const document = await openFile('loads.tf', terraform);
    const links = await until('the link', async () => {
      const found = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      return found.filter(({ target }) => target?.path.endsWith('hosted.policy.xml') === true);
    });
    assert.equal(links[0]?.target?.toString(), inWorkspace('hosted.policy.xml').toString());
    const [definition] = await until('the definition', async () => {
      const at = document.positionAt(document.getText().indexOf('hosted.policy.xml'));
      const found = await run<(vscode.Location | vscode.LocationLink)[]>('vscode.executeDefinitionProvider', document.uri, at);
      return found.length > 0 && found;
    });
    assert.ok(definition);
    assert.equal(
      ('targetUri' in definition ? definition.targetUri : definition.uri).toString(),
      inWorkspace('hosted.policy.xml').toString(),
    );
  });
});
