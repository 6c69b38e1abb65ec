// Bundles every entry (see ARCHITECTURE.md, "Bundles"), and writes the notices of what is in the bundles. `--watch` rebuilds on change.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { languageClientDoor } from './scripts/language-client-door.mjs';
import { writeNotices } from './scripts/third-party-notices.mjs';

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
  define: { productVersion: JSON.stringify(version) },
  // dist/THIRD-PARTY-NOTICES has the whole texts; most packages have no such comment anyway.
  legalComments: 'none',
};
/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
/** @type {esbuild.BuildOptions} */
const browser = { ...common, platform: 'browser' };

/**
 * All that ships.
 * @type {esbuild.BuildOptions[]}
 */
export const bundles = [
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (watch) {
    for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
  } else {
    const results = await Promise.all(bundles.map(bundle => esbuild.build({ ...bundle, metafile: true })));
    const notices = writeNotices(
      results.map(({ metafile }) => metafile),
      import.meta.dirname,
    );
    writeFileSync(path.join(import.meta.dirname, 'dist/THIRD-PARTY-NOTICES'), notices);
  }
}
