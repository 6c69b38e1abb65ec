// Opens VS Code on samples/ with the extension of this folder loaded and the sample open, until it is stopped with Ctrl+C.
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findProgram } from './install-system.mjs';
import { installVsCode, vscodeFits } from './install-vscode.mjs';
import { root, run } from './run-command.mjs';
import { makeProfile, startServer } from './vscode-server.mjs';

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const samples = path.join(root, 'samples');
/** The extension that opens the sample. */
const opener = path.join(root, 'scripts/open-sample');

/** Whether a version such as "1.139.1" satisfies a range such as "^1.100.0". */
function satisfies(version, range) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = range.replace('^', '').split('.').map(Number);
  return major === wantedMajor && minor >= wantedMinor;
}

/**
 * The user's own `code`, where it can load an extension from a folder: not in a terminal of a remote VS Code (its `code` ignores that
 * argument), not without a display, not as root.
 */
async function findCode() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const code = findProgram('code');
  if (!code || process.env.VSCODE_IPC_HOOK_CLI || !display || process.getuid?.() === 0) return undefined;
  const { code: exit, output } = await run(code, ['--version']);
  return exit === 0 && satisfies(output.trim(), manifest.engines.vscode) ? code : undefined;
}

/** The user's VS Code, in a window and a profile of its own. */
async function openOwn(code) {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'token-doctor-'));
  const { code: exit, output } = await run(code, [
    `--extensionDevelopmentPath=${root}`,
    `--extensionDevelopmentPath=${opener}`,
    `--user-data-dir=${userData}`,
    '--new-window',
    samples,
  ]);
  if (exit !== 0) return false;
  if (output.trim()) console.log(output.trim());
  console.log(
    `VS Code opens on ${samples}, with the sample beside its panel. Close its window to stop it. Its settings are in ${userData}, which you may delete then.`,
  );
  return true;
}

/** VS Code from npm, served to a browser on this machine. */
async function serve(port) {
  await installVsCode();
  const profile = makeProfile({ settings: { 'security.workspace.trust.enabled': false } });
  symlinkSync(root, path.join(profile.extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`));
  symlinkSync(opener, path.join(profile.extensions, path.basename(opener)));
  const stop = new Promise(resolve => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(signal => process.once(signal, resolve)));
  try {
    const server = await startServer(profile, { port, more: ['--disable-workspace-trust'] });
    console.log(`
VS Code, with APIM Token Doctor loaded, is at

    ${server.address(samples)}

It opens the sample: a policy, the token that it refuses, and why. To use your own token: "Why 401? Decode and Validate Token" (F1).
Only this machine can reach the address, without a password: anyone who is logged in here can. Stop it with Ctrl+C.`);
    await Promise.race([stop, server.ended]);
    await server.stop();
  } finally {
    rmSync(profile.dir, { recursive: true, force: true });
  }
}

/** Opens the editor. `port` 0: a free one. Throws an error that says what to do where none can be opened. */
export async function openEditor({ port }) {
  const code = await findCode();
  if (code && (await openOwn(code))) return;
  if (!vscodeFits)
    throw new Error(
      `No VS Code could be opened. Install VS Code ${manifest.engines.vscode} with its command "code", then run npm start again.`,
    );
  await serve(port);
}
