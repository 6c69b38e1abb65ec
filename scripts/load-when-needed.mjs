// What is loaded when: the bundles of each program behind the one that it starts with. A bundle is loaded when somebody first asks for a name of it.
// `split-bundles.mjs` says how a bundle is divided by these lists.

/** @typedef {Readonly<Record<string, readonly string[]>>} Parts By a bundle's name the files and folders below src that it is for. */

/** Of the core, for command line and server alike. @type {Parts} */
const ofCore = {
  // Where something is said.
  sentences: ['sentences', 'next-steps', 'token-words', 'claim-meanings', 'element-meanings', 'rule-summaries'].map(
    name => `core/messages/english/${name}.ts`,
  ),
  german: ['core/messages/german', 'server/sentences/german'],
  // Where somebody pastes an error.
  errors: ['core/messages/english/errors.ts', 'core/explain'],
  // Where a policy stands inside a file of another kind, and where such files say which scopes there are.
  hosts: ['core/hosts', 'core/scopes/resources', 'core/text/parse-yaml.ts'],
  // Where a token is judged.
  token: ['core/gateway', 'core/token', 'core/metadata/read-keys.ts', 'core/metadata/read-certificate.ts'],
  fixes: ['core/fixes', 'core/policy/second-opinion.ts'],
  // Where an editor asks for what stands at a place.
  language: ['core/language'],
};

/** What of these folders is needed of every policy, and belongs to what is loaded first. */
const always = [
  ...['fixes/rewrite/variants.ts', 'messages/english/index.ts', 'token/private-values.ts', 'token/redact.ts'],
  ...['gateway/memory.ts', 'gateway/reach.ts', 'gateway/claims-apart.ts', 'gateway/library/engines.ts'],
  ...['hosts/read-host.ts', 'hosts/host-kind.ts'],
  ...['scopes/resources/place-resources.ts', 'scopes/resources/read-resources.ts', 'scopes/resources/unit.ts'],
].map(file => `core/${file}`);

/** The command line starts with `main`. @type {Parts} */
export const partsOfCommandLine = {
  main: [...always, 'cli/main.ts'],
  ...ofCore,
  // What other commands do than `check` without a token, and what they write and fetch.
  commands: [
    ...['fix', 'explain', 'decode', 'metadata', 'lsp', 'mcp'].map(name => `cli/commands/${name}.ts`),
    ...[
      'agent',
      'fetching',
      'cli/serve',
      'cli/mcp',
      'cli/fetch-documents.ts',
      'cli/send.ts',
      'cli/replace-file.ts',
      'cli/formats/fingerprint.ts',
    ],
  ],
  'language-server': ['server'],
  'agent-protocol': ['cli/mcp/serve-tools.ts'],
};

/** The server starts with `server`, which answers `initialize`, and loads `work` at once after that. @type {Parts} */
export const partsOfServer = {
  server: [],
  work: ['server/connect.ts', 'core/index.ts', ...always],
  ...ofCore,
};

/** The extension's entry says nothing unless the client does not start. @type {Parts} */
export const partsOfEntry = {
  extension: [],
  messages: ['extension/messages/catalogue.ts'],
};
