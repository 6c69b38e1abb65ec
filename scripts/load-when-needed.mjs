// What the command line does not need at once is loaded by whoever first asks for a name of it: it stands in bundles of its own, or comes with Node.
import path from 'node:path';
import { root } from './run-command.mjs';

/** Packages for single kinds of input: a token, files of YAML. */
const packages = ['jose', 'yaml'];

/** What comes with Node and takes long to start. */
const builtins = ['node:crypto'];

/** Parts of the sources, by their paths below src, whose names are asked for one by one. The command line speaks no German; the server it can start does. */
const named = {
  'core/messages/german/index.ts': { bundle: 'german', names: ['germanCatalogue'] },
  'core/messages/english/errors.ts': { bundle: 'english-errors', names: ['errorWords'] },
};

/** Parts of the sources that are required as a whole: at the start of who imports them, or where that says `import()`. */
const whole = { 'core/index.ts': 'core', 'server/stdio/node.ts': 'language-server', 'cli/mcp/serve-tools.ts': 'agent-protocol' };

/** What is imported, as a path below src; as it was written where it is no file of ours. */
function nameOf(/** @type {import('esbuild').OnResolveArgs} */ { path: specifier, resolveDir }) {
  if (!specifier.startsWith('.')) return specifier;
  const file = path.join(resolveDir, specifier).replace(/\.js$/, '.ts');
  return path.relative(path.join(root, 'src'), file).split(path.sep).join('/');
}

/** What stands for a module: its names, each of which requires what it stands for when somebody asks for it. */
async function writeStub(/** @type {string} */ module) {
  const { bundle, names } = named[module] ?? { bundle: module, names: Object.keys(await import(module)) };
  const place = builtins.includes(module) ? module : `./${bundle}.cjs`;
  const getters = names.map(name => `get ${name}() { return require('${place}').${name}; }`);
  return `module.exports = { __esModule: true, ${getters.join(', ')} };`;
}

/** @type {import('esbuild').Plugin} */
export const loadWhenNeeded = {
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
    build.onLoad({ filter: /.*/, namespace }, async ({ path: module }) => ({ contents: await writeStub(module), loader: 'js' }));
  },
};

/** The bundles of the command line behind its entry, in dist/cli: by name, what each is made from. */
export const programBundles = Object.fromEntries([
  ['main', 'src/cli/main.ts'],
  ...packages.map(name => [name, name]),
  ...Object.entries(named).map(([file, { bundle }]) => [bundle, `src/${file}`]),
  ...Object.entries(whole).map(([file, bundle]) => [bundle, `src/${file}`]),
]);
