import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CheckShare, DoneShare } from './check-share.js';
import type { Threads } from './io.js';

/** Each thread takes some 30 MiB: more than so many are not started, however many cores there are. */
const mostThreads = 8;

/**
 * So many policies are worth a thread more: it loads the program once more and runs it until the engine has made it fast. As measured on two idle cores,
 * a second thread costs a tenth more time over a thousand policies, a twentieth over four thousand, and nothing over eight thousand.
 */
const filesForStart = 4000;

/** The threads of this machine. */
export const nodeThreads: Threads = {
  most: Math.min(availableParallelism(), mostThreads) - 1,
  worth: filesForStart,
  check: async share => {
    // Most runs need none.
    const { Worker } = await import('node:worker_threads');
    // A bundle beside the one that this stands in.
    const worker = new Worker(join(__dirname, 'check-thread.cjs'), { workerData: share });
    return new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('ended')));
    });
  },
};

/** In such a thread: does the share that it was started with. */
export async function answerStarter(work: (share: CheckShare) => Promise<DoneShare>): Promise<void> {
  const { parentPort, workerData } = await import('node:worker_threads');
  parentPort?.postMessage(await work(workerData as CheckShare));
}
