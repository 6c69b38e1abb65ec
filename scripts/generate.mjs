// Writes what follows from the registry of rules, from the tools for language models and from the catalogues: the settings' schema and the tools in
// package.json, its sentences in package.nls.json and package.nls.de.json, the index of the rules' pages, the page with all messages, the help in the page of the command line, and the version in recipes.
// With --check nothing is written; it ends with 1 where a file differs.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { writeCommandLinePage } from './command-line-page.mjs';
import { writeMessagesPage } from './messages-page.mjs';

const root = path.join(import.meta.dirname, '..');

/** The rules in the order of their codes with their summaries, and the levels of a setting; bundled in memory because they are TypeScript. */
async function readRegistry() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { rules } from './rules/registry.js'; export { severities } from './finding.js';
export { tools } from '../agent/tools.js'; export { toolPrefix } from '../extension/tools/tool-names.js';
export { englishCatalogue } from './messages/english/index.js'; export { germanCatalogue } from './messages/german/index.js';`,
      resolveDir: path.join(root, 'src/core'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  const { rules, severities, tools, toolPrefix, englishCatalogue, germanCatalogue } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const summarized = rules.map(rule => ({ ...rule, summary: englishCatalogue.rules[rule.code], german: germanCatalogue.rules[rule.code] }));
  return {
    rules: summarized.sort((a, b) => (a.code < b.code ? -1 : 1)),
    levels: [...severities].reverse().concat('off'),
    tools: tools.map(tool => describeTool(tool, toolPrefix)),
  };
}

/** A tool for language models as the manifest has it: what people read of it is a name, in their language; the rest is for the model. */
function describeTool({ name, description, inputSchema }, prefix) {
  const camel = name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
  return {
    name: `${prefix}${name}`,
    displayName: `%tool.${camel}%`,
    userDescription: `%tool.${camel}.what%`,
    modelDescription: description,
    toolReferenceName: `apim${camel[0].toUpperCase()}${camel.slice(1)}`,
    canBeReferencedInPrompt: true,
    icon: '$(shield)',
    tags: ['azure', 'api-management', 'jwt'],
    when: 'isWorkspaceTrusted',
    inputSchema,
  };
}

function writeManifest(rules, levels, tools, text) {
  const manifest = JSON.parse(text);
  const setting = manifest.contributes.configuration.properties['apimTokenDoctor.rules'];
  delete setting.additionalProperties;
  setting.properties = Object.fromEntries(
    rules.map(({ code, severity, offByDefault }) => [
      code,
      { type: 'string', enum: levels, default: offByDefault === true ? 'off' : severity, description: `%rule.${code}%` },
    ]),
  );
  setting.additionalProperties = false;
  manifest.contributes.languageModelTools = tools;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What the manifest says in one language, by the names that stand in it; the rules' sentences after all others. */
function writeWords(rules, text, language) {
  const others = Object.entries(JSON.parse(text)).filter(([name]) => !name.startsWith('rule.'));
  const words = Object.fromEntries([...others, ...rules.map(rule => [`rule.${rule.code}`, rule[language]])]);
  return `${JSON.stringify(words, null, 2)}\n`;
}

/** The schema of `.apim-token-doctor.json`, for editors: what `src/core/config` reads. */
function writeConfigSchema(rules, levels) {
  const texts = description => ({ type: 'object', description, additionalProperties: { type: 'string', maxLength: 4096 } });
  const values = {
    namedValues: texts('Values of named values, by name.'),
    template: texts('Values of template variables (Terraform, Bicep, a pipeline), by name.'),
    files: {
      type: 'array',
      description: 'Files that hold values, in the folder of this file or below it. A link is not followed.',
      maxItems: 100,
      items: { type: 'string', pattern: '\\.(json|tfvars|tf|tofu|bicepparam|bicep|ya?ml)$' },
    },
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/apim-token-doctor/apim-token-doctor/main/docs/schemas/config.schema.json',
    title: '.apim-token-doctor.json',
    description: 'What a repository says of its policies, for the command line, the language server and the extension.',
    type: 'object',
    // VS Code's own: the reader takes both.
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        type: 'object',
        description: 'How severe rules are: before their own severity, after settings and options.',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map(({ code, summary }) => [code, { enum: levels, description: summary }])),
      },
      ignore: {
        type: 'array',
        description: 'Files that are left out: paths from here with *, ** and ?, in the form of .gitignore without its exceptions.',
        maxItems: 100,
        items: { type: 'string', minLength: 1, maxLength: 200 },
      },
      ...values,
      values: {
        type: 'object',
        description: 'Sets of values, by name: dev, prod.',
        propertyNames: { pattern: '^[\\w.-]{1,64}$' },
        additionalProperties: { type: 'object', additionalProperties: false, properties: values },
      },
      inForce: { type: 'string', description: 'The set in force, unless a setting or an option names another.' },
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function writeIndex(rules) {
  const lines = rules.map(
    ({ code, summary, severity, certainty, offByDefault }) =>
      `| [${code}](${code}.md) | ${summary} | ${offByDefault === true ? `off (${severity})` : severity} | ${certainty} |`,
  );
  return `# Rules

