import { describe, expect, it } from 'vitest';
import {
  effectivePolicy,
  englishCatalogue,
  judgePaths,
  listPaths,
  readScopes,
  wordPath,
  wordScopeProblem,
  type ScopeFile,
  type Scopes,
} from '../../../src/core/index.js';
import { factsFor, writeTable } from '../../harness/judged-folder.js';
import { readFolder } from '../../harness/read-folder.js';

/** Each path with the keys of its policies, the narrowest first, and what stands on its way in. */
function writePaths(scopes: Scopes): string[] {
  return listPaths(scopes).map(target => {
    const { scopes: met, sections } = effectivePolicy(scopes, target);
    const name = [target.workspace, target.api, target.operation ?? '*', target.product ?? '-'].filter(part => part !== null).join(' ');
    const statements = sections.inbound.map(({ gap, element }) => (gap === null ? (element?.name ?? '') : `(${gap.reason})`));
    return `${name}: ${met.map(({ source }) => source.key).join(' < ')}: ${statements.join(' ')}`;
  });
}

function writeProblems({ problems }: Scopes): string[] {
  return problems.map(problem => `${problem.path}:${String(problem.line)} ${problem.code} ${problem.name ?? '-'}`);
}

const file = (path: string, text: string): ScopeFile => ({ path, text });
const policies = (inbound: string): string => `<policies><inbound>${inbound}</inbound></policies>`;

describe('Terraform: modules, loops, loaded files', () => {
  it('are followed to the policy of each operation', async () => {
    expect(await writeTable('terraform', { aud: 'api://orders', role: 'user' })).toEqual([
      '${var.prefix}-preview * - [api-key perhaps-anonymous]: 200 as far as read',
      'health get-order - [api-key anonymous]: 200 as far as read',
      'health put-order - [api-key anonymous]: 200 as far as read',
      'health * - [api-key anonymous]: 200',
      'orders get-order starter [product-key]: 401 claims, policies/admins-only.xml:2',
      'orders get-order - [api-key anonymous]: 401 claims, policies/admins-only.xml:2',
      'orders put-order starter [product-key]: 200 as far as read',
      'orders put-order - [api-key anonymous]: 200 as far as read',
      'orders * starter [product-key]: 200',
      'orders * - [api-key anonymous]: 200',
      'status get-order - [api-key anonymous]: 200 as far as read',
      'status put-order - [api-key anonymous]: 200 as far as read',
      'status * - [api-key anonymous]: 200 as far as read',
    ]);
    expect((await writeTable('terraform', { aud: 'api://other' })).filter(line => line.startsWith('orders'))).toEqual([
      'orders get-order starter [product-key]: 401 audience, values.tf:6',
      'orders get-order - [api-key anonymous]: 401 audience, policies/orders.xml:4',
      'orders put-order starter [product-key]: 401 audience at the latest, values.tf:6',
      'orders put-order - [api-key anonymous]: 401 audience at the latest, policies/orders.xml:4',
      'orders * starter [product-key]: 401 audience, values.tf:6',
      'orders * - [api-key anonymous]: 401 audience, policies/orders.xml:4',
    ]);
  });

  it('name what is not known, and where', async () => {
    const scopes = readScopes(readFolder('terraform'));
    expect(writeProblems(scopes)).toEqual([
      'main.tf:82 name-unknown ${var.prefix}-preview',
      'modules/api/main.tf:19 file-missing policies/missing.xml',
    ]);
    expect(scopes.missing).toEqual(['policies/missing.xml']);
    expect(scopes.problems.map(problem => wordScopeProblem(problem, englishCatalogue))).toEqual([
      'The name ${var.prefix}-preview is not known before it is deployed. The paths have the expression in its place.',
      'The policy is to be read from policies/missing.xml, which is not there. The scope counts as not read.',
    ]);
    const { paths } = await judgePaths(scopes, { facts: await factsFor({ aud: 'api://orders' }) });
    const unread = paths.map(({ verdict }) => verdict && wordPath(verdict, path => path, englishCatalogue).notRead);
    expect(unread[0]).toBe('Not read: the policy of API ${var.prefix}-preview (deployed on a condition). It can refuse the token, too.');
    expect(unread[12]).toBe('Not read: the policy of API status. It can refuse the token, too.');
  });
});

