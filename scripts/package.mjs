// npm run package: builds what ships and packs it. dist/packages/ then holds the extension (.vsix) and the npm package (.tgz).
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mustRun, root, runNode, runNpm } from './run-command.mjs';

const folder = path.join(root, 'dist/packages');

/** Packs what stands in dist/. Gives the paths of the two files. */
export async function pack() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const vsix = path.join(folder, 'apim-token-doctor.vsix');
  // All that runs is bundled, so no package of node_modules goes along.
  await mustRun(
    runNode([path.join('node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--no-dependencies', '--out', vsix]),
    'vsce package',
  );
  await mustRun(runNpm(['pack', '--ignore-scripts', '--pack-destination', folder, '--loglevel=error']), 'npm pack');
  const tgz = readdirSync(folder).find(name => name.endsWith('.tgz'));
  return { vsix, tgz: path.join(folder, tgz) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await mustRun(runNpm(['run', 'build', '--', '--production']), 'npm run build');
  console.log(Object.values(await pack()).join('\n'));
}
