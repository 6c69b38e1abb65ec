import { describe, expect, test } from 'vitest';
import { readLoaders, readValueFile, valueFormOf } from '../../../src/core/index.js';

const guid = '11111111-2222-3333-4444-555555555555';

/** Name → text, or null; a star before a name that is sensitive. */
function read(path: string, text: string, named = false): Record<string, string | null> | null {
  const file = readValueFile(path, text, named);
  return file && Object.fromEntries(file.values.map(({ name, text: value, sensitive }) => [sensitive ? `*${name}` : name, value]));
}

describe('the values of a file', () => {
  test('a JSON object: a text, a value with a mark, never a secret', () => {
    const text = `{ "tenant": "${guid}", "n": 5, "b": true, "api": { "value": "orders" }, "key": { "value": "hidden", "secret": true }, "list": ["x"] }`;
    expect(read('prod.json', text, true)).toEqual({ tenant: guid, n: '5', b: 'true', api: 'orders', '*key': null });
    expect(readValueFile('prod.json', text, true)).toMatchObject({ set: 'prod', form: 'named-values' });
    expect(read('prod.json', text)).toBeNull();
    expect(read('a.json', '{ "secret": true, "key": "hidden" }', true)).toEqual({ '*key': null });
  });

  test('lines NAME=VALUE', () => {
    expect(read('values.env', '# none\nA=1 # one\nexport B="x # y"\n\nC=\nnot a line', true)).toEqual({ A: '1', B: 'x # y', C: '' });
  });

  test('what APIOps keeps of a named value, by its display name', () => {
    const text = '{ "properties": { "displayName": "Tenant-Id", "value": "contoso.example", "secret": false } }';
    for (const folder of ['named values', 'namedValues', 'named_values']) {
      const file = readValueFile(`apim/workspaces/w/${folder}/tenant/namedValueInformation.json`, text);
      expect(file).toMatchObject({ resource: 'tenant', root: 'apim/workspaces/w', set: null });
      expect(file?.values).toEqual([{ kind: 'named-value', name: 'Tenant-Id', text: 'contoso.example', sensitive: false, line: 1 }]);
    }
    expect(read('x/y/named_value_information.json', text)).toEqual({ 'Tenant-Id': 'contoso.example' });
    expect(read('x/y/namedValueInformation.json', text.replace('false', 'true'))).toEqual({ '*Tenant-Id': null });
    const vault =
      '{ "properties": { "displayName": "k", "value": "left over", "keyVault": { "secretIdentifier": "https://v.example/s" } } }';
    expect(read('x/y/namedValueInformation.json', vault)).toEqual({ '*k': null });
  });

  test('the overrides of an environment', () => {
    const text = `apimServiceName: apim-prod
namedValues:
  - name: tenant
    properties:
      displayName: Tenant-Id
      value: ${guid}
  - name: from-pipeline
    properties: { value: "{#[TENANT]#}" }
  - name: key
    properties:
      secret: true
      value: hidden
  - name: vault
    properties:
      keyVault:
        secretIdentifier: https://v.example/s
  - name: other
apis:
  - name: orders
`;
    expect(read('configuration.prod.yaml', text)).toEqual({
      'Tenant-Id': guid,
      'from-pipeline': '{#[TENANT]#}',
      '*key': null,
      '*vault': null,
    });
    expect(readValueFile('configuration.prod.yaml', text)).toMatchObject({ set: 'prod', values: [{ line: 6 }, { line: 8 }, {}, {}] });
    expect(readValueFile('configuration.yaml', text)?.set).toBeNull();
  });

  test('a configuration that is nested too deeply for its parser gives no values', () => {
    expect(read('configuration.yaml', `${'- '.repeat(50_000)}a\nb: 1\n`)).toBeNull();
  });

  test('variables of Terraform', () => {
    const text = `tenant_id = "${guid}"\ncount = 3\nlist = ["x"]\nother = "\${x}"\n`;
    expect(read('prod.tfvars', text)).toEqual({ tenant_id: guid, count: '3' });
    expect(read('env/prod.tfvars.json', `{ "tenant_id": "${guid}" }`)).toEqual({ tenant_id: guid });
    expect(readValueFile('env/prod.tfvars', text)).toMatchObject({ set: 'prod', values: [{ line: 1 }, { line: 2 }] });
    for (const all of ['terraform.tfvars', 'a/x.auto.tfvars', 'terraform.tfvars.json'])
      expect(readValueFile(all, all.endsWith('json') ? '{ "a": "b" }' : text)?.set).toBeNull();
    const declared = `variable "tenant" {\n  default = "contoso.example"\n}\nvariable "key" {\n  sensitive = true\n  default = "hidden"\n}\nvariable "none" {}\nlocals {\n  api = "orders"\n  id = var.tenant\n}\n`;
    expect(read('variables.tf', declared)).toEqual({
      tenant: 'contoso.example',
      '*key': 'hidden',
      'local.api': 'orders',
      'local.id': null,
    });
  });

  test('parameters of Bicep and of deployments', () => {
    const text = `using 'main.bicep'\nparam tenantId = '${guid}'\nparam list = ['x']\n`;
    expect(read('main.prod.bicepparam', text)).toEqual({ tenantId: guid });
    expect(readValueFile('main.prod.bicepparam', text)?.set).toBe('prod');
    expect(readValueFile('main.bicepparam', text)?.set).toBeNull();
    expect(
      read('main.bicep', "param tenantId string = 'contoso.example'\n@secure()\nparam key string = 'hidden'\nvar api = 'orders'\n"),
    ).toEqual({
      tenantId: 'contoso.example',
      '*key': 'hidden',
      api: 'orders',
    });
    const parameters = `{ "$schema": "x", "parameters": { "tenantId": { "value": "${guid}" }, "key": { "reference": { "keyVault": {} } } } }`;
    expect(read('main.parameters.prod.json', parameters)).toEqual({ tenantId: guid, '*key': null });
    expect(readValueFile('main.parameters.prod.json', parameters)?.set).toBe('prod');
    expect(readValueFile('prod.parameters.json', parameters)?.set).toBe('prod');
    expect(readValueFile('main.parameters.json', parameters)?.set).toBeNull();
    expect(readValueFile('x.json', parameters, true)?.form).toBe('parameters');
  });

  test('no other file', () => {
    for (const path of ['policy.xml', 'package.json', 'apis.yaml', 'README.md']) expect(valueFormOf(path)).toBeNull();
  });
});

