// VS Code calls `run` inside the extension host. Where it rejects, the run ends with exit code 1.
import Mocha from 'mocha';
import { tell } from './progress.js';

/** How long (milliseconds) a test may take: what it waits for ends sooner, and says what that was. */
const limit = 240_000;

/** Runs every test of this folder, and tells how it goes as it goes. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: limit, reporter: process.env['HOST_VERBOSE'] ? 'spec' : 'min' });
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

  const failures = await new Promise<number>(resolve => {
    const runner = mocha.run(resolve);
    tell({ planned: runner.total });
    runner.on('test', test => tell({ began: test.fullTitle() }));
    runner.on('hook', hook => tell({ step: hook.fullTitle() }));
    runner.on('pass', test => tell({ ended: test.fullTitle(), outcome: 'passed', ms: test.duration ?? 0, error: '' }));
    runner.on('pending', test => tell({ ended: test.fullTitle(), outcome: 'skipped', ms: 0, error: '' }));
    // A hook that fails is told here, too.
    runner.on('fail', (test: Mocha.Test, error: Error) =>
      tell({ ended: test.fullTitle(), outcome: 'failed', ms: test.duration ?? 0, error: error.stack ?? error.message }),
    );
  });
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
