// node tools/run-desktop.mjs VERSION: the tests of test/host in a desktop VS Code of that version (1.100.0, stable, insiders), which is downloaded.
// The packed extension must be in dist/packages: npm run package. Elsewhere test/host/run.mjs runs the same tests in a VS Code from npm.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { vsixFile } from '../scripts/package.mjs';
import { root } from '../scripts/run-command.mjs';
import { makeProfile } from '../scripts/vscode-server.mjs';
import { readZip } from '../test/harness/archives.mjs';
import { bundleHostTests } from '../test/host/bundle.mjs';

const tests = await bundleHostTests();
const profile = makeProfile({ workspace: path.join(root, 'test/host/workspace'), settings: { 'files.autoSave': 'off' } });
for (const [name, content] of readZip(readFileSync(vsixFile))) {
  const file = path.join(profile.dir, 'unpacked', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
process.exitCode = await runTests({
  version: process.argv[2],
  extensionDevelopmentPath: path.join(profile.dir, 'unpacked/extension'),
  extensionTestsPath: tests,
  launchArgs: [profile.workspace, '--user-data-dir', profile.userData, '--extensions-dir', profile.extensions, '--disable-workspace-trust'],
  extensionTestsEnv: {
    HOST_RESULTS: path.join(profile.dir, 'progress.jsonl'),
    HOST_FIXTURES: path.join(root, 'test/fixtures'),
    HOST_VERBOSE: '1',
  },
});
