// npm run test:rule CODE: the tests of one rule.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { testsOfRule } from './affected-tests.mjs';
import { root, runNode } from './run-command.mjs';

const [rule] = process.argv.slice(2);
if (rule === undefined || !existsSync(path.join(root, 'src/core/rules', `${rule}.ts`))) {
  console.error('Usage: npm run test:rule CODE, where src/core/rules/CODE.ts is the rule.');
  process.exit(2);
}
const { code } = await runNode([path.join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...testsOfRule(rule)], { show: true });
process.exitCode = code;
