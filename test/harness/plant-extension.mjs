// Puts an extension that stands in a folder of sources into a profile of VS Code's.
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** Builds it there. `entries`: its files that are run, in `source` beside the manifest. */
export async function plantExtension(profile, source, entries) {
  const manifest = path.join(source, 'package.json');
  const { publisher, name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const target = path.join(profile.extensions, `${publisher}.${name}-${version}`);
  await esbuild.build({
    entryPoints: entries.map(entry => path.join(source, entry)),
    outdir: target,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  cpSync(manifest, path.join(target, 'package.json'));
}
