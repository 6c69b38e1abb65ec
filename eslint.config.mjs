// Lint, and with it the walls between the layers (ARCHITECTURE.md, "Walls").
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { messageDoor } from './lint/message-door.mjs';

/** The core's folders in the direction in which data flows: each may import those before it. */
const coreOrder = [
  'text',
  'knowledge',
  'messages',
  'expression',
  'microsoft',
  'hosts',
  'policy',
  'token',
  'metadata',
  'scopes',
  'gateway',
  'judgement',
  'rules',
  'diagnosis',
  'fixes',
  'explain',
  'language',
];

/** Forbids imports that match one of the patterns; with a third member `types`, those of values only. */
const forbid = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: patterns.map(([regex, message, allowed]) => ({ regex, message, allowTypeImports: allowed === 'types' })) },
    ],
  },
});

/** Forbids globals, each with its reason. */
const forbidGlobals = (files, names, message, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-globals': ['error', ...names.map(name => ({ name, message }))] },
});

const coreForbids = [
  ['^(?!\\.|jose$|fast-xml-parser$)', 'The core imports the core, jose and fast-xml-parser, nothing else.'],
  ['^\\.\\./(\\.\\./)*(server|extension|webview|cli|protocol|panel-messages|view\\.js)\\b', 'The core knows none of its users.'],
];
const onlyParseTree = ['^fast-xml-parser$', 'Only policy/parse-tree.ts reads XML with fast-xml-parser.'];

const coreFolders = coreOrder.map((folder, index) =>
  forbid(
    [`src/core/${folder}/**/*.ts`],
    [
      ...coreForbids,
      onlyParseTree,
      ...(folder === 'knowledge' ? [['.*', 'Knowledge is data: it imports nothing.']] : []),
      ...coreOrder.slice(index + 1).map(later => [`^(\\.\\./)+${later}/`, `Data flows one way: ${folder} comes before ${later}.`]),
    ],
    ['src/core/policy/parse-tree.ts', 'src/core/messages/message.ts'],
  ),
);

const nodeOnly = [
  ['^node:', 'Node stands in files named node.ts only; everything else bundles for the browser.'],
  ['/node\\.js$', 'Only the bundler enters node.ts.'],
];

const serverForbids = [
  ['^(?!\\.|vscode-languageserver)', 'The server imports the core, the protocol and vscode-languageserver.'],
  ['^(\\.\\./)+(extension|webview|cli|panel-messages)\\b', 'The server knows neither editor nor command line.'],
];

const extensionForbids = [
  ['^(?!\\.|vscode$|vscode-languageclient)', 'The extension imports vscode, vscode-languageclient and its contracts.'],
  ['^(\\.\\./)+(server|webview|cli)\\b', 'The extension talks to the server and the page by messages only.'],
  [
    '^(\\.\\./)+core/(?!token/redact\\.js$|knowledge/clouds\\.js$|text/inert-text\\.js$|text/sniff-policy\\.js$|metadata/judge-address\\.js$|metadata/keep-document\\.js$|messages/english/addresses\\.js$)',
    "Judging is the server's part: of the core the extension takes types, redact, inert text, the sniffer, the clouds, and what is requested and kept.",
    'types',
  ],
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test/fixtures/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' }],
    },
  },
  { files: ['*.config.ts', '*.mjs'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'performance', 'URL', 'Buffer', 'TextDecoder', 'setTimeout', 'clearTimeout', 'fetch'].map(name => [
          name,
          'readonly',
        ]),
      ),
    },
  },
  {
    // What these hand to `page.evaluate` runs in the browser.
    files: ['test/browser/*.mjs', 'test/harness/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'navigator', 'indexedDB', 'localStorage', 'sessionStorage', 'window'].map(name => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'fetch',
          'process',
          'Buffer',
          'window',
          'document',
          'navigator',
          'console',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'performance',
          'globalThis',
        ].map(name => ({
          name,
          message: 'The core has no clock, network or platform: pass it in.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'The core has no clock: `now` is an argument.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock: `now` is an argument.' },
        {
          selector: 'Program > VariableDeclaration[kind="let"], ExportNamedDeclaration > VariableDeclaration[kind="let"]',
          message: 'No module-level mutable state.',
        },
      ],
    },
  },
  forbid(['src/core/*.ts'], [...coreForbids, onlyParseTree]),
  ...coreFolders,
  forbid(['src/core/policy/parse-tree.ts'], coreForbids),
  // The catalogue's types are what makes a message's values checked.
  forbid(['src/core/messages/message.ts'], coreForbids),
  forbid(['src/view.ts'], [['.*', 'The view imports nothing.']]),
  forbid(['src/protocol.ts', 'src/panel-messages.ts'], [['^(?!\\./view\\.js$)', 'The contracts import the view, nothing else.']]),
  forbid(['src/server/node.ts'], serverForbids),
  forbid(['src/server/**/*.ts'], [...nodeOnly, ...serverForbids], ['src/server/node.ts']),
  forbid(['src/extension/node.ts'], extensionForbids),
  forbid(['src/extension/**/*.ts'], [...nodeOnly, ...extensionForbids], ['src/extension/node.ts']),
  forbidGlobals(
    ['src/server/**/*.ts', 'src/extension/**/*.ts'],
    ['Buffer', 'process', 'setImmediate', '__dirname', '__filename', 'global'],
    'Node stands in files named node.ts only; everything else bundles for the browser.',
    ['src/**/node.ts'],
  ),
  {
    files: ['src/server/**/*.ts', 'src/extension/**/*.ts'],
    ignores: ['src/extension/metadata/metadata-store.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' },
        { selector: "CallExpression[callee.name='fetch']", message: 'The network has one door: src/extension/metadata/metadata-store.ts.' },
        { selector: "MemberExpression[object.name='globalThis']", message: 'Globals are named where they are used.' },
        {
          selector: 'Program > VariableDeclaration[kind="let"], ExportNamedDeclaration > VariableDeclaration[kind="let"]',
          message: 'No module-level mutable state.',
        },
      ],
    },
  },
  {
    // No comment switches a rule off here: what is shown to the user, and whom this computer talks to, is at stake.
    files: ['src/extension/**/*.ts'],
    linterOptions: { noInlineConfig: true },
  },
  {
    files: ['src/extension/**/*.ts'],
    ignores: ['src/extension/messages/*.ts'],
    plugins: { apim: { rules: { 'message-door': messageDoor } } },
    rules: { 'apim/message-door': 'error' },
  },
  // It requires the client at run time: the bundle is CommonJS and stays outside.
  { files: ['src/extension/extension.ts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  forbid(
    ['src/webview/**/*.ts'],
    [
      ['^(?!\\.)', 'The page needs no package.'],
      ['^(\\.\\./)+(server|extension|cli|protocol)\\b', 'The page knows its messages only.'],
      ['^(\\.\\./)+core/(?!text/visible-text\\.js$)', 'Of the core the page takes how a text is shown.'],
    ],
  ),
  forbid(
    ['src/cli/**/*.ts'],
    [
      ['^(?!\\.|node:)', 'The command line imports the core and Node.'],
      ['^(\\.\\./)+(extension|webview)\\b', 'The command line knows no editor.'],
    ],
  ),
);
