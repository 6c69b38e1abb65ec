// What is taken out of a file, to the character, and what is not: the odd ways of writing as well, and what is half typed.
import { expect, test } from 'vitest';
import type { EmbeddedPolicy } from '../../../src/core/hosts/host-file.js';
import { readHost } from '../../../src/core/hosts/read-host.js';
import type { Span } from '../../../src/core/text/span.js';

const policy = '<policies><inbound/></policies>';

/** Of each policy how it is written, where, its text, indentation, line break and whose it is; of what is not read the reason and where. */
function shown(text: string, name: string): string[] {
  const host = readHost(text, name, { all: true });
  const at = ({ start, end }: Span): string => `@${String(start)}-${String(end)}`;
  return [
    ...(host?.policies ?? []).map(each => {
      checkPlaces(each);
      const { form, content, indentation, lineBreak, resource, format, isFilledLater } = each;
      const lines = `${JSON.stringify(indentation)} ${JSON.stringify(lineBreak)}`;
      const pieces = (kind: string, spans: readonly Span[]): string[] =>
        spans.map(({ start, end }) => `${kind} ${each.text.slice(start, end)}`);
      const filled = [...pieces('filled', each.placeholders), ...pieces('literal', each.literals)];
      const owner = [resource?.type, resource?.label, format, isFilledLater ? 'filled later' : null, ...filled]
        .filter(part => part != null)
        .join(' ');
      return `${form}${at(each)} of ${at(content)} ${JSON.stringify(each.text)} ${lines} ${owner}`.trimEnd();
    }),
    ...(host?.notRead ?? []).map(each => `${each.reason}${at(each)}`),
  ];
}

/** Throws where two characters of a policy share a place in the file, or one has none. */
function checkPlaces({ text, map, content }: EmbeddedPolicy): void {
  let last = content.start;
  for (let i = 0; i < text.length; i++) {
    const { start, end } = map.spanInHost({ start: i, end: i + 1 });
    if (!map.isBetween(i)) continue;
    if (start < last || end <= start || end > content.end)
      throw new Error(`character ${String(i)} stands at ${String(start)}-${String(end)}`);
    last = end;
  }
}

