// Bundles every entry (see ARCHITECTURE.md, "Bundles"), and writes the notices and the bill of what is in the bundles. `--watch` rebuilds on change.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { withoutValidator } from './scripts/agent-protocol.mjs';
import { languageClientDoor } from './scripts/language-client-door.mjs';
import { partsOfCommandLine, partsOfEntry, partsOfServer } from './scripts/load-when-needed.mjs';
import { splitProgram } from './scripts/split-bundles.mjs';
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
  define: {
    productVersion: JSON.stringify(version),
    serverBundles: JSON.stringify(Object.keys(partsOfServer).map(name => `${name}.js`)),
  },
  // dist/THIRD-PARTY-NOTICES has the whole texts; most packages have no such comment anyway.
  legalComments: 'none',
};
/** @type {esbuild.BuildOptions} */
const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' };
/** @type {esbuild.BuildOptions} */
const browser = { ...common, platform: 'browser' };
/**
 * One bundle for Node and for a browser's worker, so that what both run ships once. It holds the entries of both; what they import is evaluated
 * where it is asked for, and nowhere else.
 * @type {esbuild.BuildOptions}
 */
const both = {
  ...common,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['node', 'browser'],
  external: [...builtinModules, 'node:*', 'vscode'],
  // Its build for browsers runs on Node as well, and is the smaller one.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
};
/**
 * All that ships.
 * @type {esbuild.BuildOptions[]}
 */
export const bundles = [
  // The extension's entry requires the client at run time, so that activation reads a few kilobytes only; and what it says where that fails.
  ...(await splitProgram({
    options: { ...node, external: ['vscode', './client.cjs'] },
    entry: "export * from './extension/extension.js';",
    folder: 'dist',
    ending: '.cjs',
    parts: partsOfEntry,
  })),
  // In a browser the extension is this one bundle, because a worker cannot load a second one. It calls `activate` there.
  {
    ...both,
    stdin: {
      contents: `
        export const activate = async context => (await import('./extension/browser.js')).activate(context);
        export const activateClient = async context => (await import('./extension/node.js')).activateClient(context);
      `,
      resolveDir: path.join(import.meta.dirname, 'src'),
      sourcefile: 'client',
    },
    outfile: 'dist/client.cjs',
    format: 'cjs',
    plugins: [languageClientDoor],
  },
  // A process of its own on Node; a worker of its own in a browser, made of all these by the client.
  ...(await splitProgram({
    options: { ...both, format: 'cjs' },
    entry: `
      if (typeof importScripts === 'function') import('./server/browser.js');
      else import('./server/node.js');
    `,
    folder: 'dist/server',
    ending: '.js',
    parts: partsOfServer,
  })),
  { ...browser, entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview.js', format: 'iife' },
  // The command line's entry requires the program.
  {
    ...node,
    entryPoints: ['src/cli/bin.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
    external: ['./cli/main.cjs'],
  },
  { ...node, entryPoints: ['src/cli/check-thread.ts'], outfile: 'dist/cli/check-thread.cjs', external: ['./main.cjs'] },
  ...(await splitProgram({
    // Dynamic imports as `require`: the loader of modules need not start.
    options: { ...node, alias: both.alias, supported: { 'dynamic-import': false }, plugins: [withoutValidator] },
    entry: "export { main, workInThread } from './cli/main.js';",
    folder: 'dist/cli',
    ending: '.cjs',
    parts: partsOfCommandLine,
  })),
  {
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    entryPoints: ['src/library/index.ts'],
    outfile: 'dist/core.mjs',
    format: 'esm',
  },
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // A browser takes a worker's script by its ending, .js; this tells Node that it is no module, whatever the package's own files are.
  mkdirSync(path.join(import.meta.dirname, 'dist/server'), { recursive: true });
  writeFileSync(path.join(import.meta.dirname, 'dist/server/package.json'), '{ "type": "commonjs" }\n');
  if (watch) {
    for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
  } else {
    const results = await Promise.all(bundles.map(bundle => esbuild.build({ ...bundle, metafile: true })));
    // Tests import this file for its bundles alone.
    const { writeBill } = await import('./scripts/bill-of-materials.mjs');
    const metafiles = results.map(({ metafile }) => metafile);
    writeFileSync(path.join(import.meta.dirname, 'dist/THIRD-PARTY-NOTICES'), writeNotices(metafiles, import.meta.dirname));
    writeFileSync(path.join(import.meta.dirname, 'dist/sbom.cdx.json'), writeBill(metafiles, import.meta.dirname));
  }
}
