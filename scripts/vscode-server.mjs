// Starts the real VS Code that install-vscode.mjs installed, on 127.0.0.1.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { node24, serverEntry } from './install-vscode.mjs';
import { mustRun, run } from './run-command.mjs';

/** User settings that keep VS Code quiet (no network, welcome page, AI or experiments) and its editor still. */
const quiet = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false, // it can cover the light bulb
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * A fresh folder that holds everything one VS Code reads and writes.
 * `workspace`: a folder that is copied into it, to be opened; `settings`: the user's settings.
 */
export function makeProfile({ workspace, settings = {} } = {}) {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-')); // short: Unix sockets stand in it
  const profile = {
    dir,
    userData: path.join(dir, 'user-data'),
    extensions: path.join(dir, 'extensions'),
    workspace: path.join(dir, 'workspace'),
    home: path.join(dir, 'home'),
    tmp: path.join(dir, 'tmp'),
  };
  for (const folder of [
    path.join(profile.userData, 'User'),
    path.join(profile.userData, 'Machine'),
    profile.extensions,
    profile.workspace,
    profile.home,
    profile.tmp,
  ])
    mkdirSync(folder, { recursive: true });
  if (workspace) cpSync(workspace, profile.workspace, { recursive: true });
  writeSettings(profile, settings);
  writeFileSync(path.join(dir, 'config.yaml'), '{}\n');
  return profile;
}

/**
 * Writes the user's settings, beside those that keep VS Code quiet. Where a server is, those whose scope is the machine count from a file
 * of the machine's; of the user's own they are taken away at some moment after an extension has declared them.
 */
export const writeSettings = (profile, settings) => {
  const text = JSON.stringify({ ...quiet, ...settings });
  for (const folder of ['User', 'Machine']) writeFileSync(path.join(profile.userData, folder, 'settings.json'), text);
};

const serverArguments = profile => [
  serverEntry,
  '--config',
  path.join(profile.dir, 'config.yaml'),
  '--user-data-dir',
  profile.userData,
  '--extensions-dir',
  profile.extensions,
];

/** The server's environment, over this process's: what a VS Code terminal sets would confuse it, and PORT would move it. */
const environment = (profile, more = {}) => ({
  ...Object.fromEntries(
    Object.keys(process.env).map(name => [name, /^(VSCODE_|CODE_SERVER_|ELECTRON_|PORT$)/.test(name) ? undefined : process.env[name]]),
  ),
  HOME: profile.home,
  TMPDIR: profile.tmp,
  EXTENSIONS_GALLERY: '{}', // no marketplace
  ...more,
});

/** Installs a packaged extension, as its user would. */
export function installVsix(profile, vsix) {
  return mustRun(
    run(node24, [...serverArguments(profile), '--install-extension', vsix], { env: environment(profile) }),
    'Installing the .vsix',
  );
}

/**
 * Starts the server. `port` 0: a free one. `more`: further arguments. `env`: further variables.
 * Gives its host and port, a way to stop it with all that it started, and its log.
 */
export async function startServer(profile, { port = 0, more = [], env = {} } = {}) {
  const fixed = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const child = spawn(node24, [...serverArguments(profile), '--bind-addr', `127.0.0.1:${port}`, ...fixed, ...more], {
    env: environment(profile, env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, to be stopped whole
  });
  const signal = name => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // The group is gone.
    }
  };
  const kill = () => signal('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise(resolve => child.once('exit', resolve));
  const state = { log: '' };
  const host = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code did not start.\n${state.log}`)), 300_000);
    const read = text => {
      state.log += text;
      const listening = /HTTP server listening on http:\/\/([\d.]+:\d+)/.exec(state.log);
      if (!listening) return;
      clearTimeout(timer);
      resolve(listening[1]);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read);
    child.once('exit', code => {
      clearTimeout(timer);
      reject(new Error(`VS Code ended with exit code ${code}.\n${state.log}`));
    });
    child.once('error', reject);
  });
  return {
    host,
    state,
    ended,
    /** The workbench's address for a folder. `payload`: pairs of name and value for the workbench. */
    address(folder, payload) {
      const query = [`folder=${encodeURI(folder)}`, ...(payload ? [`payload=${encodeURIComponent(JSON.stringify(payload))}`] : [])];
      return `http://${host}/?${query.join('&')}`;
    },
    /** How the workbench names a file of this machine. */
    remote: file => `vscode-remote://${host}${path.resolve(file)}`,
    async stop() {
      signal('SIGTERM');
      const timer = setTimeout(kill, 5_000);
      await ended;
      clearTimeout(timer);
      kill(); // extension hosts can outlive the server
      process.off('exit', kill);
    },
  };
}
