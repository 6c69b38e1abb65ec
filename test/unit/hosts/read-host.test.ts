import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/core/hosts/host-value.js';
import { readHost } from '../../../src/core/hosts/read-host.js';
import type { HostFile } from '../../../src/core/hosts/host-file.js';

function read(text: string, name: string, all = true): HostFile {
  const host = readHost(text, name, { all });
  if (host === null) throw new Error('no host');
  return host;
}

/** Of each policy: how it is written, and whose it is. */
const whose = ({ policies }: HostFile): unknown[] =>
  policies.map(({ form, resource, format }) => [form, resource?.type, resource?.label, format]);

const reasons = (text: string, name: string, all = true): unknown[] =>
  read(text, name, all).notRead.map(({ reason, start, end }) => [reason, text.slice(start, end)]);

const policy = '<policies><inbound/></policies>';

describe('Terraform', () => {
  const text = `locals {
  shared = file("\${path.module}/shared.xml")
  inline = <<-XML
    <policies><inbound/></policies>
  XML
}
data "azurerm_api_management" "gateway" { name = "x" }
resource "azurerm_api_management_api_policy" "orders" {
  api_name    = azurerm_api_management_api.orders.name
  xml_content = "<policies><inbound/>\${local.x}</policies>"
}
resource "azurerm_api_management_product_policy" "starter" {
  xml_content = replace(replace(local.shared, "__T__", var.t), "__A__", "a")
}
resource "azurerm_api_management_policy" "all" {
  xml_content = local.inline
}
resource "azapi_resource" "service" {
  type = "Microsoft.ApiManagement/service/policies@2024-05-01"
  body = jsonencode({ properties = { format = "rawxml", value = templatefile("\${path.root}/p.xml.tftpl", { tenant = var.tenant }) } })
}
module "other" {
  source = "./other"
  policy = file("policy.xml")
}
`;
  const host = (): HostFile => read(text, 'main.tf', false);

  test('each policy has its resource, also where a local stands between', () => {
    expect(whose(host())).toEqual([
      ['hcl-heredoc-indented', 'azurerm_api_management_policy', 'all', null],
      ['hcl-quoted', 'azurerm_api_management_api_policy', 'orders', null],
    ]);
    expect(host().policies[1]?.placeholders).toEqual([{ start: 20, end: 30 }]);
  });

  test('resources are listed with their attributes', () => {
    expect(host().resources.map(({ type, label, isExisting }) => [type, label, isExisting])).toEqual([
      ['azurerm_api_management', 'gateway', true],
      ['azurerm_api_management_api_policy', 'orders', false],
      ['azurerm_api_management_product_policy', 'starter', false],
      ['azurerm_api_management_policy', 'all', false],
      ['Microsoft.ApiManagement/service/policies', 'service', false],
      ['module', 'other', false],
    ]);
    expect(host().resources[1]?.body.fields.map(({ name }) => name)).toEqual(['api_name', 'xml_content']);
  });

  test('files that are loaded', () => {
    const shown = host().loaders.map(({ call, path, base, pathSpan, variables, replacements, resource, format }) => ({
      call,
      path,
      base,
      written: text.slice(pathSpan.start, pathSpan.end),
      variables: variables.map(({ key }) => key.text),
      replacements: replacements.map(({ from, to }) => [plainText(from), text.slice(to.start, to.end)]),
      of: resource?.label,
      format,
    }));
    const none = { variables: [], replacements: [], format: null };
    expect(shown).toEqual([
      {
        ...none,
        call: 'file',
        path: 'shared.xml',
        base: 'folder',
        written: '${path.module}/shared.xml',
        of: 'starter',
        replacements: [
          ['__T__', 'var.t'],
          ['__A__', '"a"'],
        ],
      },
      {
        ...none,
        call: 'templatefile',
        path: 'p.xml.tftpl',
        base: 'root',
        written: '${path.root}/p.xml.tftpl',
        variables: ['tenant'],
        of: 'service',
        format: 'rawxml',
      },
      { ...none, call: 'file', path: 'policy.xml', base: 'root', written: 'policy.xml', of: 'other' },
    ]);
  });

  test('a path in which something else is filled in leads nowhere', () => {
    expect(read('a = file("${path.module}/${var.x}.xml")\nb = file("${var.y}/x.xml")\n', 'a.tf').loaders.map(({ path }) => path)).toEqual([
      null,
      null,
    ]);
  });
});

