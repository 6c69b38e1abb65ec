// What the command line and the extension's entry do not need at once is loaded by whoever first asks for a name of it: it stands in bundles of its own,
// or comes with Node.
import path from 'node:path';
import { root } from './run-command.mjs';

/**
 * @typedef {object} Apart
 * @property {readonly string[]} packages Packages: each is a bundle of its name.
 * @property {readonly string[]} builtins What comes with Node and takes long to start.
 * @property {Readonly<Record<string, { readonly bundle: string, readonly names: readonly string[] }>>} named Parts of the sources, by their paths below src, whose names are asked for one by one.
 * @property {Readonly<Record<string, string>>} whole Parts of the sources, with their bundles, that are required as a whole: at the start of who imports them, or where that says `import()`.
 */

/** @type {Apart} */
const ofCommandLine = {
  // For single kinds of input: a token, files of YAML.
  packages: ['jose', 'yaml'],
  builtins: ['node:crypto'],
  named: {
    // The command line speaks no German; the server that it can start does.
    'core/messages/german/index.ts': { bundle: 'german', names: ['germanCatalogue'] },
    'core/messages/english/errors.ts': { bundle: 'english-errors', names: ['errorWords'] },
  },
  whole: {
    'cli/main.ts': 'main',
    'core/index.ts': 'core',
    'server/stdio/node.ts': 'language-server',
    'cli/mcp/serve-tools.ts': 'agent-protocol',
  },
};

/** The entry says nothing unless the client does not start. @type {Apart} */
const ofEntry = {
  packages: [],
  builtins: [],
  named: { 'extension/messages/catalogue.ts': { bundle: 'messages', names: ['catalogueOf'] } },
  whole: {},
};

/** What is imported, as a path below src; as it was written where it is no file of ours. */
function nameOf(/** @type {import('esbuild').OnResolveArgs} */ { path: specifier, resolveDir }) {
  if (!specifier.startsWith('.')) return specifier;
  const file = path.join(resolveDir, specifier).replace(/\.js$/, '.ts');
  return path.relative(path.join(root, 'src'), file).split(path.sep).join('/');
}

/** A module with names each of which requires the module at that place when somebody asks for it. */
function writeStub(/** @type {string} */ place, /** @type {readonly string[]} */ names) {
  const getters = names.map(name => `get ${name}() { return require('${place}').${name}; }`);
  return `module.exports = { __esModule: true, ${getters.join(', ')} };`;
}

/** @type {(apart: Apart) => import('esbuild').Plugin} */
const loadApart = ({ packages, builtins, named, whole }) => ({
  name: 'load-when-needed',
  setup(build) {
    const namespace = 'load-when-needed';
    build.onResolve({ filter: /.*/, namespace: 'file' }, args => {
      if (args.kind === 'entry-point') return undefined;
      const name = nameOf(args);
      if (packages.includes(name) || builtins.includes(name) || name in named) return { path: name, namespace };
      return name in whole ? { path: `./${whole[name]}.cjs`, external: true } : undefined;
    });
    build.onResolve({ filter: /.*/, namespace }, ({ path: place }) => ({ path: place, external: true }));
    build.onLoad({ filter: /.*/, namespace }, async ({ path: module }) => {
      const { bundle, names } = named[module] ?? { bundle: module, names: Object.keys(await import(module)) };
      return { contents: writeStub(builtins.includes(module) ? module : `./${bundle}.cjs`, names), loader: 'js' };
    });
  },
});

/** For each bundle of the command line behind its entry. */
export const loadWhenNeeded = loadApart(ofCommandLine);
/** For the extension's entry. */
export const loadMessagesWhenNeeded = loadApart(ofEntry);

/** The bundles of the command line behind its entry, in dist/cli: by name, what each is made from. */
export const programBundles = Object.fromEntries([
  ['check-thread', 'src/cli/check-thread.ts'],
  ...ofCommandLine.packages.map(name => [name, name]),
  ...Object.entries(ofCommandLine.named).map(([file, { bundle }]) => [bundle, `src/${file}`]),
  ...Object.entries(ofCommandLine.whole).map(([file, bundle]) => [bundle, `src/${file}`]),
]);
