import { describe, expect, test } from 'vitest';
import { applyEdits, judgeText, rewriteAll } from '../../../src/core/index.js';
import { readHost } from '../../../src/core/hosts/read-host.js';
import { writeBack } from '../../../src/core/hosts/write-back.js';
import { render } from '../../../src/core/messages/render.js';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';

/** The host after `from` became `to` in its only policy, or why it cannot. */
function change(host: string, name: string, from: string, to: string): string {
  const policy = readHost(host, name, { all: true })?.policies[0];
  if (policy === undefined) throw new Error('no policy');
  const start = policy.text.indexOf(from);
  if (start < 0) throw new Error('no such text');
  const result = writeBack({ text: host, name, all: true }, policy, [{ start, end: start + from.length, text: to }]);
  return 'refusal' in result ? `refused: ${render(result.refusal, englishCatalogue)}` : applyEdits(host, result.edits);
}

const heredoc = (lines: string, marker = '<<XML'): string => `a = ${marker}\n${lines}XML\n`;

describe('a template', () => {
  test('that the policy has already is written as it is', () => {
    const host = heredoc('<policies>\n<inbound a="${var.x["a"]}"/></policies>\n');
    expect(change(host, 'a.tf', '<inbound ', '<inbound b="${var.x["a"]}" ')).toContain('<inbound b="${var.x["a"]}" a="${var.x["a"]}"/>');
  });

  test('ends behind the strings in it, in the quotation marks of its language', () => {
    const host = heredoc('<policies>\n<inbound a="${f("}")}"/></policies>\n');
    expect(change(host, 'a.tf', '<inbound ', '<inbound b="${f("}")}" ')).toContain('<inbound b="${f("}")}" a="${f("}")}"/>');
  });

  test('that comes from elsewhere means itself: a token writes no code', () => {
    const to = '<inbound a="${file("/etc/passwd")}%{ if true }"/>';
    const heredocs = heredoc('<policies>\n<inbound/></policies>\n');
    expect(change(heredocs, 'a.tf', '<inbound/>', to)).toContain('<inbound a="$${file("/etc/passwd")}%%{ if true }"/>');
    expect(change("var a = '<policies><inbound/></policies>'", 'a.bicep', '<inbound/>', '<x a="${y}"/>')).toContain('<x a="\\${y}"/>');
    expect(change('const a = `<policies><inbound/></policies>`', 'a.ts', '<inbound/>', '<x a="${y}"/>')).toContain('<x a="\\${y}"/>');
  });

  test('that stands there with both meanings is refused', () => {
    const host = heredoc('<policies>\n<inbound a="${x}" b="$${x}"/></policies>\n');
    expect(change(host, 'a.tf', '<inbound ', '<inbound c="${x}" ')).toMatch(/^refused: A heredoc of Terraform cannot hold/);
  });

  test('that what is written makes with what stands there is refused', () => {
    const host = heredoc('<policies>\n<inbound a="$"/></policies>\n');
    expect(change(host, 'a.tf', '"/>', '{x}"/>')).toMatch(/^refused/);
  });

  test('that a string of Bicep cannot escape is refused', () => {
    expect(change("var a = $'''\n<policies><inbound/></policies>'''", 'a.bicep', '<inbound/>', '${x}')).toMatch(/^refused/);
    expect(change("var a = '''\n<policies><inbound/></policies>'''", 'a.bicep', '<inbound/>', '${x}')).toContain('<policies>${x}');
  });
});

describe('indentation', () => {
  const host = heredoc('    <policies>\n      <inbound />\n\n    </policies>\n  ', '<<-XML');
  test.each([
    ['a line after another', '<inbound />', '<inbound />\n  <x />', '      <inbound />\n      <x />\n\n'],
    ['a line before another', '  <inbound />', '  <x />\n  <inbound />', '      <x />\n      <inbound />\n\n'],
    ['a line is taken away', '  <inbound />\n', '', '    <policies>\n\n    </policies>\n  XML'],
    ['into a blank line', '\n\n', '\n  <x />\n', '      <inbound />\n      <x />\n    </policies>\n  XML'],
    ['lines are joined', '\n\n', '', '      <inbound /></policies>\n  XML'],
    ['at the end', '</policies>\n', '</policies>\n<!-- x -->\n', '    </policies>\n    <!-- x -->\n  XML'],
  ])('%s', (_, from, to, expected) => {
    expect(change(host, 'a.tf', from, to)).toContain(expected);
  });
});

describe('what a form cannot hold is refused', () => {
  test.each([
    ['a.tf', heredoc('<policies>\n<inbound/></policies>\n'), '\nXML\n'],
    ['a.bicep', "var a = '''<policies><inbound/></policies>'''", "'''"],
    ['a.yaml', "a: '<policies><inbound/></policies>'", '\n'],
    ['a.yaml', 'a: <policies><inbound/></policies>', ' # x'],
    ['a.md', '```\n<policies>\n<inbound/></policies>\n```\n', '\n```\n'],
    ['a.cs', 'var a = """\n  <policies>\n  <inbound/></policies>\n  """;', '"""'],
    ['a.py', "a = r'<policies><inbound/></policies>'", '\n'],
    ['a.ps1', "$a = @'\n<policies>\n<inbound/></policies>\n'@", "\n'@\n"],
  ])('%s: %j', (name, host, text) => {
    expect(change(host, name, '<inbound/>', text)).toMatch(/^refused: (?:A|An) .* cannot hold what the fix writes/);
  });
});

test('an escape is not cut in two', () => {
  const host = '{"a": "<policies>\\ud83d\\ude00<inbound/></policies>"}';
  expect(change(host, 'a.json', '<inbound/>', '"\u0007\n')).toBe('{"a": "<policies>\\ud83d\\ude00\\"\\u0007\\n</policies>"}');
  const dollar = heredoc('<policies>\n<inbound a="$${x}"/></policies>\n');
  expect(change(dollar, 'a.tf', '{x}', 'y')).toMatch(/^refused/);
});

test('lines end as those of the host, where the text has line feeds', () => {
  const host = 'a: |\r\n  <policies>\r\n  <inbound/></policies>\r\nb: 1\r\n';
  expect(change(host, 'a.yaml', '<inbound/>', '<x/>\n<y/>')).toBe('a: |\r\n  <policies>\r\n  <x/>\r\n  <y/></policies>\r\nb: 1\r\n');
});

describe('between directives of a template', () => {
  const host = `resource "azurerm_api_management_api_policy" "orders" {
  xml_content = <<-EOT
    <policies>
      <inbound>
      %{ if var.jwt }
                  <validate-azure-ad-token tenant-id="11111111-2222-3333-4444-555555555555" />
      %{ endif }
      </inbound>
    </policies>
  EOT
}
`;

  test('a rewrite is one step deeper than what it takes the place of, whatever the level of a directive', async () => {
    const policy = readHost(host, 'if.tf')?.policies[0];
    if (policy === undefined) throw new Error('no policy');
    const { edits } = await rewriteAll(await judgeText(policy.text, { now: 1, metadata: {} }), 'to-validate-jwt', undefined);
    const result = writeBack({ text: host, name: 'if.tf' }, policy, edits);
    if (!('edits' in result)) throw new Error('refused');
    const after = applyEdits(host, result.edits).split('\n');
    expect(after.filter(line => line.includes('<openid-config ')).map(line => line.search(/\S/))).toEqual([20, 20]);
    expect(after.filter(line => line.includes('validate-jwt')).map(line => line.search(/\S/))).toEqual([18, 18]);
  });
});
