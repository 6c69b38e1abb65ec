import type { Facts } from '../core/index.js';
import { checkFile, type Wanted } from './check-file.js';
import { codeOf } from './io.js';
import type { NamedFile } from './list-files.js';
import type { RememberingIo } from './remember-files.js';
import type { CheckedDocument } from './report.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { tellDocuments, type Tellers } from './tell-documents.js';
import { decodeText } from './text-file.js';

/** What files are checked on. */
export interface Grounds extends Wanted {
  readonly facts: Facts;
  readonly tellers: Tellers;
}

/** What is kept of a file that was checked: plain data. */
export interface CheckedFile {
  readonly documents: readonly CheckedDocument[];
  /** Why it could not be read: the code of the error, null where that has none. Absent where it was read. */
  readonly unread?: string | null;
}

/** A file and its number in the report. */
export interface FileInOrder {
  readonly file: NamedFile;
  readonly place: number;
}

/** The files that are still to be checked, for several who take one after the other. */
export interface FileQueue {
  readonly files: readonly FileInOrder[];
  /** The number of the next one that nobody has taken; in memory that threads share, where there are any. */
  readonly next: Int32Array;
}

/** Takes files from the queue until there are none, and checks each. `tell`: before each, how many were taken before it. */
export async function checkQueued(
  io: RememberingIo,
  { files, next }: FileQueue,
  grounds: Grounds,
  words: CliCatalogue,
  tell: (done: number) => void = () => undefined,
): Promise<(readonly [place: number, CheckedFile])[]> {
  const checked: [number, CheckedFile][] = [];
  for (;;) {
    const taken = Atomics.add(next, 0, 1);
    const each = files[taken];
    if (each === undefined) return checked;
    tell(taken);
    checked.push([each.place, await readAndCheck(io, each.file, grounds, words)]);
  }
}

async function readAndCheck(io: RememberingIo, file: NamedFile, grounds: Grounds, words: CliCatalogue): Promise<CheckedFile> {
  let bytes: Uint8Array;
  try {
    // Nobody asks for it after that.
    bytes = await (file.path === '-' ? io.readInput() : io.takeFile(file.path));
  } catch (error) {
    return { documents: [], unread: codeOf(error) };
  }
  const { 'stdin-filename': inputName, 'no-error-on-unmatched': mayMiss } = grounds.options.args.options;
  const path = file.path === '-' ? (inputName ?? file.path) : file.path;
  const { text } = decodeText(bytes);
  const reports = await checkFile({ ...file, path, isFound: file.isFound || mayMiss }, text, grounds.facts, grounds);
  return { documents: tellDocuments(reports, grounds.tellers, words) };
}