describe('Bicep: modules, loops, nested resources', () => {
  it('are followed to the policy of each operation', async () => {
    expect(await writeTable('bicep', { aud: 'api://other', role: 'user' })).toEqual([
      'items ping - [api-key]: 204, whatever the token is, modules/api.bicep:24',
      'items * - [api-key]: 200 as far as read',
      'orders ping starter [product-key anonymous]: 204, whatever the token is, modules/api.bicep:24',
      'orders ping - [api-key]: 204, whatever the token is, modules/api.bicep:24',
      'orders * starter [product-key anonymous]: 401 claims, policies/admins-only.xml:2',
      'orders * - [api-key]: 401 audience, policies/orders.xml:4',
      'preview * - [api-key perhaps-anonymous]: 200 as far as read',
    ]);
    expect(writeProblems(readScopes(readFolder('bicep')))).toEqual(['modules/api.bicep:30 policy-unknown policy']);
  });
});

describe('a template of Azure Resource Manager', () => {
  it('has policies in its strings, named by concat and format', async () => {
    expect(await writeTable('arm-template', { aud: 'api://other' })).toEqual([
      'items * - [api-key perhaps-anonymous]: 200 as far as read',
      'orders get-order - [api-key anonymous]: 401 audience at the latest, azuredeploy.json:34',
      'orders * - [api-key anonymous]: 401 audience, azuredeploy.json:34',
    ]);
  });
});

describe('azapi', () => {
  it('names its parent by an address, and has its properties in a body', () => {
    const scopes = readScopes([
      file(
        'main.tf',
        `
resource "azapi_resource" "orders" {
  type      = "Microsoft.ApiManagement/service/apis@2022-08-01"
  parent_id = azurerm_api_management.main.id
  name      = "orders"
  body      = jsonencode({ properties = { path = "orders" } })
}
resource "azapi_resource" "policy" {
  type      = "Microsoft.ApiManagement/service/apis/policies@2022-08-01"
  parent_id = azapi_resource.orders.id
  name      = "policy"
  body = {
    properties = {
      format = "rawxml"
      value  = "${policies('<base />')}"
    }
  }
}
resource "azapi_resource" "workspace" {
  type      = "Microsoft.ApiManagement/service/workspaces/policies@2022-08-01"
  parent_id = "\${azurerm_api_management.main.id}/workspaces/team"
  name      = "policy"
  body      = { properties = { value = file("team.xml") } }
}
resource "azurerm_api_management_policy" "all" {
  api_management_id = azurerm_api_management.main.id
  xml_content       = "${policies('<ip-filter />')}"
}`,
      ),
      file('team.xml', policies('')),
    ]);
    expect(scopes.services).toHaveLength(1);
    expect(scopes.services[0]?.workspaces).toEqual([{ name: 'team', policy: 'team.xml' }]);
    expect(writePaths(scopes)).toEqual(['orders * -: main.tf#1 < main.tf#2: ip-filter']);
  });
});

describe('names', () => {
  const api = (label: string, name: string, more = ''): string => `
resource "azurerm_api_management_api_policy" "${label}" {
  api_name            = ${name}
  api_management_name = var.gateway
  xml_content         = file("p.xml")
  ${more}
}`;
  const read = (text: string): Scopes => readScopes([file('main.tf', text), file('p.xml', policies(''))]);
  const namesOf = (text: string): string[] => read(text).services.flatMap(({ apis }) => apis.map(({ name }) => name));

  it('are the same where their expressions are, and are kept apart where that is not known', () => {
    expect(namesOf(api('a', 'var.one') + api('b', '"${var.one}"') + api('c', 'var.two') + api('d', '"one"'))).toEqual([
      '${var.one}',
      '${var.two}',
      'one',
    ]);
    expect(read(api('a', 'var.one') + api('b', 'var.one')).problems.map(({ code, line }) => [code, line])).toEqual([['name-unknown', 2]]);
  });

  it('of a second resource with the same scope and another policy are said', () => {
    const other = api('b', '"one"').replace('p.xml', 'q.xml');
    const scopes = readScopes([file('main.tf', api('a', '"one"') + other), file('p.xml', policies('')), file('q.xml', policies(''))]);
    expect(writeProblems(scopes)).toContain('main.tf:8 twice -');
    expect(scopes.services[0]?.apis[0]?.policy).toBe('p.xml');
  });

  it('come from lists, sets, objects and other repeated resources that are written out', () => {
    const more = `
locals { apis = ["b", "a"] }
resource "azurerm_api_management_api" "each" {
  for_each            = toset(local.apis)
  name                = each.key
  api_management_name = var.gateway
}`;
    expect(namesOf(more + api('x', 'azurerm_api_management_api.each[each.key].name', 'for_each = toset(["a"])'))).toEqual(['a', 'b']);
    expect(namesOf(more + api('x', 'each.value.name', 'for_each = azurerm_api_management_api.each'))).toEqual(['a', 'b']);
    expect(namesOf(api('x', '"v1-${each.value.name}"', 'for_each = { k = { name = "n" } }'))).toEqual(['v1-n']);
    expect(namesOf(api('x', 'each.key', 'for_each = { for k in var.list : k => k }'))).toEqual(['${each.key}']);
    expect(namesOf(api('x', '"never"', 'count = 0'))).toEqual([]);
  });

  it('of an instance that is declared elsewhere are the same by its name and by its address', () => {
    const all = `
resource "azurerm_api_management_policy" "all" {
  api_management_id = azurerm_api_management.main.id
  xml_content       = file("p.xml")
}`;
    const { services } = read(all + api('a', '"one"').replace('var.gateway', 'azurerm_api_management.main.name'));
    expect(services.map(({ global, apis }) => [global, apis.length])).toEqual([['p.xml', 1]]);
  });

  it('of two instances in one folder are two', () => {
    const { services } = read(api('a', '"one"') + api('b', '"one"').replace('var.gateway', '"other"'));
    expect(services.map(({ root, apis }) => [root, apis.map(({ name }) => name)])).toEqual([
      ['', ['one']],
      ['(other)', ['one']],
    ]);
  });

  it('are in no condition where they are not known', async () => {
    const condition = `<choose><when condition='@(context.Api.Id == "other")'><return-response /></when></choose>`;
    const judge = async (name: string): Promise<unknown> => {
      const text = api('a', name).replace('file("p.xml")', `<<X\n${policies(condition)}\nX`);
      const { paths } = await judgePaths(read(text), { facts: await factsFor({}) });
      return paths[0]?.verdict?.notRead.map(({ kind, reason }) => reason ?? kind);
    };
    expect(await judge('var.name')).toEqual(['condition']);
    expect(await judge('"orders"')).toEqual([]);
  });
});

