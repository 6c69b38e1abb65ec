// Who may import whom (ARCHITECTURE.md, "Walls"), whichever way it is written: `import`, `export … from`, `import()`, `require`, a type's
// `import()`. The files of src are named by their path below it.

/** The core's folders and the files beside them, in the direction in which data flows: each may import those before it and itself. */
export const coreOrder = [
  'platform.d.ts',
  'certainty.ts',
  'text',
  'rule-codes.ts',
  'next-step.ts',
  'finding.ts',
  'knowledge',
  'messages',
  'expression',
  'microsoft',
  'hosts',
  'values',
  'config',
  'policy',
  'token',
  'facts.ts',
  'metadata',
  'scopes',
  'gateway',
  'judgement',
  'rules',
  'diagnosis',
  'fixes',
  'explain',
  'language',
  'library.ts',
  'index.ts',
];

/** Warnings before a request: everybody who may start one has them. */
const innerHosts = ['core/messages/english/inner-hosts.ts', 'core/messages/german/inner-hosts.ts'];

/** What of the core stands alone enough to be used, as a value, where the core is not. */
export const coreLeaves = {
  server: innerHosts,
  cli: innerHosts,
  fetching: ['core/metadata/judge-address.ts', 'core/metadata/keep-document.ts', 'core/messages/english/addresses.ts'],
  extension: [
    'core/token/redact.ts',
    'core/text/inert-text.ts',
    'core/text/visible-text.ts',
    'core/text/sniff-policy.ts',
    'core/hosts/sniff-host.ts',
    'core/knowledge/clouds.ts',
    'core/config/config.ts',
    'core/metadata/judge-address.ts',
    'core/metadata/keep-document.ts',
    'core/messages/english/addresses.ts',
    ...innerHosts,
  ],
  webview: ['core/text/visible-text.ts'],
};

const door = 'core/index.ts';

const none = /^(?!)/;

/** The messages between client and server, and the shapes of what they carry. */
const protocol = ['protocol.ts', 'facts-protocol.ts', 'fix-all-protocol.ts', 'paths-protocol.ts', 'tools-protocol.ts'];

/** What the panel shows. */
const view = ['view.ts', 'token-cards.ts'];

/** Of each part: the parts that it may import, what of the core, and which packages. The contracts are parts of one file. */
const parts = {
  core: { parts: [], packages: /^(jose|fast-xml-parser|yaml)$/ },
  library: { parts: [], core: 'door', packages: none },
  'token-cards.ts': { parts: [], core: 'types', packages: none },
  'view.ts': { parts: ['token-cards.ts'], core: 'types', packages: none },
  'facts-protocol.ts': { parts: [], packages: none },
  'fix-all-protocol.ts': { parts: [], packages: none },
  'paths-protocol.ts': { parts: view, packages: none },
  'tools-protocol.ts': { parts: [], packages: none },
  'protocol.ts': { parts: ['facts-protocol.ts', 'fix-all-protocol.ts', 'paths-protocol.ts', 'tools-protocol.ts', ...view], packages: none },
  'panel-messages.ts': { parts: view, packages: none },
  agent: { parts: [], core: 'door', packages: none },
  server: { parts: ['agent', ...protocol, ...view], core: 'door', packages: /^vscode-languageserver/ },
  // Those who fetch: the editor and the command line do it by the same rules.
  fetching: { parts: [], core: 'types', packages: none },
  cli: {
    parts: ['agent', 'fetching', 'server'],
    core: 'door',
    packages: /^(node:|(ignore|picocolors|picomatch|sarif)$|@modelcontextprotocol\/sdk\/)/,
  },
  extension: {
    parts: ['fetching', ...protocol, 'panel-messages.ts', ...view],
    core: 'types',
    packages: /^(vscode$|vscode-languageclient)/,
  },
  webview: { parts: ['panel-messages.ts', ...view], core: 'types', packages: none },
};

/** Packages that one file alone imports. */
const onlyIn = {
  'fast-xml-parser': 'core/policy/second-opinion.ts',
  ignore: 'cli/ignore-rules.ts',
  picocolors: 'cli/formats/styled-line.ts',
  picomatch: 'cli/list-files.ts',
  ...Object.fromEntries(
    ['server/index.js', 'server/stdio.js', 'types.js'].map(name => [`@modelcontextprotocol/sdk/${name}`, 'cli/mcp/serve-tools.ts']),
  ),
  yaml: ['core/text/parse-yaml.ts', 'core/hosts/find-in-yaml.ts'],
};

