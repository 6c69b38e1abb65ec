import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writePolicies } from '../policy-files.mjs';
import { cli, runNothing, runProcess } from '../processes.mjs';
import { takeTurns } from '../rounds.mjs';

/** How the command line starts, as whole processes. */
export async function measure() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'apim-token-doctor-bench-'));
  try {
    // The folder of a repository: nothing is looked for above it.
    await mkdir(path.join(folder, '.git'));
    const [file = ''] = await writePolicies(path.join(folder, 'one'), 1, text => text);
    const run = (/** @type {string[]} */ ...args) => ({ run: () => runProcess(process.execPath, [cli, ...args]), whole: true });
    const { nothing, version, check } = await takeTurns(
      { nothing: { run: runNothing, whole: true }, version: run('--version'), check: run('check', file) },
      { warmUp: 2 },
    );
    return {
      rows: {
        version: { own: version.median, other: nothing.median },
        'check-one': { own: check.median, other: nothing.median },
      },
      notes: [
        `starting: Node alone ${nothing.median.toFixed(0)} ms, --version ${version.median.toFixed(0)} ms, check of one file ${check.median.toFixed(0)} ms`,
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