describe('Bicep', () => {
  const text = `var policyText = loadTextContent('./p.xml')
resource service 'Microsoft.ApiManagement/service@2024-05-01' existing = {
  name: 'x'
  resource api 'apis' = {
    name: 'orders'
    resource policy 'policies' = {
      name: 'policy'
      properties: { format: 'rawxml', value: replace(policyText, '{a}', a) }
    }
  }
}
resource each 'Microsoft.ApiManagement/service/policies@2024-05-01' = [for x in y: if (z) {
  properties: {
    format: 'xml'
    value: '<policies><inbound>\${x}</inbound></policies>'
  }
}]
`;
  const host = (): HostFile => read(text, 'main.bicep', false);

  test('nested resources have whole types, a loop has its body', () => {
    expect(host().resources.map(({ type, label, isExisting, parent }) => [type, label, isExisting, parent?.label])).toEqual([
      ['Microsoft.ApiManagement/service', 'service', true, undefined],
      ['Microsoft.ApiManagement/service/apis', 'api', false, 'service'],
      ['Microsoft.ApiManagement/service/apis/policies', 'policy', false, 'api'],
      ['Microsoft.ApiManagement/service/policies', 'each', false, undefined],
    ]);
    expect(whose(host())).toEqual([['bicep-quoted', 'Microsoft.ApiManagement/service/policies', 'each', 'xml']]);
  });

  test('what is loaded belongs to the resource that uses the variable', () => {
    expect(host().loaders).toMatchObject([
      {
        call: 'loadTextContent',
        path: './p.xml',
        base: 'folder',
        format: 'rawxml',
        resource: { label: 'policy' },
        replacements: [{ from: { text: '{a}' } }],
      },
    ]);
  });
});

describe('templates of Azure Resource Manager', () => {
  test('resources, also nested ones', () => {
    const text = `{ "resources": [ { "type": "Microsoft.ApiManagement/service", "apiVersion": "1", "resources": [
      { "type": "policies", "apiVersion": "1", "properties": { "format": "rawxml", "value": "\\u003cpolicies>\\r\\n<inbound/></policies>" } } ] } ] }`;
    const host = read(text, 'azuredeploy.json', false);
    expect(whose(host)).toEqual([['json', 'Microsoft.ApiManagement/service/policies', null, 'rawxml']]);
    expect(host.policies[0]?.text).toBe('<policies>\r\n<inbound/></policies>');
  });
});

describe('what is seen and not read is said', () => {
  test.each([
    ['main.tf', 'a = join("", ["<policies>", local.x, "</policies>"])', 'composed', '"<policies>"'],
    [
      'main.tf',
      'a = format("<policies><inbound>%s</inbound></policies>", var.x)',
      'composed',
      '"<policies><inbound>%s</inbound></policies>"',
    ],
    ['main.tf', 'a = "<validate-jwt header-name=\\"x\\">"', 'part', '"<validate-jwt header-name=\\"x\\">"'],
    ['main.tf', 'a = "echo \'<policies><inbound/></policies>\'"', 'inside', '"echo \'<policies><inbound/></policies>\'"'],
    ['main.bicep', "var a = concat('<policies>', x, '</policies>')", 'composed', "'<policies>'"],
    ['a.json', `{"resources":[{"type":"a/b","apiVersion":"1","v":"[concat('${policy}')]"}]}`, 'arm-expression', `"[concat('${policy}')]"`],
    ['a.json', '{"lines":["<policies>","</policies>"]}', 'composed', '"<policies>"'],
    ['a.yaml', `a: >\n  <policies>\n  <inbound/></policies>\n`, 'folded', '>\n  <policies>\n  <inbound/></policies>\n'],
    ['a.cs', 'var a = "<policies>" + x + "</policies>";', 'composed', '"<policies>"'],
    ['a.cs', `var a = $"${policy}";`, 'interpolated', `$"${policy}"`],
    ['a.ts', `const a = \`<policies><inbound/>\${x}</policies>\`;`, 'interpolated', `\`<policies><inbound/>\${x}</policies>\``],
    ['a.py', `a = f"${policy}"`, 'interpolated', `f"${policy}"`],
    ['a.ps1', `$a = "<policies><inbound/>$x</policies>"`, 'interpolated', `"<policies><inbound/>$x</policies>"`],
  ])('%s: %s', (name, text, reason, shown) => {
    expect(reasons(text, name)).toEqual([[reason, shown]]);
    expect(read(text, name).policies).toEqual([]);
  });

  test('YAML that is nested too deeply for its parser is said as a whole', () => {
    const text = `${'- '.repeat(50_000)}a\n${policy}\n`;
    expect(readHost(text, 'a.yaml', { all: true })?.notRead).toEqual([{ reason: 'too-deep', start: 0, end: text.length }]);
  });

  test('a file that is read only on demand is said as a whole', () => {
    expect(reasons(`a: ${policy}\n`, 'a.yaml', false)).toEqual([['on-demand', policy]]);
    expect(reasons('a: 1\n', 'a.yaml', false)).toEqual([]);
  });

  test.each([
    ['main.tf', `# ${policy}\na = "policies"\n`],
    ['main.tf', 'resource "azurerm_api_management" "x" { name = "<policies>" }'],
    ['package.json', '{ "description": "about <policies> and <validate-jwt>" }'],
    ['a.md', 'A `<policies>` in prose, and ```<policies>``` too.\n\n```xml\n<validate-jwt />\n```\n'],
    ['a.json', '{ "layout": "<fragment android:name=\\"x\\" />" }'],
    ['a.cs', `// ${policy}\n/* "${policy}" */`],
  ])('%s without a policy stays silent: %s', (name, text) => {
    expect(read(text, name)).toMatchObject({ policies: [], notRead: [] });
  });

  test('any other file is no host', () => {
    expect(readHost(policy, 'policy.xml')).toBeNull();
    expect(readHost(policy, 'policy.xml.tftpl')).toBeNull();
  });
});
