// VS Code calls `run` inside the extension host. Where it rejects, the run ends with exit code 1.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Outcome {
  readonly title: string;
  readonly state: string;
  readonly ms: number;
  readonly error: string;
}

/** Runs every test of this folder, and writes the outcomes into the file that the variable HOST_RESULTS names. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 600_000, reporter: process.env['HOST_VERBOSE'] ? 'spec' : 'min' });
  if (process.env['HOST_GREP']) mocha.grep(process.env['HOST_GREP']);
  // Defines `describe` and `it`; the files are bundled into this one, and register their tests when they are imported.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.test.js');
  await import('./diagnostics.test.js');
  await import('./fixes.test.js');
  await import('./fix-all.test.js');
  await import('./language.test.js');
  await import('./hosts.test.js');
  await import('./token.test.js');
  await import('./restart.test.js');
  await import('./undo.test.js');

  const tests = new Set<Mocha.Test>();
  const errors = new Map<Mocha.Test, string>();
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    runner.on('test end', test => void tests.add(test));
    // A failed hook fails without an end.
    runner.on('fail', (test: Mocha.Test, error: Error) => void errors.set(test, error.stack ?? error.message));
  });
  const outcomes: Outcome[] = [...new Set([...tests, ...errors.keys()])].map(test => ({
    title: test.fullTitle(),
    state: errors.has(test) ? 'failed' : (test.state ?? 'pending'),
    ms: test.duration ?? 0,
    error: errors.get(test) ?? '',
  }));
  if (process.env['HOST_RESULTS']) writeFileSync(process.env['HOST_RESULTS'], JSON.stringify(outcomes));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
