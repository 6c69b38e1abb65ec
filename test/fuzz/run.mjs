// npm run fuzz -- [--seconds N] [--seed S] [--target NAME]: looks for inputs that break an invariant. What it finds is written to
// test/fuzz/finds, where a test tries it again for ever. Ends with 1 where it found something.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, target: { type: 'string' } },
});
const seconds = Number(values.seconds);
const seed = Number(values.seed);
if (!(seconds > 0) || !Number.isInteger(seed)) {
  console.error('Usage: npm run fuzz -- [--seconds N] [--seed S] [--target NAME]');
  process.exit(2);
}

const outfile = path.join(root, 'node_modules', '.cache', 'apim-token-doctor', `fuzz-${process.pid}.mjs`);
await build({
  entryPoints: [path.join(import.meta.dirname, 'worker.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  outfile,
  logLevel: 'warning',
});

/** No input is longer than this with the name of its target. */
const longest = 16_384;
/** An input that takes longer hangs: the slowest ones take a hundredth of it. In seconds of the processor, and of the clock. */
const hangSeconds = 30;
const waitSeconds = 600;
const counts = new Int32Array(new SharedArrayBuffer(8));
const text = new Uint16Array(new SharedArrayBuffer(2 * longest));
const worker = new Worker(outfile, { workerData: { seed, root, target: values.target ?? null, seconds, counts, text } });
let finds = 0;

/** Writes a find where the test looks for it. */
function keep({ target, input, what }) {
  finds++;
  const name = createHash('sha256').update(`${target}\n${input}`).digest('hex').slice(0, 12);
  const folder = path.join(import.meta.dirname, 'finds', target);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.json`), `${JSON.stringify({ what, input }, null, 2)}\n`);
  console.log(`FOUND ${target}: ${what}\n  test/fuzz/finds/${target}/${name}.json`);
}

/** The input that the worker is at. */
function present() {
  const [target = '', ...lines] = String.fromCharCode(...text.subarray(0, counts[1])).split('\n');
  return { target, input: lines.join('\n') };
}

// On a busy machine nothing is quick: an input hangs when it has used up the processor's time, or waits for what never comes.
let newest = { count: 0, usage: process.cpuUsage(), began: Date.now() };
const watch = setInterval(() => {
  const count = counts[0];
  if (count !== newest.count) newest = { count, usage: process.cpuUsage(), began: Date.now() };
  const { user, system } = process.cpuUsage(newest.usage);
  const isStuck = (user + system) / 1e6 > hangSeconds || Date.now() - newest.began > waitSeconds * 1000;
  if (count === 0 || !isStuck) return;
  keep({ ...present(), what: `it does not end within ${hangSeconds} s of the processor, or ${waitSeconds} s of waiting` });
  console.log(`${String(count).padStart(12)} executions with seed ${seed} until then`);
  process.exit(1);
}, 5000);

worker.on('message', ({ find, executions }) => {
  if (find !== undefined) keep(find);
  if (executions === undefined) return;
  const sum = Object.values(executions).reduce((total, count) => total + count, 0);
  for (const [name, count] of Object.entries(executions)) console.log(`${String(count).padStart(12)} ${name}`);
  console.log(`${String(sum).padStart(12)} executions with seed ${seed}, ${finds} finds`);
});
worker.on('error', error => {
  console.error(error);
  finds++;
});
worker.on('exit', () => {
  clearInterval(watch);
  process.exitCode = finds > 0 ? 1 : 0;
});
