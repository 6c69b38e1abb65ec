// What resources of Bicep and of templates tell of scopes, whole: each way to name something, to repeat it, to hand it on.
import { expect, test } from 'vitest';
import { tellScopes } from '../../harness/tell-scopes.js';

const policy = '<policies><inbound/></policies>';
const bicepService = `resource gw 'Microsoft.ApiManagement/service@2024-05-01' existing = {\n  name: 'gw'\n}\n`;

const cases: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'Bicep: nested, by parent, by name',
    {
      'main.bicep':
        bicepService +
        `resource orders 'Microsoft.ApiManagement/service/apis@2024-05-01' = {\n  parent: gw\n  name: 'orders'\n  properties: { path: 'o', subscriptionRequired: false, format: 'openapi', value: loadTextContent('spec.json') }\n  resource p 'policies' = {\n    name: 'policy'\n    properties: { format: 'rawxml', value: loadTextContent('p.xml') }\n  }\n  resource get 'operations' = {\n    name: 'get'\n  }\n}\n` +
        `resource op 'Microsoft.ApiManagement/service/apis/operations/policies@2024-05-01' = {\n  parent: orders::get\n  name: 'policy'\n  properties: { value: loadTextContent('p.xml') }\n}\n` +
        `resource byName 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {\n  name: 'gw/named/policy'\n  properties: { value: loadTextContent('p.xml') }\n}\n` +
        `resource byParts 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {\n  name: '\${gw.name}/parts/policy'\n  properties: { value: loadTextContent('./p.xml') }\n}\n` +
        `resource product 'Microsoft.ApiManagement/service/products@2024-05-01' = {\n  parent: gw\n  name: 'starter'\n  properties: { subscriptionRequired: true }\n  resource link 'apis' = { name: orders.name }\n}\n` +
        `resource mcp 'Microsoft.ApiManagement/service/apis@2024-05-01' = {\n  parent: gw\n  name: 'tools'\n  properties: { mcpTools: [] }\n}\n` +
        `resource team 'Microsoft.ApiManagement/service/workspaces@2024-05-01' = {\n  parent: gw\n  name: 'team'\n}\n`,
      'p.xml': policy,
      'spec.json': '{"paths":{"/a":{"post":{"operationId":"Post It"}}}}',
    },
    [
      'resources ""',
      'workspace team',
      'product starter key orders',
      'api named p.xml key?',
      'api orders p.xml o no-key',
      '  operation Post It',
      '  operation get p.xml',
      'api parts p.xml key?',
      'api tools key? mcp',
    ],
  ],
  [
    'Bicep: loops, conditions, modules, parameters',
    {
      'main.bicep':
        bicepService +
        `param name string = 'par'\nparam none string\nvar list = [\n  'a'\n  'b'\n]\nvar objects = [\n  { n: 'x', on: true }\n]\n@export()\nvar exported = 'exported'\n` +
        `resource each 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = [for item in list: {\n  name: 'gw/\${item}/policy'\n  properties: { value: loadTextContent('p.xml') }\n}]\n` +
        `resource pairs 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = [for (item, index) in objects: if (item.on) {\n  name: 'gw/\${item.n}/policy'\n  properties: { value: loadTextContent('p.xml') }\n}]\n` +
        `resource may 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = if (none == 'x') {\n  name: 'gw/\${name}/policy'\n  properties: { value: loadTextContent('p.xml') }\n}\n` +
        `resource sure 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = if (true) {\n  name: 'gw/sure/policy'\n  properties: { value: loadTextContent('p.xml') }\n}\n` +
        `resource never 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = if (false) {\n  name: 'gw/never/policy'\n  properties: { value: loadTextContent('p.xml') }\n}\n` +
        `resource exp 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {\n  name: 'gw/\${exported}/policy'\n  properties: { value: loadTextContent('p.xml') }\n}\n` +
        `module m 'm/api.bicep' = {\n  name: 'deployment'\n  params: { api: 'given' }\n}\nmodule reg 'br/public:x:1' = {\n  name: 'r'\n}\nmodule gone 'gone.bicep' = {\n  name: 'g'\n}\n` +
        `resource out 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {\n  name: 'gw/\${m.outputs.api}/policy'\n  properties: { value: loadTextContent('p.xml') }\n}\n`,
      'm/api.bicep':
        bicepService +
        `param api string\noutput api string = 'out-\${api}'\nresource p 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {\n  name: 'gw/\${api}/policy'\n  properties: { value: loadTextContent('../p.xml') }\n}\n`,
      'p.xml': policy,
    },
    [
      'resources ""',
      'api ${exported} p.xml name? key?',
      'api ${name} p.xml name? policy? key?',
      'api a p.xml key?',
      'api b p.xml key?',
      'api given p.xml key?',
      'api out-given p.xml key?',
      'api sure p.xml key?',
      'api x p.xml policy? key?',
      'problem main.bicep 23 name-unknown ${name}',
      'problem main.bicep 35 name-unknown ${exported}',
      'missing gone.bicep',
    ],
  ],
  [
    'a template of Azure Resource Manager',
    {
      'a.json': JSON.stringify({
        parameters: { Name: { defaultValue: 'par' }, None: {} },
        variables: { V: 'var', l: ['a'] },
        resources: [
          {
            type: 'Microsoft.ApiManagement/service/apis/policies',
            apiVersion: '1',
            name: "[concat('gw', '/', parameters('name'), '/policy')]",
            properties: { value: policy },
          },
          {
            type: 'Microsoft.ApiManagement/service/apis/policies',
            apiVersion: '1',
            name: "[format('{0}/{1}/policy', 'gw', variables('V'))]",
            properties: { value: policy },
          },
          {
            type: 'Microsoft.ApiManagement/service/apis/policies',
            apiVersion: '1',
            name: "[concat('gw/', parameters('none'), '/policy')]",
            properties: { value: "[parameters('x')]" },
          },
          {
            type: 'Microsoft.ApiManagement/service/apis/policies',
            apiVersion: '1',
            name: 'gw/off/policy',
            condition: false,
            properties: { value: policy },
          },
          {
            type: 'Microsoft.ApiManagement/service/apis/policies',
            apiVersion: '1',
            name: 'gw/on/policy',
            condition: true,
            properties: { value: policy },
          },
          {
            type: 'Microsoft.ApiManagement/service/apis/policies',
            apiVersion: '1',
            name: 'gw/may/policy',
            condition: '[equals(1, 1)]',
            properties: { value: policy },
          },
          {
            type: 'Microsoft.ApiManagement/service/apis/policies',
            apiVersion: '1',
            name: "[concat('gw/c', copyIndex(), '/policy')]",
            copy: { name: 'c', count: 2 },
            properties: { value: policy },
          },
          {
            type: 'Microsoft.ApiManagement/service',
            apiVersion: '1',
            name: 'gw',
            resources: [
              {
                type: 'apis',
                apiVersion: '1',
                name: 'nested',
                properties: { path: 'n', type: 'mcp' },
                resources: [{ type: 'policies', apiVersion: '1', name: 'policy', properties: { format: 'xml', value: '[[no policy' } }],
              },
            ],
          },
        ],
      }),
    },
    [
      'resources ""',
      "api ${parameters('name')} a.json#1 name? key?",
      "api ${parameters('none')} a.json#@483 name? key?",
      'api c${copyIndex()} a.json#6 name? key?',
      'api may a.json#5 policy? key?',
      'api nested a.json#@1576 n key? mcp',
      'api on a.json#4 key?',
      'api var a.json#2 key?',
      "problem a.json 1 name-unknown ${parameters('name')}",
      "problem a.json 1 name-unknown ${parameters('none')}",
      'problem a.json 1 policy-unknown "[parameters(\'x\')]"',
      'problem a.json 1 name-unknown c${copyIndex()}',
      'problem a.json 1 policy-unknown',
    ],
  ],
];

test.each(cases)('%s', (_, files, told) => {
  expect(tellScopes(files)).toEqual(told);
});
