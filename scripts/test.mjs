// npm test: installs, builds and runs everything, on a machine that has only Node. `npm test -- SUITE…` runs some suites.
// npm run test:long (`--long`): the suites that try random cases, or samples, with so many times more of them (test/harness/runs.ts).
// The last line says `N passed, M failed`, over all suites.
import { build } from './build.mjs';
import { installPackages } from './install-packages.mjs';
import { installEditor, suites } from './suites.mjs';

const long = process.argv.includes('--long');
if (long) process.env.TEST_RUNS ??= '20';
const wanted = process.argv.slice(2).filter(name => name !== '--long');
const unknown = wanted.filter(name => !suites.some(suite => suite.name === name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${suites.map(suite => suite.name).join(', ')}.`);
  process.exit(2);
}
const chosen = suites.filter(suite => (wanted.length === 0 ? !long || suite.long : wanted.includes(suite.name)));
const sum = { passed: 0, failed: 0, flaky: 0, skipped: 0 };

/** Such as `8 passed, 0 failed`, with what was skipped or flaky where something was. */
const write = ({ passed, failed, flaky = 0, skipped }) =>
  [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : []), ...(flaky > 0 ? [`${flaky} flaky`] : [])].join(
    ', ',
  );

/** Adds one suite's result to the sum and shows it. */
function count(name, { report, ...counts }, seconds) {
  for (const key of Object.keys(sum)) sum[key] += counts[key] ?? 0;
  if (report) console.log(report.trimEnd());
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${name}: ${write(counts)} (${Math.round(seconds)} s)`);
}

/** What an error makes of a suite. */
const failure = error => ({ passed: 0, failed: 1, skipped: 0, report: String(error.message) });

/** Runs one suite; what it throws is one failure. */
async function runSuite({ name, run }) {
  const started = performance.now();
  const result = await run().catch(failure);
  count(name, result, (performance.now() - started) / 1000);
}

/** Runs suites from one queue, `width` at a time. */
async function runAll(queue, width) {
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await runSuite(next);
  };
  await Promise.all(Array.from({ length: width }, lane));
}

/** Installs, builds, and runs what was chosen. */
async function runChosen() {
  try {
    await installPackages();
  } catch (error) {
    count('install', failure(error), 0);
    return;
  }
  // It takes a minute, mostly of waiting; meanwhile the other suites run.
  if (chosen.some(suite => suite.editor)) void installEditor();
  const built = await build().then(
    () => true,
    error => void count('build', failure(error), 0),
  );
  const inLane = lane => chosen.filter(suite => suite.lane === lane);
  await Promise.all([runAll(inLane('compute'), 2), built && runAll(inLane('wait'), 2)]);
  if (built) await runAll(inLane('follow'), 1);
}

await runChosen();
console.log(write(sum));
process.exitCode = sum.failed > 0 ? 1 : 0;