Each rule has one code, and one page. \`apimTokenDoctor.rules\` sets how severe it is: \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`.
A comment silences rules on the line after it, and where a tag begins there, to the end of the tag. Several codes are separated by a space or a comma:

\`\`\`xml
<!-- apim-token-doctor-disable-next-line no-audience -->
\`\`\`

Findings about a token are errors where a check fails for certain, warnings where that is uncertain or depends on a branch of a \`choose\`,
and information where a value or a document is missing. The certainty says where a statement comes from: the documentation, the gateway's own
validation library, reports of users, or a deduction.

| rule | what | severity | certainty |
| --- | --- | --- | --- |
${lines.join('\n')}

This table is generated (\`npm run generate\`).
`;
}

/** A page or a file that names the version of the package that one is to take. */
function nameVersion(text) {
  return text
    .replace(/(?<=apim-token-doctor@v?)\d+\.\d+\.\d+[\w.-]*/g, version)
    .replace(/(?<=apim-token-doctor\/apim-token-doctor\n {4}rev: v)\d+\.\d+\.\d+[\w.-]*/g, version);
}

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const recipes = readdirSync(path.join(root, 'docs/recipes')).map(name => `docs/recipes/${name}`);
const { rules, levels, tools } = await readRegistry();
const manifestFile = path.join(root, 'package.json');
const wordsFile = path.join(root, 'package.nls.json');
const germanFile = path.join(root, 'package.nls.de.json');
const files = [
  [manifestFile, writeManifest(rules, levels, tools, readFileSync(manifestFile, 'utf8'))],
  [wordsFile, writeWords(rules, readFileSync(wordsFile, 'utf8'), 'summary')],
  [germanFile, writeWords(rules, readFileSync(germanFile, 'utf8'), 'german')],
  [path.join(root, 'docs', 'rules', 'README.md'), writeIndex(rules)],
  [path.join(root, 'docs', 'schemas', 'config.schema.json'), writeConfigSchema(rules, levels)],
  [path.join(root, 'docs', 'messages.md'), writeMessagesPage(root, rules)],
  [path.join(root, 'docs', 'command-line.md'), nameVersion(await writeCommandLinePage(root))],
  ...['README.md', '.pre-commit-hooks.yaml', ...recipes].map(name => {
    const file = path.join(root, name);
    return [file, nameVersion(readFileSync(file, 'utf8'))];
  }),
];
for (const [file, written] of files) {
  const content = await format(written, { ...(await resolveConfig(file)), filepath: file });
  if (!process.argv.includes('--check')) {
    writeFileSync(file, content);
    continue;
  }
  let found = '';
  try {
    found = readFileSync(file, 'utf8');
  } catch {
    // A file that is missing differs.
  }
  if (found === content) continue;
  console.error(`${path.relative(root, file)} differs from what "npm run generate" writes.`);
  process.exitCode = 1;
}
