// The core as it stands in src, with the masking that a comparison with readers of XML needs, and the server's index of a workspace.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');

/** Bundles the core and imports it. */
export async function loadCore() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'apim-token-doctor-bench-'));
  const outfile = path.join(folder, 'core.cjs');
  try {
    await build({
      stdin: {
        contents: `
          export * from './src/core/index.js';
          export { maskExpressions } from './src/core/expression/mask-expressions.js';
          export { WorkspaceScopes } from './src/server/workspace-scopes.js';`,
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      outfile,
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
