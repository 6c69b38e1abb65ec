// Every way in which a policy stands inside another file, written here by what the languages say of themselves and not by the code that reads
// them: so that what is taken out can be compared with what was put in.

/** A form of embedding. */
export interface Embedding {
  readonly form: string;
  /** The name of the file that it makes. */
  readonly file: string;
  /** The whole host file with the policy in it; null where the form cannot hold it as it is. */
  readonly embed: (policy: string) => string | null;
}

/** Escapes each sign by a table; all else stays. */
function escapeAll(text: string, table: Readonly<Record<string, string>>): string {
  return [...text].map(sign => table[sign] ?? sign).join('');
}

const backslashed = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Whether each line may be indented: lines end alike, and one that is not blank begins at the margin. */
function fitsIndented(text: string): boolean {
  return text.endsWith('\n') && !/\r(?!\n)|[\u0085\u2028\u2029\ufeff]/.test(text) && /^\S/m.test(text);
}

const indent = (text: string, by: string): string => text.replace(/^(?=[^\r\n])/gm, by);

/** Lines of a quotation in a quotation. */
const quote = (text: string): string =>
  text.replace(/(?<=^|\n)(\r?\n|[^\n]+\n)/g, line => (/^\r?\n/.test(line) ? `> >${line}` : `> > ${line}`));

