// Bundles every entry (see ARCHITECTURE.md, "Bundles"). `--watch` rebuilds on change.
import { readFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { languageClientDoor } from './scripts/language-client-door.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  sourcemap: production ? false : 'linked',
  minify: production,
  logLevel: 'warning',
  target: 'es2022',
  legalComments: 'none',
};
/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
/** @type {esbuild.BuildOptions} */
const browser = { ...common, platform: 'browser' };

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  // The extension's entry requires the client at run time, so that activation reads a few kilobytes only.
  { ...node, entryPoints: ['src/extension/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode', './client.cjs'] },
  {
    ...node,
    entryPoints: ['src/extension/node.ts'],
    outfile: 'dist/client.cjs',
    external: ['vscode'],
    plugins: [languageClientDoor],
  },
  { ...node, entryPoints: ['src/server/node.ts'], outfile: 'dist/server.cjs' },
  // In a browser the extension is one bundle, because a worker cannot load a second one; the server is a worker of its own.
  {
    ...browser,
    entryPoints: ['src/extension/browser.ts'],
    outfile: 'dist/web/extension.cjs',
    format: 'cjs',
    external: ['vscode'],
    plugins: [languageClientDoor],
  },
  { ...browser, entryPoints: ['src/server/browser.ts'], outfile: 'dist/web/server.js', format: 'iife' },
  { ...browser, entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview.js', format: 'iife' },
  {
    ...node,
    entryPoints: ['src/cli/bin.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
    define: { productVersion: JSON.stringify(version) },
  },
  {
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/core.mjs',
    format: 'esm',
  },
];

if (watch) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(bundles.map(bundle => esbuild.build(bundle)));
}