describe('what a call puts into the file that it loads', () => {
  test('arguments of templatefile', () => {
    const text = `resource "azurerm_api_management_api_policy" "p" {
  xml_content = templatefile("\${path.module}/policies/orders.xml.tftpl", { tenant = var.tenant_id, api = "orders", who = "a-\${x}" })
}`;
    expect(readLoaders('infra/main.tf', text)).toMatchObject([
      {
        path: 'infra/policies/orders.xml.tftpl',
        values: [
          { kind: 'template', name: 'tenant', text: null, reference: 'var.tenant_id', line: 2 },
          { kind: 'template', name: 'api', text: 'orders' },
        ],
      },
    ]);
  });

  test('replace around loadTextContent, where its pattern is a placeholder', () => {
    const text = `resource p 'Microsoft.ApiManagement/service/apis/policies@2022-08-01' = {
  properties: {
    format: 'rawxml'
    value: replace(replace(replace(loadTextContent('../policies/orders.xml'), '__TENANT__', tenantId), '{{api}}', 'orders'), '<x/>', '<y/>')
  }
}`;
    expect(readLoaders('infra/main.bicep', text)).toMatchObject([
      {
        path: 'policies/orders.xml',
        values: [
          { kind: 'template', name: 'TENANT', reference: 'tenantId' },
          { kind: 'named-value', name: 'api', text: 'orders' },
        ],
      },
    ]);
  });

  test.each(['../../../policy.xml', '/etc/passwd', '${var.folder}/policy.xml', 'https://x.example/policy.xml'])(
    '%s counts for nothing',
    path => {
      expect(readLoaders('infra/main.tf', `x = templatefile("${path}", { a = "b" })`)).toEqual([]);
    },
  );
});
