// Runs test/host inside VS Code's extension host, where the real `vscode` API is, with the extension as it is packed: whatever is built
// meanwhile does not change it.
// HOST_VERBOSE=1 shows the console of the extension host. HOST_GREP=text runs the tests whose title has that text.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { installVsCode } from '../../scripts/install-vscode.mjs';
import { vsixFile } from '../../scripts/package.mjs';
import { root } from '../../scripts/run-command.mjs';
import { makeProfile, startServer } from '../../scripts/vscode-server.mjs';
import { readZip } from '../harness/archives.mjs';
import { openBrowser, plainSettings } from '../harness/browser.mjs';

const tests = path.join(root, 'dist/test/host.cjs');
if (!existsSync(vsixFile)) throw new Error('Pack the extension first: npm run package.');
await installVsCode();
await esbuild.build({
  entryPoints: [path.join(root, 'test/host/index.ts')],
  outfile: tests,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode', 'mocha'],
  sourcemap: 'inline',
  logLevel: 'warning',
});

const profile = makeProfile({
  workspace: path.join(root, 'test/host/workspace'),
  settings: { ...plainSettings, 'editor.wordBasedSuggestions': 'off' }, // they would offer words of files that other tests opened
});
const unpacked = path.join(profile.dir, 'unpacked');
for (const [name, content] of readZip(readFileSync(vsixFile))) {
  mkdirSync(path.dirname(path.join(unpacked, name)), { recursive: true });
  writeFileSync(path.join(unpacked, name), content);
}
const results = path.join(profile.dir, 'results.json'); // test/host/index.ts writes it
const state = { log: [], code: 1 };
const counts = { passed: 0, failed: 0, skipped: 0 };
// Without the smoke test driver a built VS Code ignores both paths below.
const server = await startServer(profile, {
  more: ['--vscode-option', 'enable-smoke-test-driver', '--disable-workspace-trust'],
  env: { HOST_RESULTS: results, HOST_FIXTURES: path.join(root, 'test/fixtures') },
});
const { context, page } = await openBrowser(path.join(profile.dir, 'browser'), { width: 640, height: 360 });
try {
  // The workbench calls these two if its page has them.
  const ended = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (process.env.HOST_VERBOSE) console.log(...args);
    else state.log.push(args.join(' '));
  });
  const timeout = new Promise((_, reject) => setTimeout(reject, 1_800_000, new Error('The extension host gave no answer.')).unref());
  const payload = [
    ['extensionDevelopmentPath', server.remote(path.join(unpacked, 'extension'))],
    ['extensionTestsPath', server.remote(tests)],
  ];
  await page.goto(server.address(profile.workspace, payload));
  state.code = await Promise.race([ended, timeout]);
  if (!existsSync(results)) throw new Error('The tests wrote no results.');
  for (const test of JSON.parse(readFileSync(results, 'utf8'))) {
    const outcome = test.state === 'passed' ? 'passed' : test.state === 'pending' ? 'skipped' : 'failed';
    counts[outcome]++;
    console.log(
      `${{ passed: '✓', skipped: '-', failed: '✗' }[outcome]} ${test.title} (${test.ms} ms)${test.error ? `\n${test.error}` : ''}`,
    );
  }
} catch (error) {
  counts.failed++;
  console.error(`${error.stack}\n${state.log.slice(-30).join('\n')}\n${server.state.log}`);
} finally {
  await context.close();
  await server.stop();
  rmSync(profile.dir, { recursive: true, force: true });
}
// A host that ended badly after its tests, or ran none, is a failure, too.
if (counts.failed === 0 && (state.code !== 0 || counts.passed === 0)) counts.failed++;
if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify(counts));
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;