/** Templates of Terraform stay what they are; a lone sign before a brace does not occur in such a file. */
const hasOpenTemplate = (text: string): boolean => /\$\{|%\{/.test(text.replace(/[$%]\{[^\n{}"]*\}/g, '')) || /\$\$\{|%%\{/.test(text);

const resource = (name: string, value: string): string =>
  `resource "azurerm_api_management_api_policy" "${name}" {\n  api_name    = azurerm_api_management_api.orders.name\n  xml_content = ${value}\n}\n`;

const bicep = (value: string): string =>
  `resource policy 'Microsoft.ApiManagement/service/apis/policies@2024-05-01' = {\n  parent: orders\n  name: 'policy'\n  properties: {\n    format: 'rawxml'\n    value: ${value}\n  }\n}\n`;

export const embeddings: readonly Embedding[] = [
  {
    form: 'hcl-heredoc',
    file: 'main.tf',
    embed: text => (text.endsWith('\n') && !hasOpenTemplate(text) ? resource('heredoc', `<<XML\n${text}XML`) : null),
  },
  {
    form: 'hcl-heredoc-indented',
    file: 'main.tf',
    embed: text => (fitsIndented(text) && !hasOpenTemplate(text) ? resource('indented', `<<-XML\n${indent(text, '    ')}  XML`) : null),
  },
  {
    form: 'hcl-quoted',
    file: 'main.tf',
    embed: text => (hasOpenTemplate(text) ? null : resource('quoted', `"${withTemplates(text, { ...backslashed, '"': '\\"' })}"`)),
  },
  {
    form: 'bicep-multiline',
    file: 'main.bicep',
    embed: text => (text.includes("'''") || text.startsWith('\n') || text.startsWith('\r') ? null : bicep(`'''\n${text}'''`)),
  },
  {
    form: 'bicep-multiline-interpolated',
    file: 'main.bicep',
    embed: text => (text.includes("'''") || /^[\r\n]/.test(text) || hasOpenTemplate(text) ? null : bicep(`$'''\n${text}'''`)),
  },
  {
    form: 'bicep-quoted',
    file: 'main.bicep',
    embed: text => bicep(`'${escapeAll(text, { ...backslashed, "'": "\\'" }).replace(/\$\{/g, '\\${')}'`),
  },
  {
    form: 'json',
    file: 'azuredeploy.json',
    embed: text =>
      `{\n  "resources": [\n    {\n      "type": "Microsoft.ApiManagement/service/apis/policies",\n      "apiVersion": "2024-05-01",\n      "name": "[concat(parameters('service'), '/orders/policy')]",\n      "properties": { "format": "rawxml", "value": ${JSON.stringify(text)} }\n    }\n  ]\n}\n`,
  },
  {
    form: 'markdown-fence',
    file: 'README.md',
    embed: text =>
      fitsIndented(text) && !/^ *(?:```|~~~)/m.test(text)
        ? `# Orders\n\n1. The policy:\n\n   \`\`\`xml\n${indent(text, '   ')}   \`\`\`\n`
        : null,
  },
  {
    form: 'markdown-quote',
    file: 'README.md',
    embed: text =>
      fitsIndented(text) && !/^ *(?:```|~~~)/m.test(text) ? `# Orders\n\n> Note:\n>\n> > \`\`\`xml\n${quote(text)}> > \`\`\`\n` : null,
  },
  {
    form: 'yaml-literal',
    file: 'policy.yaml',
    embed: text =>
      fitsIndented(text) &&
      /^\S/.test(text) &&
      !/\n[ \t\r]*\n$|[^\n\r\t\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]/.test(text) &&
      !text.includes('\r')
        ? `format: rawxml\nvalue: |\n${indent(text, '    ')}other: 1\n`
        : null,
  },
  {
    form: 'yaml-double',
    file: 'policy.yaml',
    embed: text =>
      `value: "${escapeAll(text, { ...backslashed, '"': '\\"', '\u0085': '\\u0085', '\u2028': '\\u2028', '\u2029': '\\u2029' })}"\nother: 1\n`,
  },
  {
    form: 'yaml-single',
    file: 'policy.yaml',
    embed: text => (/[\r\n]/.test(text) || /[ \t]$/.test(text) ? null : `value: '${text.replace(/'/g, "''")}'\nother: 1\n`),
  },
  {
    form: 'csharp-verbatim',
    file: 'Policies.cs',
    embed: text => `class Policies {\n  // it's "here"\n  const string Orders = @"${text.replace(/"/g, '""')}";\n}\n`,
  },
  {
    form: 'csharp-quoted',
    file: 'Policies.cs',
    embed: text =>
      `class Policies {\n  const char Quote = '"';\n  const string Orders = "${escapeAll(text, { ...backslashed, '"': '\\"' })}";\n}\n`,
  },
  {
    form: 'csharp-raw',
    file: 'Policies.cs',
    embed: text =>
      fitsIndented(text) && !text.includes('""""') && !/\n[ \t\r]*\n$/.test(text)
        ? `class Policies {\n  const string Orders = """"\n${indent(text, '    ')}\n    """";\n}\n`
        : null,
  },
  {
    form: 'typescript-template',
    file: 'policies.ts',
    embed: text =>
      text.includes('\r') ? null : `export const orders = \`${escapeAll(text, { '\\': '\\\\', '`': '\\`' }).replace(/\$\{/g, '\\${')}\`;\n`,
  },
  {
    form: 'typescript-quoted',
    file: 'policies.ts',
    embed: text => `export const orders = '${escapeAll(text, { ...backslashed, "'": "\\'" })}';\n`,
  },
  {
    form: 'python-quoted',
    file: 'policies.py',
    embed: text =>
      text.includes('\r')
        ? null
        : `# it's one\nORDERS = """${escapeAll(text, { '\\': '\\\\' }).replace(/"""/g, '\\"\\"\\"')}"""\n`.replace(
            /([^\\])""""\n$/,
            '$1\\""""\n',
          ),
  },
  {
    form: 'python-raw',
    file: 'policies.py',
    embed: text => (/\r|'''|'$|\\$/.test(text) ? null : `ORDERS = r'''${text}'''\n`),
  },
  {
    form: 'powershell-here',
    file: 'policies.ps1',
    embed: text => (/(?:^|\n)'@/.test(text) ? null : `$orders = @'\n${text}\n'@\n`),
  },
  {
    form: 'powershell-single',
    file: 'policies.ps1',
    embed: text => `# it's one\n$orders = '${text.replace(/'/g, "''")}'\n`,
  },
  {
    form: 'powershell-double',
    file: 'policies.ps1',
    embed: text => `$orders = "${escapeAll(text, { '`': '``', '"': '`"', $: '`$' })}"\n`,
  },
];

/** Templates of Terraform as they are, escapes for all between them. */
function withTemplates(text: string, table: Readonly<Record<string, string>>): string {
  return text
    .split(/([$%]\{[^\n{}"]*\})/)
    .map((part, index) => (index % 2 === 1 ? part : escapeAll(part, table)))
    .join('');
}
