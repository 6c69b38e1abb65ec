import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
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
import { codeOf } from './io.js';
import type { Replaced } from './io.js';

/**
 * Writes a new file beside the old one and puts it in its place, so that nobody ever reads half a file. A symbolic link is followed. Other names of
 * the file (hard links) keep the old content: writing it in place would leave half a file where the disk is full or the process ends.
 */
export async function replaceFile(file: string, content: Uint8Array, before: Uint8Array): Promise<Replaced> {
  return holdSignals(() => replaceAtOnce(file, content, before));
}

/** Writes a new file under a name of its own and gives it the wanted name only when all of it is there. A file of that name stays as it is. */
export async function createFile(file: string, content: Uint8Array): Promise<void> {
  return holdSignals(() => createAtOnce(file, content));
}

function createAtOnce(file: string, content: Uint8Array): void {
  const temporary = nameTemporary(file);
  try {
    writeNew(temporary, content);
    try {
      linkSync(temporary, file);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') throw error;
      // Some file systems know no links.
      copyFileSync(temporary, file, constants.COPYFILE_EXCL);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

function nameTemporary(file: string): string {
  return path.join(path.dirname(file), `.apim-token-doctor.${randomUUID()}.tmp`);
}

function replaceAtOnce(file: string, content: Uint8Array, before: Uint8Array): Replaced {
  const target = realpathSync(file);
  const { mode, uid, gid, nlink } = statSync(target);
  // Who may write the folder could put a new file in the place of one that was meant to stay as it is.
  if ((mode & 0o222) === 0) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
  accessSync(target, constants.W_OK);
  const temporary = nameTemporary(target);
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

/** Whose a file is, and who may do what with it. */
interface Owner {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** `owner`: as the old file has it; absent for one as the system makes it. */
function writeNew(file: string, content: Uint8Array, owner?: Owner): void {
  const descriptor = openSync(file, 'wx', owner?.mode);
  try {
    writeFileSync(descriptor, content);
    if (owner !== undefined) keepOwner(descriptor, owner);
    // Some file systems tell only now that there is no room.
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function keepOwner(descriptor: number, { mode, uid, gid }: Owner): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only the system's administrator may give a file away; where that fails, it belongs to who writes it.
  }
  // The mode at creation is narrowed by the process's mask, and some of it goes with the owner.
  fchmodSync(descriptor, mode);
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
