// Puts the extension of test/browser/canary into a profile.
import { cpSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../scripts/run-command.mjs';

/** What the extension writes wherever it can. */
export const canary = 'harmless-canary-5f1d';

/** The setting that makes a language client write its messages into the log. `id`: the client's. */
export const traceSetting = id => ({ [`${id}.trace.server`]: 'verbose' });

/** Builds the extension into the profile. To be done before an extension is installed or VS Code started there. */
export async function plantCanary(profile) {
  const source = path.join(root, 'test/browser/canary');
  const target = path.join(profile.extensions, 'apim-token-doctor.canary-0.0.1');
  const entryPoints = [path.join(source, 'extension.ts'), path.join(source, 'server.ts')];
  await esbuild.build({
    entryPoints,
    outdir: target,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  cpSync(path.join(source, 'package.json'), path.join(target, 'package.json'));
}
