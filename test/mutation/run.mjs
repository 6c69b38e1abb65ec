// npm run mutation -- FOLDER | FOLDER/FILE.ts: how much of the core's logic is held by tests. Takes hours for a folder; see CONTRIBUTING.md.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, runNode } from '../../scripts/run-command.mjs';
import { shards } from './shards.mjs';

const [wanted = ''] = process.argv.slice(2);
const [folder = ''] = wanted.split('/');
if (!(folder in shards) || !existsSync(path.join(root, 'src/core', wanted))) {
  console.error(`Name one of ${Object.keys(shards).join(', ')}, or a file in it: npm run mutation -- policy/islands.ts`);
  process.exit(2);
}
const stryker = path.join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const { code } = await runNode([stryker, 'run', 'test/mutation/stryker.config.mjs'], { env: { MUTATED: wanted }, show: true });
process.exitCode = code;
