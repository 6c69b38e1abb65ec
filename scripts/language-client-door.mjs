// The language client shows messages by itself. In the bundles it gets a `vscode` whose messages are inert, as the extension's own are.
import path from 'node:path';
import { root } from './run-command.mjs';

/** What stands for `vscode` in the language client. */
export const standIn = path.join(root, 'src', 'extension', 'messages', 'client-vscode.ts');

/** @type {import('esbuild').Plugin} */
export const languageClientDoor = {
  name: 'language-client-door',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]vscode-languageclient[\\/]/.test(importer) ? { path: standIn } : undefined,
    );
  },
};