describe('a policy that is not plain', () => {
  const valueOf = (value: string): string[] => {
    const text = `
resource "azurerm_api_management_api_policy" "x" {
  api_name            = "x"
  api_management_name = "gateway"
  xml_content         = ${value}
}`;
    const scopes = readScopes([file('a/main.tf', text), file('a/p.xml', policies('')), file('p.xml', policies(''))]);
    return [...writePaths(scopes), ...writeProblems(scopes)];
  };
  const whole = 'x * -: a/p.xml: ';

  it('is read through what changes nothing but white space and single values', () => {
    expect(valueOf('trimspace(file("p.xml"))')).toEqual([whole]);
    expect(valueOf('replace(file("${path.module}/p.xml"), "{tenant}", var.tenant)')).toEqual([whole]);
    expect(valueOf('templatefile("./p.xml", {})')).toEqual([whole]);
    expect(valueOf('file("../p.xml")')).toEqual(['x * -: p.xml: ']);
  });

  it('is said, and stands on the path as not read', () => {
    const unread = 'x * -: a/main.tf#@1: (not-plain) (absent)';
    expect(valueOf('replace(file("p.xml"), "<base />", "")')).toEqual([
      unread,
      'a/main.tf:2 policy-unknown replace(file("p.xml"), "<base />", "")',
    ]);
    expect(valueOf('file("${var.folder}/p.xml")')).toEqual([unread, 'a/main.tf:2 policy-unknown "${var.folder}/p.xml"']);
    expect(valueOf('file("../../p.xml")')).toEqual([unread, 'a/main.tf:2 policy-unknown "../../p.xml"']);
    expect(valueOf('file("/etc/p.xml")')).toEqual([unread, 'a/main.tf:2 policy-unknown "/etc/p.xml"']);
    expect(valueOf('file("q.xml")')).toEqual(['x * -: a/main.tf#@1: (absent) (absent)', 'a/main.tf:2 file-missing a/q.xml']);
  });
});

describe('files beside resources', () => {
  it('are no instance of their own where a resource loads them from folders with the names of scopes', () => {
    const text = `
resource "azurerm_api_management_api_policy" "x" {
  api_name            = "orders"
  api_management_name = "gateway"
  xml_content         = file("apis/orders/policy.xml")
}`;
    const files = [file('main.tf', text), file('apis/orders/policy.xml', policies(''))];
    expect(readScopes(files).services.map(({ form }) => form)).toEqual(['resources']);
    const informed = [...files, file('apis/orders/apiInformation.json', '{"properties": {}}')];
    expect(readScopes(informed).services.map(({ form, root }) => [form, root])).toEqual([
      ['folders', ''],
      ['resources', '(gateway)'],
    ]);
  });
});
