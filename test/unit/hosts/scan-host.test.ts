import { describe, expect, test } from 'vitest';
import { decodeString } from '../../../src/core/hosts/decode-string.js';
import {
  allValues,
  findField,
  type HostField,
  type HostObject,
  type HostString,
  type HostValue,
} from '../../../src/core/hosts/host-value.js';
import { scanBicep, scanHcl, scanJson } from '../../../src/core/hosts/scan-host.js';

/** A value in a few words, so that a test can say what it expects. */
function brief(value: HostValue | null): unknown {
  if (value === null) return null;
  switch (value.kind) {
    case 'string':
      return value.isTemplate ? { template: value.text } : { string: value.text };
    case 'literal':
      return value.value;
    case 'reference':
      return { name: value.text };
    case 'call':
      return { [`${value.name}()`]: value.arguments.map(brief) };
    case 'list':
      return value.items.map(brief);
    case 'object':
      return Object.fromEntries(value.fields.map(field => [field.keys.map(({ text }) => text).join(' '), brief(field.value)]));
    case 'expression':
      return { parts: value.parts.map(brief) };
  }
}

function fieldOf(object: HostObject, index = 0): HostField {
  const field = object.fields[index];
  if (field === undefined) throw new Error('no such field');
  return field;
}

function strings(value: HostValue): HostString[] {
  return [...allValues(value)].filter(each => each.kind === 'string');
}

describe('HCL', () => {
  test('blocks, attributes, calls and objects', () => {
    const text = `# resource "no" "no" {}
resource "azurerm_api_management_api_policy" "orders" {
  api_name            = azurerm_api_management_api.orders[0].name // a comment
  api_management_name = var.gateway
  /* a = 1 */
  count   = 2
  enabled = true
  xml_content = templatefile("\${path.module}/policy.xml", {
    tenant = var.tenant
    "other" : "x",
    list = [1, "two"]
  })
  timeouts { create = "30m" }
}
`;
    const scanned = scanHcl(text);
    expect(brief(scanned)).toEqual({
      'resource azurerm_api_management_api_policy orders': {
        api_name: { name: 'azurerm_api_management_api.orders[0].name' },
        api_management_name: { name: 'var.gateway' },
        count: 2,
        enabled: true,
        xml_content: {
          'templatefile()': [
            { template: '${path.module}/policy.xml' },
            { tenant: { name: 'var.tenant' }, other: { string: 'x' }, list: [1, { string: 'two' }] },
          ],
        },
        timeouts: { create: { string: '30m' } },
      },
    });
    const block = fieldOf(scanned);
    expect(block).toMatchObject({ name: 'resource', isBlock: true });
    expect(text.slice(block.start, block.end)).toMatch(/^resource "azurerm[^]*\n\}$/);
    expect(block.keys.map(({ start, end }) => text.slice(start, end))).toEqual([
      'resource',
      '"azurerm_api_management_api_policy"',
      '"orders"',
    ]);
    for (const value of allValues(scanned))
      if (value.kind === 'call') expect(text.slice(value.start, value.end)).toMatch(/^templatefile\([^]*\}\)$/);
  });

  test('a string that is nothing but a template is its code', () => {
    const text = 'a = "${file("policy.xml")}"\nb = "${var.x}-y"\nc = "$${z}"\n';
    expect(brief(scanHcl(text))).toEqual({
      a: { 'file()': [{ string: 'policy.xml' }] },
      b: { template: '${var.x}-y' },
      c: { string: '${z}' },
    });
  });

  test('operators, conditions and loops show their parts', () => {
    expect(brief(scanHcl('a = var.x ? file("a") : "b"\nb = [for x in y : file(x)]\nc = -1\n'))).toEqual({
      a: { parts: [{ name: 'var.x' }, { 'file()': [{ string: 'a' }] }, { string: 'b' }] },
      b: [{ parts: [{ name: 'for' }, { name: 'x' }, { name: 'in' }, { name: 'y' }, { 'file()': [{ name: 'x' }] }] }],
      c: { parts: [1] },
    });
  });

  test('heredocs end at their marker, indented or not', () => {
    const text = 'a = <<XML\n <a>\n  XML\nb = replace(<<-EOT\n\t  <b x="${y}">\n\n\t    $${z}\n\t  EOT\n, "x", "y")\n';
    const scanned = scanHcl(text);
    expect(brief(scanned)).toEqual({
      a: { string: ' <a>\n' },
      b: { 'replace()': [{ template: '<b x="${y}">\n\n  ${z}\n' }, { string: 'x' }, { string: 'y' }] },
    });
  });

  test.each([
    ['"a\\n\\"b\\"\\u00e9\\\\"', 'a\n"b"é\\'],
    ['"%%{ if }"', '%{ if }'],
    ['"\\q"', '\\q'],
    ['""', ''],
  ])('%s', (written, meant) => {
    expect(strings(scanHcl(`a = ${written}`))[0]?.text).toBe(meant);
  });
});

