import { execFile } from 'node:child_process';
import { access, constants, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { promisify } from 'node:util';
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateClient as activate } from './activate-client.js';
import type { Product } from './first-use.js';
import type { Machine } from './sign-in/azure-cli.js';

const machine: Machine = {
  platform: process.platform,
  home: homedir(),
  environment: process.env,
  realPath: async path => realpath(path),
  isProgram: async path => {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  },
  run: async (file, parameters, options) => promisify(execFile)(file, parameters, options),
};

/** The client on Node: the server is a process of its own. */
export function activateClient(context: ExtensionContext): Promise<Product> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  return activate(context, (id, name, options) => new LanguageClient(id, name, { run: server, debug: server }, options), machine);
}
