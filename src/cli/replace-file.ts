import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Replaced } from './io.js';

/**
 * Writes a new file beside the old one and puts it in its place, so that nobody ever reads half a file. A symbolic link is followed. Other names of
 * the file (hard links) keep the old content: writing it in place would leave half a file where the disk is full or the process ends.
 */
export async function replaceFile(file: string, content: Uint8Array, before: Uint8Array): Promise<Replaced> {
  return holdSignals(() => replaceAtOnce(file, content, before));
}

function replaceAtOnce(file: string, content: Uint8Array, before: Uint8Array): Replaced {
  const target = realpathSync(file);
  const { mode, uid, gid, nlink } = statSync(target);
  // Who may write the folder could put a new file in the place of one that was meant to stay as it is.
  if ((mode & 0o222) === 0) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
  accessSync(target, constants.W_OK);
  const temporary = path.join(path.dirname(target), `.apim-token-doctor.${randomUUID()}.tmp`);
  try {
    writeNew(temporary, content, { mode, uid, gid });
    // As late as can be: who saves between this and the next line is the only one who loses.
    if (!stillHolds(target, before)) throw Object.assign(new Error('changed'), { code: 'CHANGED' });
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return { target: lstatSync(file).isSymbolicLink() ? target : null, otherNames: nlink - 1 };
}

function writeNew(
  file: string,
  content: Uint8Array,
  { mode, uid, gid }: { readonly mode: number; readonly uid: number; readonly gid: number },
): void {
  const descriptor = openSync(file, 'wx', mode);
  try {
    writeFileSync(descriptor, content);
    try {
      fchownSync(descriptor, uid, gid);
    } catch {
      // Only the system's administrator may give a file away; where that fails, it belongs to who writes it.
    }
    // The mode at creation is narrowed by the process's mask, and some of it goes with the owner.
    fchmodSync(descriptor, mode);
    // Some file systems tell only now that there is no room.
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function stillHolds(file: string, content: Uint8Array): boolean {
  const found = statSync(file);
  return found.isFile() && found.size === content.length && readFileSync(file).equals(content);
}

const deadly = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Lets signals that end the process wait until the work is done, so that it leaves nothing half done behind; then they end it. The work is one
 * synchronous step: nothing else can run in its middle.
 */
async function holdSignals<Result>(work: () => Result): Promise<Result> {
  const came: NodeJS.Signals[] = [];
  const hold = (signal: NodeJS.Signals): void => void came.push(signal);
  for (const signal of deadly) process.on(signal, hold);
  try {
    return work();
  } finally {
    // A signal that came meanwhile is heard in the next whole turn of the event loop; a listener that is gone by then would have lost it.
    await nextTurn();
    await nextTurn();
    for (const signal of deadly) process.off(signal, hold);
    for (const signal of came) process.kill(process.pid, signal);
  }
}
