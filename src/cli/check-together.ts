import { checkQueued, type CheckedFile, type FileInOrder, type Grounds } from './check-files.js';
import type { CheckShare, DoneShare } from './check-share.js';
import type { ConfigTally } from './config-report.js';
import type { NamedFile } from './list-files.js';
import { forgetRecording } from './recorded-io.js';
import type { RememberingIo } from './remember-files.js';
import type { CliCatalogue } from './sentences/catalogue.js';

/** What threads that help get, beside the files. */
type ForThreads = Omit<CheckShare, 'queue'>;

/**
 * Checks files, in several threads where there are enough of them; gives what is kept of each, in their order. The answers and their order do not depend on who
 * checks which file: what a thread took that could not start, or ended early, is checked here. Rejects where something was not foreseen.
 */
export async function checkTogether(
  io: RememberingIo,
  files: readonly NamedFile[],
  grounds: Grounds & { readonly tally: ConfigTally },
  forThreads: ForThreads,
  words: CliCatalogue,
): Promise<CheckedFile[]> {
  const placed = files.map((file, place): FileInOrder => ({ file, place }));
  // What was named may be a pipe, which gives its bytes once, and to this thread.
  const [own, found] = [placed.filter(({ file }) => !file.isFound), placed.filter(({ file }) => file.isFound)];
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const queue = { files: found, next };
  const started = startThreads(io, { ...forThreads, queue });
  const tell = (done: number): void => io.tellProgress(words.checkingFiles({ done, total: files.length }));
  try {
    const checked = [
      ...(await checkQueued(io, { files: own, next: new Int32Array(1) }, grounds, words, tell)),
      ...(await checkQueued(io, queue, grounds, words, done => tell(own.length + done))),
    ];
    for (const share of await started) {
      for (const each of share.checked) checked.push(each);
      grounds.tally.join(share.tallied);
    }
    const done = new Set(checked.map(([place]) => place));
    const left = { files: placed.filter(({ place }) => !done.has(place)), next: new Int32Array(1) };
    for (const each of await checkQueued(io, left, grounds, words)) checked.push(each);
    return checked.sort(([one], [other]) => one - other).map(([, file]) => file);
  } finally {
    // Where it went wrong here, nobody goes on.
    Atomics.store(next, 0, found.length);
    await started;
  }
}

/** What each thread did that came to its end. Never rejects: a machine may have no room for one more, in memory or among its processes. */
async function startThreads({ threads }: RememberingIo, share: CheckShare): Promise<DoneShare[]> {
  const count = threads === null ? 0 : Math.min(threads.most, Math.floor(share.queue.files.length / threads.worth));
  if (threads === null || count === 0) {
    forgetRecording(share.recording);
    return [];
  }
  const ended = await Promise.allSettled(Array.from({ length: count }, async () => threads.check(share)));
  return ended.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
}
