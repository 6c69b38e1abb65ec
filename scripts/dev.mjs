// npm run dev: checks the types, and runs the tests of what changes, until Ctrl+C.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { testsOf } from './affected-tests.mjs';
import { root, runNode } from './run-command.mjs';

const types = spawn(process.execPath, [path.join('node_modules', 'typescript', 'bin', 'tsc'), '-b', '--watch', '--preserveWatchOutput'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
process.once('exit', () => types.kill());
process.once('SIGINT', () => process.exit(0));

const changed = new Set();
const state = { running: false, timer: undefined };

/** Runs the tests of all that has changed since the last time; again, if something changes meanwhile. */
async function runTests() {
  if (state.running || changed.size === 0) return;
  state.running = true;
  const files = [...changed];
  changed.clear();
  const runs = new Map(files.flatMap(file => [testsOf(file)].flatMap(args => (args ? [[args.join(' '), args]] : []))));
  for (const args of runs.values()) await runNode([path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...args], { show: true });
  state.running = false;
  await runTests();
}

for (const folder of ['src', 'test', 'docs/rules']) {
  watch(path.join(root, folder), { recursive: true }, (_, name) => {
    if (name === null || /node_modules/.test(name)) return;
    changed.add(path.posix.join(folder, name.split(path.sep).join('/')));
    // An editor writes a file in several steps.
    clearTimeout(state.timer);
    state.timer = setTimeout(runTests, 100);
  });
}
console.log('Watching src/, test/ and docs/rules/. Ctrl+C ends it.');
