// npm run package: builds what ships and packs it. dist/packages/ then holds the extension (.vsix) and the npm package (.tgz).
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { partsOfCommandLine } from './load-when-needed.mjs';
import { mustRun, root, runNode, runNpm } from './run-command.mjs';

const folder = path.join(root, 'dist/packages');
const vsce = path.join('node_modules', '@vscode', 'vsce', 'vsce');

/** Where the packed extension stands. */
export const vsixFile = path.join(folder, 'apim-token-doctor.vsix');

/** Packs the extension. vsce builds it first, by the script `vscode:prepublish`. Gives the file's path; throws where vsce has a warning. */
export async function packVsix() {
  mkdirSync(folder, { recursive: true });
  // All that runs is bundled, so no package of node_modules goes along.
  const { code, output } = await runNode([vsce, 'package', '--no-dependencies', '--out', vsixFile]);
  if (code !== 0 || /\bWARNING\b/.test(output))
    throw new Error(`vsce package failed, or has a warning (exit code ${code}).\n${output.trim()}`);
  return vsixFile;
}

/** What ships in the npm package: the library and the command line. */
const ofNpm = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/core.mjs',
  'dist/core.d.ts',
  'dist/cli.cjs',
  'dist/cli/check-thread.cjs',
  ...Object.keys(partsOfCommandLine).map(name => `dist/cli/${name}.cjs`),
  'dist/THIRD-PARTY-NOTICES',
  'dist/sbom.cdx.json',
];

/** The manifest of the npm package: of the extension's, what is about the library and the command line. */
function writeManifest() {
  const all = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { name, version, description, keywords, license, author, homepage, bugs, repository, type, types, exports, bin, engines } = all;
  const about = { name, version, description, keywords, license, author, homepage, bugs };
  const url = `git+${repository.url}`; // as npm writes it
  const { default: main } = exports['.'];
  const entries = { type, main, types, exports, bin, sideEffects: false, engines: { node: engines.node }, files: ofNpm };
  return `${JSON.stringify({ ...about, repository: { ...repository, url }, ...entries }, null, 2)}\n`;
}

/** Packs the npm package from what stands in dist/, in a folder of its own with a manifest of its own. Gives the file's path. */
export async function packTgz() {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter(file => file.endsWith('.tgz'))) rmSync(path.join(folder, name));
  const stage = path.join(root, 'dist/npm');
  rmSync(stage, { recursive: true, force: true });
  for (const file of ofNpm) cpSync(path.join(root, file), path.join(stage, file));
  writeFileSync(path.join(stage, 'package.json'), writeManifest());
  const pack = ['pack', stage, '--ignore-scripts', '--pack-destination', folder, '--loglevel=error'];
  await mustRun(runNpm(pack), 'npm pack');
  return path.join(
    folder,
    readdirSync(folder).find(file => file.endsWith('.tgz')),
  );
}

/**
 * Removes from a folder of built files what a build does not write over: declarations of files that are gone. All that runs stays until it is
 * written anew, because an editor that npm start has opened runs it meanwhile.
 */
export const removeDeclarations = dist => rmSync(path.join(dist, 'types'), { recursive: true, force: true });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  removeDeclarations(path.join(root, 'dist'));
  await mustRun(runNpm(['run', 'build']), 'npm run build');
  console.log(`${await packVsix()}\n${await packTgz()}`);
}
