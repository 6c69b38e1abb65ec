// npm run mutation -- FOLDER | FOLDER/FILE.ts [--sample PERCENT] [--seed NUMBER]: how much of the core's logic is held by tests.
// A whole folder takes hours, a sample of a few percent minutes; see CONTRIBUTING.md.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, runNode } from '../../scripts/run-command.mjs';
import { shards } from './shards.mjs';
import { sumUp } from './sum-up.mjs';

const { values, positionals } = parseArgs({
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [wanted = ''] = positionals;
const [folder = ''] = wanted.split('/');
if (!(folder in shards) || !existsSync(path.join(root, 'src/core', wanted))) {
  console.error(`Name one of ${Object.keys(shards).join(', ')}, or a file in it: npm run mutation -- policy/islands.ts --sample 5`);
  process.exit(2);
}
const share = Number(values.sample ?? 100);
if (!(share > 0 && share <= 100) || !Number.isInteger(Number(values.seed))) {
  console.error('--sample takes a percentage above 0, --seed a whole number.');
  process.exit(2);
}
const stryker = path.join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const env = { MUTATED: wanted, MUTATION_SAMPLE: share < 100 ? String(share) : '', MUTATION_SEED: values.seed };
const report = path.join(root, 'dist/mutation', `${folder}.json`);
rmSync(report, { force: true }); // that of an earlier run
const { code } = await runNode([stryker, 'run', 'test/mutation/stryker.config.mjs'], { env, show: true });
process.exitCode = code;

if (existsSync(report)) console.log(sumUp(JSON.parse(readFileSync(report, 'utf8'))));
