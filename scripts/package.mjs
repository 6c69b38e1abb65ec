// npm run package: builds what ships and packs it. dist/packages/ then holds the extension (.vsix) and the npm package (.tgz).
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mustRun, root, runNode, runNpm } from './run-command.mjs';

const folder = path.join(root, 'dist/packages');
const vsce = path.join('node_modules', '@vscode', 'vsce', 'vsce');

/** Where the packed extension stands. */
export const vsixFile = path.join(folder, 'apim-token-doctor.vsix');

/** Packs the extension. vsce builds it first, by the script `vscode:prepublish`. Gives the file's path. */
export async function packVsix() {
  mkdirSync(folder, { recursive: true });
  // All that runs is bundled, so no package of node_modules goes along.
  await mustRun(runNode([vsce, 'package', '--no-dependencies', '--out', vsixFile]), 'vsce package');
  return vsixFile;
}

/** Packs the npm package from what stands in dist/. Gives the file's path. */
export async function packTgz() {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter(file => file.endsWith('.tgz'))) rmSync(path.join(folder, name));
  await mustRun(runNpm(['pack', '--ignore-scripts', '--pack-destination', folder, '--loglevel=error']), 'npm pack');
  return path.join(
    folder,
    readdirSync(folder).find(file => file.endsWith('.tgz')),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  rmSync(path.join(root, 'dist'), { recursive: true, force: true }); // declarations of files that are gone would ship
  await mustRun(runNpm(['run', 'build']), 'npm run build');
  console.log(`${await packVsix()}\n${await packTgz()}`);
}
