// VS Code calls `run` inside the extension host. Where it rejects, the run ends with exit code 1.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Outcome {
  readonly title: string;
  readonly state: string;
  readonly ms: number;
  error?: string;
}

/** Runs every test of this folder, and writes the outcomes into the file that the variable HOST_RESULTS names. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, reporter: 'min' });
  if (process.env['HOST_GREP']) mocha.grep(process.env['HOST_GREP']);
  // Defines `describe` and `it`; the files are bundled into this one, and register their tests when they are imported.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./activation.test.js');
  await import('./diagnostics.test.js');
  await import('./fixes.test.js');
  await import('./token.test.js');

  const outcomes = new Map<Mocha.Test, Outcome>();
  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    const note = (test: Mocha.Test): void =>
      void outcomes.set(test, { title: test.fullTitle(), state: test.state ?? 'pending', ms: test.duration ?? 0 });
    runner.on('test end', note);
    // A failed hook has no `test end`.
    runner.on(
      'fail',
      (test: Mocha.Test, error: Error) =>
        void outcomes.set(test, { title: test.fullTitle(), state: 'failed', ms: 0, error: error.stack ?? error.message }),
    );
  });
  const errors = [...outcomes.values()];
  if (process.env['HOST_RESULTS']) writeFileSync(process.env['HOST_RESULTS'], JSON.stringify(errors));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