/** A path with `..` and `.` resolved against the folder of a file. */
function resolve(file, specifier) {
  const path = file.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/').replace(/\.js$/, '.ts');
}

/** Why a file may not import a package; null where it may. */
function refusePackage(file, name) {
  const [part] = file.split('/');
  const own = [onlyIn[name] ?? []].flat();
  if (own.length > 0 && !own.includes(file)) return `Only src/${own.join(' and src/')} imports ${name}.`;
  if (name.startsWith('node:') && part !== 'cli')
    return /^(server|extension)\/node\.ts$/.test(file)
      ? null
      : 'Node stands in files named node.ts and in the command line; everything else bundles for the browser.';
  return parts[part].packages.test(name) ? null : `src/${part} does not import ${name}.`;
}

/** Why a file may not import another one; null where it may. Both are paths below src. */
function refuse(file, target, isType) {
  const [part, room] = file.split('/');
  const [otherPart, otherRoom] = target.split('/');
  const rule = parts[part];
  if (rule === undefined) return `src/${part} has no place in the order of the parts: give it one in lint/walls.mjs.`;
  if (part === 'core' && otherPart === 'core') return refuseInCore(room, otherRoom);
  if (part !== 'cli' && otherPart !== 'cli' && file !== target && target.endsWith('/node.ts')) return 'Only the bundler enters node.ts.';
  if (part === otherPart || rule.parts.includes(otherPart)) return null;
  if (otherPart !== 'core') return `src/${part} knows nothing of src/${otherPart}.`;
  if (rule.core === undefined) return `src/${part} knows nothing of the core.`;
  if (target === door && (rule.core === 'door' || isType)) return null;
  // Each language has the same files as English.
  if (coreLeaves[part]?.includes(target.replace(/^core\/messages\/\w+\//, 'core/messages/english/'))) return null;
  return rule.core === 'door'
    ? 'The core has one door: core/index.js.'
    : "Judging is the server's part: of the core others take types from core/index.js, and the leaves that lint/walls.mjs names.";
}

function refuseInCore(room, other) {
  const [own, wanted] = [coreOrder.indexOf(room), coreOrder.indexOf(other)];
  if (own < 0) return `core/${room} has no place in the core's order: give it one in lint/walls.mjs.`;
  if (room === 'knowledge' && other !== 'knowledge') return 'Knowledge is data: it imports nothing.';
  if (wanted < 0) return `core/${other} has no place in the core's order: give it one in lint/walls.mjs.`;
  return wanted <= own ? null : `Data flows one way: ${room} comes before ${other}.`;
}

/** The text that an expression is, before it runs; null where it is worked out. */
function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked;
  return null;
}

/** @type {import('eslint').Rule.RuleModule} */
export const walls = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      wall: '{{why}}',
      hidden: 'What is imported is written out, so that it can be seen before it runs.',
    },
  },
  create(context) {
    const file = `/${context.filename.replace(/\\/g, '/')}`.split('/src/').at(-1);
    const look = (node, source, isType) => {
      const specifier = textOf(source);
      if (specifier === null) return context.report({ node, messageId: 'hidden' });
      const why = specifier.startsWith('.') ? refuse(file, resolve(file, specifier), isType) : refusePackage(file, specifier);
      if (why !== null) context.report({ node, messageId: 'wall', data: { why } });
    };
    const isTypeOnly = node =>
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (node.specifiers?.length > 0 && node.specifiers.every(each => each.importKind === 'type' || each.exportKind === 'type'));
    return {
      Program(node) {
        // A file that imports nothing needs a place, too.
        const why = refuse(file, file, true);
        if (why !== null) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'wall', data: { why } });
      },
      ImportDeclaration: node => look(node, node.source, isTypeOnly(node)),
      ExportAllDeclaration: node => look(node, node.source, isTypeOnly(node)),
      ExportNamedDeclaration: node => node.source && look(node, node.source, isTypeOnly(node)),
      ImportExpression: node => look(node, node.source, false),
      TSImportType: node => look(node, node.source, true),
      TSExternalModuleReference: node => look(node, node.expression, false),
      'CallExpression[callee.name="require"]': node => look(node, node.arguments[0], false),
    };
  },
};
