// Everything but the files named node.ts, and the command line, must bundle for a browser: this proves it.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './run-command.mjs';

const source = path.join(root, 'src');
const entryPoints = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') && entry.name !== 'node.ts')
  .map(entry => path.join(entry.parentPath, entry.name))
  .filter(file => !file.startsWith(path.join(source, 'cli')));

try {
  // Node's own modules cannot be resolved for this platform. The two packages choose their browser build by themselves.
  await esbuild.build({
    entryPoints,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    external: ['vscode', './client.cjs'],
    write: false,
    outdir: 'out',
    logLevel: 'error',
  });
} catch {
  process.exitCode = 1; // esbuild has said why
}