test.each([
  ['a.yaml', `a: |2\n  ${policy}\n`, [`yaml-literal@3-40 of @6-40 "${policy}\\n" "  " "\\n"`]],
  ['a.yaml', `a: |2\n   ${policy}\n`, ['folded@3-41']],
  [
    'a.yaml',
    'a: |\n  <policies>\n    <inbound/>\n  </policies>',
    ['yaml-literal@3-46 of @5-46 "<policies>\\n  <inbound/>\\n</policies>" "  " "\\n"'],
  ],
  ['a.yaml', `a: |+\n  ${policy}`, [`yaml-literal@3-39 of @6-39 "${policy}" "  " "\\n"`]],
  ['a.yaml', `a: |\n ${policy}\n\n\n   `, [`yaml-literal@3-43 of @5-43 "${policy}\\n\\n\\n  " " " "\\n"`]],
  [
    'a.yaml',
    'a: |-\n  <policies>\n    <inbound/>\n  </policies>\n\n\nb: 1\n',
    ['yaml-literal@3-48 of @6-48 "<policies>\\n  <inbound/>\\n</policies>" "  " "\\n"'],
  ],
  [
    'a.yaml',
    'a: |+\n  <policies>\n\n    <inbound/>\n  </policies>\n\n\nb: 1\n',
    ['yaml-literal@3-51 of @6-51 "<policies>\\n\\n  <inbound/>\\n</policies>\\n\\n\\n" "  " "\\n"'],
  ],
  [
    'a.yaml',
    'a: |\r\n  <policies>\r\n    <inbound/>\r\n  </policies>\r\nb: 1\r\n',
    ['yaml-literal@3-51 of @6-51 "<policies>\\n  <inbound/>\\n</policies>\\n" "  " "\\r\\n"'],
  ],
  ['a.yaml', 'a: "\\u003cpolicies><inbound/></policies>\\q"\n', ['folded@3-43']],
  ['a.yaml', `a: "${policy}\\U0010FFFF"\n`, [`yaml-double@3-46 of @4-45 "${policy}\udbff\udfff" "" "\\n"`]],
  ['a.yaml', `a: "${policy}\\U00110000"\n`, ['folded@3-46']],
  [
    'a.yaml',
    `a: "${policy}\\x41\\/\\0\\a\\b\\t\\v\\f\\r\\e\\ \\"\\\\ \\n"\n`,
    [`yaml-double@3-67 of @4-66 "${policy}A/\\u0000\\u0007\\b\\t\\u000b\\f\\r\\u001b \\"\\\\ \\n" "" "\\n"`],
  ],
  [
    'a.yaml',
    "- '<policies><inbound a=''x''/></policies>'\n",
    ['yaml-single@2-43 of @3-42 "<policies><inbound a=\'x\'/></policies>" "" "\\n"'],
  ],
  ['a.yaml', `- ${policy}\n- b\n`, [`yaml-plain@2-33 of @2-33 "${policy}" "" "\\n"`]],
  ['a.yaml', `{ a: [ "${policy}" ] }`, [`yaml-double@7-40 of @8-39 "${policy}" "" "\\n"`]],
  ['a.yaml', `? ${policy}\n: b\n`, [`yaml-plain@2-33 of @2-33 "${policy}" "" "\\n"`]],
  ['a.yaml', 'a: about <policies> and </policies>\nb: <validate-jwt />\n', ['inside@3-35']],
  ['a.yaml', `a: "${policy}\\`, [`yaml-double@3-36 of @4-35 "${policy}" "" "\\n"`]],
  ['a.cs', `var a = "x${policy}"; var b = "a <policies>";`, ['inside@8-42']],
  ['a.cs', `var a = "${policy}`, [`csharp-quoted@8-40 of @9-40 "${policy}" "" "\\n"`]],
  [
    'a.cs',
    'var a = @"<policies><inbound a=""b""/></policies>";',
    ['csharp-verbatim@8-50 of @10-49 "<policies><inbound a=\\"b\\"/></policies>" "" "\\n"'],
  ],
  ['a.cs', `var a = """\n    ${policy}\n    """;`, [`csharp-raw@8-55 of @12-47 "${policy}" "    " "\\n"`]],
  ['a.cs', `var a = """${policy}""";`, [`csharp-raw@8-45 of @11-42 "${policy}" "" "\\n"`]],
  ['a.cs', `var a = """\r\n    ${policy}\r\n    """;`, [`csharp-raw@8-57 of @13-48 "${policy}" "    " "\\n"`]],
  [
    'a.cs',
    'var a = """"\n  <policies a=\'"""\'>\n  </policies>\n  """";',
    ['csharp-raw@8-54 of @13-47 "<policies a=\'\\"\\"\\"\'>\\n</policies>" "  " "\\n"'],
  ],
  ['a.cs', 'var c = \'"\'; var a = "\\u003cpolicies>\\u003cinbound/></policies>";', [`csharp-quoted@21-64 of @22-63 "${policy}" "" "\\n"`]],
  [
    'a.cs',
    `// "${policy}"\n/* "${policy}" */ var a = "${policy}"; /* open "${policy}"`,
    [`csharp-quoted@85-118 of @86-117 "${policy}" "" "\\n"`],
  ],
  ['a.ps1', `$a = @'\n${policy}\n'@`, [`powershell-here@5-42 of @8-39 "${policy}" "" "\\n"`]],
  ['a.ps1', `$a = @'\r\n${policy}\r\n'@\r\n`, [`powershell-here@5-44 of @9-40 "${policy}" "" "\\n"`]],
  ['a.ps1', `$a = @"\n${policy}\n"@`, [`powershell-here-expanded@5-42 of @8-39 "${policy}" "" "\\n"`]],
  ['a.ps1', `$a = @'\n${policy}`, [`powershell-here@5-39 of @8-39 "${policy}" "" "\\n"`]],
  [
    'a.ps1',
    `$a = '<policies><inbound a=''b''/></policies>' # '${policy}'\n<# '${policy}' #>`,
    ['powershell-single@5-46 of @6-45 "<policies><inbound a=\'b\'/></policies>" "" "\\n"'],
  ],
  [
    'a.ps1',
    '$a = "<policies><inbound a=`"b`"/></policies>"',
    ['powershell-double@5-46 of @6-45 "<policies><inbound a=\\"b\\"/></policies>" "" "\\n"'],
  ],
  [
    'a.py',
    `a = '''\n${policy}'''\nb = r"${policy}"\nc = u'${policy}'\nd = rb"${policy}"\n# "${policy}"\n`,
    [
      `python-quoted@4-42 of @7-39 "\\n${policy}" "" "\\n"`,
      `python-raw@47-81 of @49-80 "${policy}" "" "\\n"`,
      `python-quoted@86-120 of @88-119 "${policy}" "" "\\n"`,
      'interpolated@125-160',
    ],
  ],
  [
    'a.py',
    `a = "${policy}\nb = '${policy}'`,
    [`python-quoted@4-36 of @5-36 "${policy}" "" "\\n"`, `python-quoted@41-74 of @42-73 "${policy}" "" "\\n"`],
  ],
  [
    'a.ts',
    `const a = '${policy}' + "${policy}"; // '${policy}'`,
    [`typescript-quoted@10-43 of @11-42 "${policy}" "" "\\n"`, `typescript-quoted@46-79 of @47-78 "${policy}" "" "\\n"`],
  ],
  [
    'a.tf',
    'resource "azurerm_api_management_api_policy" "x" {\n  xml_link = "https://example.org/p.xml"\n}\nresource "other" "y" {\n  xml_link = var.z\n}\n',
    ['linked@64-91'],
  ],
  ['a.tf', 'resource "azurerm_api_management_api_policy" "x" {\n  xml_link = var.z\n}\n', ['linked@64-69']],
  ['a.tf', 'resource "azurerm_api_management_api_policy" "x" {\n  xml_link = null\n}\n', []],
  [
    'a.json',
    '{"resources":[{"type":"a/b","apiVersion":"1","properties":{"format":"xml-link","value":"https://x"}},{"properties":{"format":"rawxml-link","value":"https://y"}},{"format":"xml","value":"z"}]}',
    ['linked@87-98', 'linked@147-158'],
  ],
  ['a.json', `{"v":"[['${policy}']"}`, ['inside@5-43']],
  ['a.json', `{"v":"['${policy}'"}`, []],
  ['a.json', `{"v":"${policy} [["}`, [`json@5-41 of @6-40 "${policy} [[" "" "\\n"`]],
  [
    'a.tf',
    `locals {\n  p = "${policy}"\n}\nresource "a" "b" {\n  c = local.p\n}\nresource "a" "second" {\n  c = local.p\n}\n`,
    [`hcl-quoted@15-48 of @16-47 "${policy}" "" "\\n" a b`],
  ],
  ['a.tf', `other {\n  p = "${policy}"\n}\nresource "a" "b" {\n  c = local.p\n}\n`, [`hcl-quoted@14-47 of @15-46 "${policy}" "" "\\n"`]],
  ['a.tf', `locals = {\n  p = "${policy}"\n}\nresource "a" "b" {\n  c = local.p\n}\n`, [`hcl-quoted@17-50 of @18-49 "${policy}" "" "\\n"`]],
  [
    'a.tf',
    `locals {\n  m = {\n    p = "${policy}"\n  }\n}\nresource "a" "b" {\n  c = local.p\n}\n`,
    [`hcl-quoted@25-58 of @26-57 "${policy}" "" "\\n"`],
  ],
  [
    'a.tf',
    `output "x" {\n  value = local.p\n}\nlocals {\n  p = "${policy}"\n}\nresource "a" "b" {\n  c = local.p\n}\n`,
    [`hcl-quoted@48-81 of @49-80 "${policy}" "" "\\n" a b`],
  ],
  [
    'a.tf',
    'a = <<-X\n\n\t  <policies>\n\t    <inbound/>\n\t  </policies>\n\tX\n',
    ['hcl-heredoc-indented@4-57 of @9-55 "\\n<policies>\\n  <inbound/>\\n</policies>\\n" "\\t  " "\\n"'],
  ],
  [
    'a.tf',
    'a = <<-X\n    <policies>\n  <inbound/>\n    </policies>\n  X\n',
    ['hcl-heredoc-indented@4-56 of @9-53 "  <policies>\\n<inbound/>\\n  </policies>\\n" "  " "\\n"'],
  ],
  [
    'a.tf',
    `a = format("${policy}")\nb = [ "${policy}", "<policies>" ]\nc = "<policies>"\nd = "<policies>\\n  <inbound>"\n`,
    [
      `hcl-quoted@52-85 of @53-84 "${policy}" "" "\\n"`,
      'hcl-quoted@123-148 of @124-147 "<policies>\\n  <inbound>" "" "\\n"',
      'composed@11-44',
      'composed@87-99',
    ],
  ],
  [
    'a.tf',
    `word "azurerm_a" "x" {\n  format = "xml"\n  c = "${policy}"\n}\ndata "a@b" "y" {\n  c = "${policy}"\n}\n`,
    [`hcl-quoted@46-79 of @47-78 "${policy}" "" "\\n" xml`, `hcl-quoted@105-138 of @106-137 "${policy}" "" "\\n" a y`],
  ],
  [
    'a.bicep',
    `var p = '${policy}'\nresource x 'Microsoft.ApiManagement/service/policies@1' = {\n  properties: {\n    FORMAT: 'xml'\n    value: p\n  }\n}\n`,
    [`bicep-quoted@8-41 of @9-40 "${policy}" "" "\\n" Microsoft.ApiManagement/service/policies x xml`],
  ],
  [
    'a.bicep',
    `param p string = '${policy}'\nresource x 'a/b@1' = {\n  properties: {\n    value: p\n  }\n}\n`,
    [`bicep-quoted@17-50 of @18-49 "${policy}" "" "\\n"`],
  ],
  ['a.bicep', `var p = '${policy}'\nvar z = concat(p)\n`, [`bicep-quoted@8-41 of @9-40 "${policy}" "" "\\n" filled later`]],
  ['a.md', `> \`\`\`xml\n> ${policy}\n> \`\`\`\n`, [`markdown-quote@0-48 of @9-43 "${policy}\\n" "> " "\\n"`]],
  [
    'a.md',
    `1. x\n   ~~~~\n    ${policy}\n  <x/>\n   ~~~\n   ~~~~ \nafter\n`,
    [`markdown-fence@5-71 of @13-63 " ${policy}\\n<x/>\\n~~~\\n" "   " "\\n"`],
  ],
  [
    'a.md',
    `> \`\`\`\n> <policies>\nout\n\`\`\`\n${policy}`,
    ['markdown-quote@0-19 of @6-19 "<policies>\\n" "> " "\\n"', `markdown-fence@23-58 of @27-58 "${policy}" "" "\\n"`],
  ],
  ['a.md', `\`\`\`a\`b\n${policy}\n\`\`\`\n`, []],
  ['a.md', `\`\`\`\r\n${policy}\r\n\`\`\`\r\n`, [`markdown-fence@0-41 of @5-38 "${policy}\\r\\n" "" "\\n"`]],
  [
    'a.md',
    '- ```xml\n  <policies>\n\n  \t<inbound/></policies>\n  ```\n',
    ['markdown-fence@0-53 of @9-48 "<policies>\\n\\n\\t<inbound/></policies>\\n" "  " "\\n"'],
  ],
  ['a.md', `    > \`\`\`\n${policy}\n\`\`\`\n`, []],
  ['a.md', `>>\t\`\`\`\n>> ${policy}\n>>\`\`\`\n`, [`markdown-quote@0-47 of @7-42 "${policy}\\n" ">> " "\\n"`]],
  ['a.yaml', "- <policies><inbound a='' /></policies>\n", ['yaml-plain@2-39 of @2-39 "<policies><inbound a=\'\' /></policies>" "" "\\n"']],
  ['a.yaml', `a: |\n\n  ${policy}\n`, [`yaml-literal@3-40 of @5-40 "\\n${policy}\\n" "  " "\\n"`]],
  ['a.json', `"${policy}"`, [`json@0-33 of @1-32 "${policy}" "" "\\n"`]],
  ['a.tf', `resource "azurerm_x" {\n  c = "${policy}"\n}\n`, [`hcl-quoted@29-62 of @30-61 "${policy}" "" "\\n"`]],
  [
    'a.tf',
    `locals {\n  p = trimspace("${policy}")\n}\nresource "a" "b" {\n  c = local.p\n}\n`,
    [`hcl-quoted@25-58 of @26-57 "${policy}" "" "\\n" a b filled later`],
  ],
  [
    'a.tf',
    'a = "<policies><inbound a=\\"${f("}")}\\"/></policies>"\n',
    ['hcl-quoted@4-53 of @5-52 "<policies><inbound a=\\"${f(\\"}\\")}\\"/></policies>" "" "\\n" filled ${f("}")}'],
  ],
  [
    'a.bicep',
    "var a = '<policies><inbound a=\"${f('}')}\"/></policies>'\n",
    ['bicep-quoted@8-55 of @9-54 "<policies><inbound a=\\"${f(\'}\')}\\"/></policies>" "" "\\n" filled ${f(\'}\')}'],
  ],
  ['a.bicep', `var a = '''${policy} \${'''\n`, [`bicep-multiline@8-48 of @11-45 "${policy} \${" "" "\\n" literal \${`]],
])('%s: %j', (name, text, expected) => {
  expect(shown(text, name)).toEqual(expected);
});
