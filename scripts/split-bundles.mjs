// Divides a program into bundles, so that what a start does not need is not read. Each module stands in exactly one of them. Whoever imports a module of
// another bundle gets a stub in its place, which loads that bundle when somebody first asks for a name of it: the sources import as ever, and nothing there waits.
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './run-command.mjs';

/**
 * @typedef {object} Program
 * @property {esbuild.BuildOptions} options What all its bundles have in common.
 * @property {string} entry The text of its entry, with paths below src.
 * @property {string} folder Where the bundles stand, below the root.
 * @property {string} ending Of their names.
 * @property {import('./load-when-needed.mjs').Parts} parts Its bundles; the first one has the entry. What their files need stands with them, unless an earlier
 *   bundle of the list needs it too: there it stands then.
 */

/** @typedef {esbuild.Metafile['inputs']} Graph Modules by their paths below the root. */

const stubs = 'stub';

/** Tells what there is, and writes nothing. @type {esbuild.BuildOptions & { metafile: true }} */
const lookOnly = { absWorkingDir: root, write: false, metafile: true, outdir: 'out', minify: false, sourcemap: false, logLevel: 'error' };

/** The bundles of a program. Looks at all its sources, because where a module stands follows from who imports it. @returns {Promise<esbuild.BuildOptions[]>} */
export async function splitProgram(/** @type {Program} */ program) {
  const { options, entry, folder, ending, parts } = program;
  const [main = ''] = Object.keys(parts);
  const begin = { contents: entry, resolveDir: path.join(root, 'src'), sourcefile: main };
  const { metafile } = await esbuild.build({ ...options, ...lookOnly, stdin: begin });
  const owners = divide(metafile.inputs, parts);
  const asked = listAsked(metafile.inputs, owners);
  const names = await listNames(metafile.inputs, [...asked]);
  return Object.keys(parts).map(name => {
    const doors = [...asked].filter(file => owners.get(file) === name);
    return {
      ...options,
      absWorkingDir: root,
      stdin: { ...begin, sourcefile: name, contents: `${name === main ? entry : ''}\n${openDoors(doors, metafile.inputs)}` },
      outfile: `${folder}/${name}${ending}`,
      plugins: [...(options.plugins ?? []), takeFromOthers({ name, owners, names, ending })],
    };
  });
}

/** Which bundle each module stands in. */
function divide(/** @type {Graph} */ graph, /** @type {Program['parts']} */ parts) {
  /** @type {Map<string, string>} */
  const owners = new Map();
  const listed = Object.entries(parts).flatMap(([name, places]) => places.map(place => ({ name, place })));
  // The longest place counts: a file of a folder may stand elsewhere than its folder.
  listed.sort((one, other) => other.place.length - one.place.length);
  const partOf = (/** @type {string} */ file) => listed.find(({ place }) => isIn(file, place))?.name;
  const take = (/** @type {string} */ name, /** @type {string} */ file) => {
    if (owners.has(file) || (partOf(file) ?? name) !== name) return;
    owners.set(file, name);
    for (const { path: next, external } of graph[file]?.imports ?? []) if (external !== true) take(name, next);
  };
  const [main = ''] = Object.keys(parts);
  take(main, `src/${main}`);
  for (const name of Object.keys(parts)) for (const file of Object.keys(graph)) if (partOf(file) === name) take(name, file);
  return owners;
}

const isIn = (/** @type {string} */ file, /** @type {string} */ place) =>
  [`src/${place}`, `node_modules/${place}`].some(whole => file === whole || file.startsWith(`${whole}/`));

/** The modules that are imported from another bundle. */
function listAsked(/** @type {Graph} */ graph, /** @type {Map<string, string>} */ owners) {
  const imports = Object.entries(graph).flatMap(([file, { imports }]) => imports.map(({ path: asked }) => ({ file, asked })));
  return new Set(
    imports.filter(({ file, asked }) => owners.has(asked) && owners.get(asked) !== owners.get(file)).map(({ asked }) => asked),
  );
}

/** What each of these modules exports; nothing of those that are no ES modules. */
async function listNames(/** @type {Graph} */ graph, /** @type {string[]} */ files) {
  const modules = files.filter(file => graph[file]?.format === 'esm');
  const { metafile } = await esbuild.build({ ...lookOnly, entryPoints: modules, format: 'esm' });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => [entryPoint, exports]));
}

/** The lines of an entry by which other bundles reach these modules. */
const openDoors = (/** @type {string[]} */ files, /** @type {Graph} */ graph) =>
  files
    .map(file => {
      const from = JSON.stringify(path.join(root, file));
      return graph[file]?.format === 'esm'
        ? `export * as ${doorOf(file)} from ${from};`
        : `export const ${doorOf(file)} = require(${from});`;
    })
    .join('\n');

const doorOf = (/** @type {string} */ file) => file.replace(/\W/g, '_');

/** Has a bundle take what stands in others from there. @returns {esbuild.Plugin} */
const takeFromOthers = ({ name, owners, names, ending }) => ({
  name: 'take-from-others',
  setup(build) {
    build.onResolve({ filter: /.*/ }, async ({ path: asked, pluginData, namespace, ...where }) => {
      if (where.kind === 'entry-point' || pluginData === stubs) return undefined;
      if (namespace === stubs) return { path: asked, external: true };
      const found = await build.resolve(asked, { ...where, namespace, pluginData: stubs });
      const file = path.relative(root, found.path).split(path.sep).join('/');
      const owner = owners.get(file);
      const isElsewhere = !found.external && found.namespace === 'file' && owner !== undefined && owner !== name;
      return isElsewhere ? { path: doorOf(file), namespace: stubs, pluginData: file } : found;
    });
    build.onLoad({ filter: /.*/, namespace: stubs }, ({ path: door, pluginData: file }) => ({
      contents: writeStub(`./${owners.get(file)}${ending}`, door, names.get(file)),
      loader: 'js',
    }));
  },
});

/** A module that has the names of another, each taken from there when somebody asks for it. Where the names are not known, it is that module. */
function writeStub(/** @type {string} */ bundle, /** @type {string} */ door, /** @type {readonly string[] | undefined} */ names) {
  if (names === undefined) return `module.exports = require('${bundle}').${door};`;
  const getters = names.map(each => `get ${each}() { return take().${each}; }`);
  return `let taken; const take = () => (taken ??= require('${bundle}').${door});\nmodule.exports = { __esModule: true, ${getters.join(', ')} };`;
}
