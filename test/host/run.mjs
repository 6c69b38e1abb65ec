// Runs test/host inside VS Code's extension host, where the real `vscode` API is, with the extension as it is packed: whatever is built
// meanwhile does not change it.
// HOST_VERBOSE=1 shows the console of the extension host. HOST_GREP=text runs the tests whose title has that text.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installVsCode } from '../../scripts/install-vscode.mjs';
import { vsixFile } from '../../scripts/package.mjs';
import { root } from '../../scripts/run-command.mjs';
import { makeProfile, startServer } from '../../scripts/vscode-server.mjs';
import { readZip } from '../harness/archives.mjs';
import { openBrowser, plainSettings } from '../harness/browser.mjs';
import { bundleHostTests } from './bundle.mjs';

if (!existsSync(vsixFile)) throw new Error('Pack the extension first: npm run package.');
await installVsCode();
const tests = await bundleHostTests();

const profile = makeProfile({
  workspace: path.join(root, 'test/host/workspace'),
  settings: {
    ...plainSettings,
    'editor.wordBasedSuggestions': 'off', // they would offer words of files that other tests opened
    'files.autoSave': 'off', // the tests save, and nobody else in between
  },
});
const unpacked = path.join(profile.dir, 'unpacked');
for (const [name, content] of readZip(readFileSync(vsixFile))) {
  mkdirSync(path.dirname(path.join(unpacked, name)), { recursive: true });
  writeFileSync(path.join(unpacked, name), content);
}
const progress = path.join(profile.dir, 'progress.jsonl'); // test/host/progress.ts writes it
const log = [];
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Counts and prints what the tests have told, and says where they stand if they did not end. */
function report(code) {
  const told = existsSync(progress) ? readFileSync(progress, 'utf8').split('\n').filter(Boolean).map(JSON.parse) : [];
  const now = { planned: 0, test: '', step: '' };
  for (const { planned, began, step, ended, outcome, ms, error } of told) {
    if (planned !== undefined) now.planned = planned;
    if (began !== undefined) Object.assign(now, { test: began, step: '' });
    if (step !== undefined) now.step = step;
    if (ended === undefined) continue;
    now.test = '';
    counts[outcome]++;
    console.log(`${{ passed: '✓', skipped: '-', failed: '✗' }[outcome]} ${ended} (${ms} ms)${error ? `\n${error}` : ''}`);
  }
  const ended = counts.passed + counts.failed + counts.skipped;
  if (code === null || now.test !== '') {
    counts.failed++;
    const where = now.test === '' ? 'between two tests' : `in "${now.test}"`;
    console.log(`✗ The run did not end: after ${ended} of ${now.planned} tests it stood ${where}${now.step && `, at "${now.step}"`}.`);
  }
  // A host that ended badly after its tests, or ran none, is a failure, too.
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed++;
  if (counts.failed > 0) console.log(`${log.slice(-60).join('\n')}\n${server.state.log}`);
}

// Without the smoke test driver a built VS Code ignores both paths below.
const server = await startServer(profile, {
  more: ['--vscode-option', 'enable-smoke-test-driver', '--disable-workspace-trust'],
  env: { HOST_RESULTS: progress, HOST_FIXTURES: path.join(root, 'test/fixtures') },
});
const { context, page } = await openBrowser(path.join(profile.dir, 'browser'), { width: 640, height: 360 });
let code = null;
try {
  // The workbench calls these two if its page has them.
  const ended = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = `${new Date().toISOString()} ${args.join(' ')}`;
    if (process.env.HOST_VERBOSE) console.log(line);
    else log.push(line);
  });
  const broken = new Promise((_, reject) => {
    setTimeout(reject, 1_800_000, new Error('The extension host gave no answer.')).unref();
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    page.once('close', () => reject(new Error('The browser ended.')));
    void server.ended.then(status => reject(new Error(`VS Code ended with exit code ${status}.`)));
  });
  const payload = [
    ['extensionDevelopmentPath', server.remote(path.join(unpacked, 'extension'))],
    ['extensionTestsPath', server.remote(tests)],
  ];
  await page.goto(server.address(profile.workspace, payload));
  code = await Promise.race([ended, broken]);
} catch (error) {
  console.error(error.stack);
}
report(code);
if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
await context.close();
await server.stop();
rmSync(profile.dir, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;