describe('Bicep', () => {
  test('resources, parameters, calls', () => {
    const text = `@description('The gateway\\'s name')
@secure()
param secret string
param tenant string = 'contoso'
var policy = replace(loadTextContent('policy.xml'), '__TENANT__', tenant)
resource api 'Microsoft.ApiManagement/service/apis@2022-08-01' existing = {
  name: 'orders'
  parent: service
}
resource p 'Microsoft.ApiManagement/service/apis/policies@2022-08-01' = if (enabled) {
  parent: api
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: '''
<policies>
'''
  }
  tags: [
    'one'
    'two'
  ]
}
`;
    expect(brief(scanBicep(text))).toEqual({
      'param secret string': null,
      'param tenant string': { string: 'contoso' },
      'var policy': { 'replace()': [{ 'loadTextContent()': [{ string: 'policy.xml' }] }, { string: '__TENANT__' }, { name: 'tenant' }] },
      'resource api Microsoft.ApiManagement/service/apis@2022-08-01 existing': { name: { string: 'orders' }, parent: { name: 'service' } },
      'resource p Microsoft.ApiManagement/service/apis/policies@2022-08-01': {
        parts: [
          { 'if()': [{ name: 'enabled' }] },
          {
            parent: { name: 'api' },
            name: { string: 'policy' },
            properties: { format: { string: 'rawxml' }, value: { string: '<policies>\n' } },
            tags: [{ string: 'one' }, { string: 'two' }],
          },
        ],
      },
    });
    expect(fieldOf(scanBicep(text)).decorators).toEqual(['description', 'secure']);
    expect(fieldOf(scanBicep(text), 1).decorators).toEqual([]);
  });

  test('a condition goes on in the next line', () => {
    expect(brief(scanBicep("var a = b\n  ? 'x'\n  : 'y'\nvar c = 1\n"))).toEqual({
      'var a': { parts: [{ name: 'b' }, { string: 'x' }, { string: 'y' }] },
      'var c': 1,
    });
  });

  test.each([
    ["'it\\'s\\n\\u{e9}\\${x}'", "it's\né${x}", false],
    ["'a${b}c'", 'a${b}c', true],
    ["'''a\\n${b}'''", 'a\\n${b}', false],
    ["$'''a ${b} c'''", 'a ${b} c', true],
    ["$$'''a ${b} $${c}'''", 'a ${b} $${c}', true],
    ["'''a''''", "a'", false],
    ["''", '', false],
  ])('%s', (written, meant, isTemplate) => {
    expect(strings(scanBicep(`var a = ${written}`))[0]).toMatchObject({ text: meant, isTemplate });
  });
});

describe('JSON', () => {
  test('with comments and trailing commas', () => {
    const text = '{ // one\n "a": "x\\n\\u003cy\\"", "b": [1, true, null,], "c": { "d": -2.5 }, }';
    expect(brief(scanJson(text))).toEqual({ a: { string: 'x\n<y"' }, b: [1, true, null], c: { d: -2.5 } });
  });

  test('any value may stand alone', () => {
    expect(brief(scanJson('"x"'))).toEqual({ string: 'x' });
    expect(scanJson('')).toBeNull();
  });
});

describe('places', () => {
  const cases: readonly (readonly [string, HostValue | null])[] = [
    ['a = <<-X\n    <p>\n      é$${a}${b}\n\n    </p>\n  X\n', null],
    ['a = "<p x=\\"1\\">\\n$${a}${b}</p>"\n', null],
  ];
  test.each(cases.map(([text]) => text))('every character of %j stands where the map says', text => {
    const string = strings(scanHcl(text))[0];
    if (string === undefined) throw new Error('no string');
    const { text: meant, map, placeholders, literals } = decodeString(text, string);
    expect(meant).toBe(string.text);
    expect(map.length).toBe(meant.length);
    for (let i = 0; i < meant.length; i++) {
      const { start, end } = map.spanInHost({ start: i, end: i + 1 });
      if (end - start === 1) expect(text[start]).toBe(meant[i]);
      else expect(text.slice(start, end)).toMatch(/^(?:\\.|\$\$\{)$/);
      if (map.isBetween(i)) expect(map.offsetInPolicy(start)).toBe(i);
    }
    expect(placeholders.map(({ start, end }) => meant.slice(start, end))).toEqual(['${b}']);
    expect(literals.map(({ start, end }) => meant.slice(start, end))).toEqual(['${']);
  });
});

describe('broken text', () => {
  const pieces = [
    'a = ',
    '"',
    "'''",
    "'",
    '<<X\n',
    '<<-Y\n  z',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '${',
    '%{',
    '\n',
    ',',
    ':',
    '?',
    '@',
    'x.y',
    '/*',
    '*/',
    '#',
    '\\',
    '"${',
    '}"',
  ];
  test('is read to its end, with spans inside it', () => {
    let seed = 7;
    const next = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: next(24) }, () => pieces[next(pieces.length)]).join('');
      for (const scan of [scanHcl, scanBicep, scanJson]) {
        const scanned = scan(text);
        for (const value of scanned === null ? [] : allValues(scanned)) {
          expect(value.start).toBeLessThanOrEqual(value.end);
          expect(value.end).toBeLessThanOrEqual(text.length);
          if (value.kind === 'string') expect(decodeString(text, value).text).toBe(value.text);
        }
      }
    }
  });

  test('no nesting is too deep', () => {
    for (const bracket of ['{', '[', '(', 'f(', '"${', 'a = {\n'])
      for (const scan of [scanHcl, scanBicep, scanJson]) {
        const scanned = scan(`a = ${bracket.repeat(20_000)}`);
        if (scanned !== null) expect([...allValues(scanned)].length).toBeGreaterThanOrEqual(0);
      }
  });

  test('fields are found by name', () => {
    const object = scanHcl('a = 1\nb = "x"\n');
    expect(findField(object, 'b')).toMatchObject({ kind: 'string', text: 'x' });
    expect(findField(object, 'c')).toBeNull();
  });
});
