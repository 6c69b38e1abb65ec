// What resources of Terraform tell of scopes, whole: each way to name something, to repeat it, to hand it on.
import { expect, test } from 'vitest';
import { tellScopes } from '../../harness/tell-scopes.js';

const policy = '<policies><inbound/></policies>';
const tf = (type: string, label: string, body: string): string => `resource "azurerm_api_management_${type}" "${label}" {\n${body}\n}\n`;
const x = `xml_content = file("p.xml")`;
const of = `api_management_name = "gw"`;

const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'each kind of resource has its scope',
    {
      'main.tf':
        tf('policy', 'a', `api_management_id = azurerm_api_management.gw.id\n${x}`) +
        tf('workspace', 'w', `api_management_id = azurerm_api_management.gw.id\nname = "team"`) +
        tf('workspace_policy', 'a', `api_management_workspace_id = azurerm_api_management_workspace.w.id\n${x}`) +
        tf(
          'workspace_policy_fragment',
          'a',
          `api_management_workspace_id = azurerm_api_management_workspace.w.id\nname = "wf"\nvalue = file("p.xml")`,
        ) +
        tf('policy_fragment', 'a', `api_management_id = azurerm_api_management.gw.id\nname = "f"\nvalue = file("p.xml")`) +
        tf(
          'api',
          'a',
          `api_management_name = azurerm_api_management.gw.name\nname = "orders"\npath = "o"\nsubscription_required = false\nimport {\n content_value = file("spec.yaml")\n}`,
        ) +
        tf(
          'api_operation',
          'a',
          `api_management_name = azurerm_api_management.gw.name\napi_name = azurerm_api_management_api.a.name\noperation_id = "get"`,
        ) +
        tf(
          'api_operation_policy',
          'a',
          `api_management_name = azurerm_api_management.gw.name\napi_name = azurerm_api_management_api.a.name\noperation_id = azurerm_api_management_api_operation.a.operation_id\n${x}`,
        ) +
        tf('product', 'a', `api_management_name = azurerm_api_management.gw.name\nproduct_id = "starter"\nsubscription_required = true`) +
        tf(
          'product_policy',
          'a',
          `api_management_name = azurerm_api_management.gw.name\nproduct_id = azurerm_api_management_product.a.product_id\n${x}`,
        ) +
        tf(
          'product_api',
          'a',
          `api_management_name = azurerm_api_management.gw.name\nproduct_id = azurerm_api_management_product.a.product_id\napi_name = azurerm_api_management_api.a.name`,
        ),
      'p.xml': policy,
      'spec.yaml': 'paths:\n  /a:\n    put:\n      operationId: put it\n',
    },
    [
      'resources "" p.xml',
      'workspace team p.xml',
      'product starter p.xml key orders',
      'api orders o no-key',
      '  operation get p.xml',
      '  operation put it',
      'fragment f p.xml ${azurerm_api_management_policy_fragment.a.name}',
      'fragment team wf p.xml ${azurerm_api_management_workspace_policy_fragment.a.name}',
    ],
  ],
  [
    'a module, its outputs and arguments',
    {
      'main.tf':
        `module "m" {\n  source = "./m"\n  name = "orders"\n  more = { list = ["a", "b"], "k" = "v" }\n}\n` +
        tf('api_policy', 'out', `${of}\napi_name = module.m.api\n${x}`) +
        tf('api_policy', 'deep', `${of}\napi_name = module.m.more.list[1]\n${x}`) +
        tf('api_policy', 'key', `${of}\napi_name = module.m.more["k"]\n${x}`) +
        tf('api_policy', 'none', `${of}\napi_name = module.m.nothing\n${x}`) +
        tf('api_policy', 'nor', `${of}\napi_name = module.n.api\n${x}`) +
        `module "n" {\n  source = "../n"\n}\nmodule "r" {\n  source = "registry/n/r"\n}\nmodule "o" {\n  source = "./o"\n}\n`,
      'm/main.tf':
        `variable "name" {}\nvariable "more" { default = "x" }\nvariable "kept" { default = "kept" }\noutput "api" { value = "\${var.name}-\${var.kept}" }\noutput "more" { value = var.more }\n` +
        tf('api_policy', 'inner', `${of}\napi_name = "inner-\${var.name}"\nxml_content = file("\${path.module}/p.xml")`) +
        tf('api_policy', 'root', `${of}\napi_name = "root-\${var.name}"\nxml_content = file("\${path.root}/p.xml")`) +
        tf('api_policy', 'cwd', `${of}\napi_name = "cwd"\nxml_content = file("\${ path.cwd }/p.xml")`),
      'm/p.xml': policy,
      'p.xml': policy,
    },
    [
      'resources ""',
      'api ${module.m.nothing} p.xml name? key?',
      'api ${module.n.api} p.xml name? key?',
      'api b p.xml key?',
      'api cwd p.xml key?',
      'api inner-orders m/p.xml key?',
      'api orders-${var.kept} p.xml name? key?',
      'api root-orders p.xml key?',
      'api v p.xml key?',
      'problem main.tf 6 name-unknown orders-${var.kept}',
      'problem main.tf 21 name-unknown ${module.m.nothing}',
      'problem main.tf 26 name-unknown ${module.n.api}',
      'missing o/',
    ],
  ],
  [
    'repeated modules and resources',
    {
      'main.tf':
        `module "m" {\n  for_each = { a = "one", b = "two" }\n  source = "./m"\n  name = each.value\n}\nmodule "c" {\n  count = 2\n  source = "./m"\n  name = "c-\${count.index}"\n}\n` +
        tf('api_policy', 'x', `${of}\napi_name = module.m["b"].api\n${x}`) +
        tf('api_policy', 'y', `count = 2\n${of}\napi_name = "y-\${count.index}"\n${x}`) +
        tf('api_policy', 'z', `count = var.on ? 1 : 0\n${of}\napi_name = "z"\n${x}`) +
        tf('api_policy', 'never', `count = 0\n${of}\napi_name = "never"\n${x}`) +
        tf('api_policy', 'once', `count = 1\n${of}\napi_name = "once"\n${x}`) +
        tf('api_policy', 'objects', `for_each = { for o in local.objects : o.key => o }\n${of}\napi_name = each.key\n${x}`) +
        `locals {\n  objects = [{ key = "k1" }, { key = "k2" }]\n}\n`,
      'm/main.tf':
        `variable "name" {}\noutput "api" { value = "out-\${var.name}" }\n` +
        tf('api_policy', 'inner', `${of}\napi_name = var.name\nxml_content = file("\${path.root}/p.xml")`),
      'p.xml': policy,
    },
    [
      'resources ""',
      'api ${each.key} p.xml name? key?',
      'api c-${count.index} p.xml name? key?',
      'api once p.xml key?',
      'api one p.xml key?',
      'api out-two p.xml key?',
      'api two p.xml key?',
      'api y-${count.index} p.xml name? key?',
      'api z p.xml policy? key?',
      'problem main.tf 16 name-unknown y-${count.index}',
      'problem main.tf 40 name-unknown ${each.key}',
      'problem m/main.tf 3 name-unknown c-${count.index}',
    ],
  ],
  [
    'locals, data and what stands in the place of a name',
    {
      'main.tf':
        `locals {\n  n = "loc"\n  o = { a = { b = "deep" } }\n  self = local.self\n}\nvariable "d" { default = "def" }\nvariable "e" {}\ndata "azurerm_api_management" "gw" { name = "gw" }\n` +
        tf('api_policy', 'a', `api_management_name = data.azurerm_api_management.gw.name\napi_name = local.n\n${x}`) +
        tf('api_policy', 'b', `${of}\napi_name = local.o.a.b\n${x}`) +
        tf('api_policy', 'c', `${of}\napi_name = local.o["a"]["b"]\n${x}`) +
        tf('api_policy', 'd', `${of}\napi_name = var.d\n${x}`) +
        tf('api_policy', 'e', `${of}\napi_name = var.e\n${x}`) +
        tf('api_policy', 'f', `${of}\napi_name = local.self\n${x}`) +
        tf('api_policy', 'g', `${of}\napi_name = local.o.missing\n${x}`) +
        tf('api_policy', 'h', `${of}\napi_name = lower("X")\n${x}`) +
        tf('api_policy', 'i', `${of}\napi_name = format("%s-%s", local.n, "z")\n${x}`) +
        tf('api_policy', 'j', `${of}\napi_name = 5\n${x}`) +
        tf('api_policy', 'k', `${of}\n${x}`) +
        tf('api_policy', 'l', `${of}\napi_name = null\n${x}`),
      'p.xml': policy,
    },
    [
      'resources ""',
      'api ${format("%s-%s", local.n, "z")} p.xml name? key?',
      'api ${local.o.missing} p.xml name? key?',
      'api ${local.self} p.xml name? key?',
      'api ${lower("X")} p.xml name? key?',
      'api ${null} p.xml name? key?',
      'api ${var.d} p.xml name? key?',
      'api ${var.e} p.xml name? key?',
      'api (k) p.xml name? key?',
      'api 5 p.xml key?',
      'api deep p.xml key?',
      'api loc p.xml key?',
      'problem main.tf 24 name-unknown ${var.d}',
      'problem main.tf 29 name-unknown ${var.e}',
      'problem main.tf 34 name-unknown ${local.self}',
      'problem main.tf 39 name-unknown ${local.o.missing}',
      'problem main.tf 44 name-unknown ${lower("X")}',
      'problem main.tf 49 name-unknown ${format("%s-%s", local.n, "z")}',
      'problem main.tf 59 name-unknown (k)',
      'problem main.tf 63 name-unknown ${null}',
    ],
  ],
  [
    'addresses',
    {
      'main.tf':
        `resource "azapi_resource" "a" {\n  type = "Microsoft.ApiManagement/service/apis/policies@2022-08-01"\n  parent_id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/gw/apis/written"\n  name = "policy"\n  body = jsonencode({ properties = { format = "rawxml", value = file("p.xml") } })\n}\n` +
        `resource "azapi_resource" "b" {\n  type = "Microsoft.ApiManagement/service/apis@2022-08-01"\n  parent_id = azurerm_api_management.gw.id\n  name = "typed"\n  body = { properties = { path = "t", type = "mcp", subscriptionRequired = false } }\n}\n` +
        `resource "azapi_resource" "c" {\n  type = "Microsoft.ApiManagement/service/apis/policies@2022-08-01"\n  parent_id = "\${azurerm_api_management.gw.id}/apis/joined"\n  name = "policy"\n  body = { properties = { format = "rawxml-link", value = "https://x" } }\n}\n` +
        `resource "azapi_resource" "d" {\n  type = "Microsoft.Other/things@1"\n  name = "x"\n}\n` +
        `resource "azapi_resource" "e" {\n  type = "Microsoft.ApiManagement/service/apis/policies@2022-08-01"\n  parent_id = var.x\n  name = "policy"\n}\n`,
      'p.xml': policy,
    },
    [
      'resources ""',
      'api written p.xml key?',
      'resources "(${azurerm_api_management.gw.name})"',
      'api joined main.tf#@549 key?',
      'api typed t no-key mcp',
      'resources "((e))"',
      'api ${var.x} main.tf#@886 name? key?',
      'problem main.tf 13 policy-unknown "https://x"',
      'problem main.tf 23 name-unknown ${var.x}',
      'problem main.tf 23 policy-unknown',
    ],
  ],
  [
    'texts of policies',
    {
      'main.tf':
        tf('api_policy', 'a', `${of}\napi_name = "a"\nxml_content = "${policy}"`) +
        tf('api_policy', 'b', `${of}\napi_name = "b"\nxml_content = local.text`) +
        tf('api_policy', 'c', `${of}\napi_name = "c"\nxml_content = replace(local.text, "{{x}}", "y")`) +
        tf('api_policy', 'd', `${of}\napi_name = "d"\nxml_content = chomp(trimspace(file("p.xml")))`) +
        tf('api_policy', 'e', `${of}\napi_name = "e"\nxml_content = upper(file("p.xml"))`) +
        tf('api_policy', 'f', `${of}\napi_name = "f"\nxml_link = "https://x"`) +
        tf('api_policy', 'g', `${of}\napi_name = "g"`) +
        tf('api_policy', 'h', `${of}\napi_name = "h"\nxml_content = templatefile("p.xml", { a = 1 })`) +
        tf('api_policy', 'i', `${of}\napi_name = "i"\nxml_content = file("C:/p.xml")`) +
        tf('api_policy', 'j', `${of}\napi_name = "j"\nxml_content = file("https://x/p.xml")`) +
        tf('api_policy', 'k', `${of}\napi_name = "k"\nxml_content = file("")`) +
        tf('api_policy', 'l', `${of}\napi_name = "l"\nxml_content = file(".\\\\sub//./p.xml")`) +
        `locals {\n  text = <<X\n${policy}\nX\n}\n`,
      'p.xml': policy,
      'sub/p.xml': policy,
    },
    [
      'resources ""',
      'api a main.tf#1 key?',
      'api b main.tf#2 key?',
      'api c main.tf#2 key?',
      'api d p.xml key?',
      'api e main.tf#@547 key?',
      'api f main.tf#@677 key?',
      'api g main.tf#@795 key?',
      'api h p.xml key?',
      'api i main.tf#@1032 key?',
      'api j main.tf#@1158 key?',
      'api k main.tf#@1291 key?',
      'api l sub/p.xml key?',
      'problem main.tf 21 policy-unknown upper(file("p.xml"))',
      'problem main.tf 26 policy-unknown "https://x"',
      'problem main.tf 31 policy-unknown',
      'problem main.tf 40 policy-unknown "C:/p.xml"',
      'problem main.tf 45 policy-unknown "https://x/p.xml"',
      'problem main.tf 50 policy-unknown ""',
    ],
  ],
];

test.each(cases)('%s', (_, files, told) => {
  expect(tellScopes(files)).toEqual(told);
});
