// The thread that fuzzes. The other one (run.mjs) watches it: an input that never ends cannot end itself.
import { parentPort, workerData } from 'node:worker_threads';
import { fuzz } from './fuzz.js';

interface WorkerData {
  readonly seed: number;
  readonly root: string;
  readonly target: string | null;
  readonly seconds: number;
  /** How often an input was begun, and how long the newest is. */
  readonly counts: Int32Array;
  readonly text: Uint16Array;
}

const { seed, root, target, seconds, counts, text } = workerData as WorkerData;
const end = Date.now() + seconds * 1000;

const executions = await fuzz({
  seed,
  root,
  target,
  goOn: () => Date.now() < end,
  begin: (name, input) => {
    const whole = `${name}\n${input}`.slice(0, text.length);
    for (let i = 0; i < whole.length; i++) text[i] = whole.charCodeAt(i);
    counts[1] = whole.length;
    counts[0] = (counts[0] ?? 0) + 1;
  },
  found: find => parentPort?.postMessage({ find }),
});
parentPort?.postMessage({ executions });
process.exit(0);
