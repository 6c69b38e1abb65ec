// The tests of the extension host as one file, for whichever VS Code runs them.
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../scripts/run-command.mjs';

/** Bundles them, and gives the file's path. */
export async function bundleHostTests() {
  const outfile = path.join(root, 'dist/test/host.cjs');
  await esbuild.build({
    entryPoints: [path.join(root, 'test/host/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
