import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadCore } from '../load-core.mjs';
import { writePolicies } from '../policy-files.mjs';
import { cli, isInstalled, measureMemory, runProcess } from '../processes.mjs';
import { takeTurns } from '../rounds.mjs';

/** The command line over folders of policies, as whole processes. */
export async function measure() {
  const { maskExpressions } = await loadCore();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'apim-token-doctor-bench-'));
  const [few, many] = [path.join(folder, 'few'), path.join(folder, 'many')];
  try {
    await writePolicies(few, 1000, text => text);
    await writePolicies(many, 10_000, text => text);
    const masked = await writePolicies(path.join(folder, 'masked'), 1000, maskExpressions);
    const hasRival = await isInstalled('xmllint');
    const { check, rival } = await takeTurns(
      {
        check: { run: () => runProcess(process.execPath, [cli, 'check', few]), whole: true },
        rival: { run: () => (hasRival ? runProcess('xmllint', ['--noout', ...masked]) : undefined), whole: true },
      },
      { rounds: 5, warmUp: 1 },
    );
    const [ofFew, ofMany] = [await measureMemory(['check', few]), await measureMemory(['check', many])];
    const seconds = (/** @type {number} */ time) => `${(time / 1000).toFixed(2)} s`;
    return {
      rows: {
        'check-many': { own: check.median, other: hasRival ? rival.median : Number.NaN },
        'check-memory': { own: ofMany, other: ofFew },
      },
      notes: [
        `1,000 policies: ${seconds(check.median)} (5 rounds); ${hasRival ? `xmllint ${seconds(rival.median)}` : 'xmllint is not installed'}`,
        `most memory: ${(ofFew / 2 ** 20).toFixed(0)} MiB over 1,000 policies, ${(ofMany / 2 ** 20).toFixed(0)} MiB over 10,000`,
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
