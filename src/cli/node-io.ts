import { randomUUID } from 'node:crypto';
import { access, chmod, chown, constants, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Io } from './io.js';

/** The real machine. */
export function openNodeIo(argv: readonly string[], version: string): Io {
  // Whoever reads our output may stop reading (`| head`): nothing to report.
  process.stdout.on('error', () => undefined);
  return {
    argv,
    version,
    readInput: async () => buffer(process.stdin),
    readFile: async file => readFile(file),
    writeFile: replaceFile,
    writeOutput: text => void process.stdout.write(text),
    writeError: text => void process.stderr.write(text),
    now: () => Math.floor(Date.now() / 1000),
    serve,
  };
}

/** The server connects as soon as it is loaded, and ends the process when its client leaves. It is loaded only here, because nothing else needs it. */
async function serve(): Promise<void> {
  await import('../server/node.js');
  return new Promise(() => undefined);
}

/** Writes a new file beside the old one and puts it in its place, so that nobody ever reads half a file. A link is followed. */
async function replaceFile(file: string, content: Uint8Array): Promise<void> {
  const target = await realpath(file);
  const { mode, uid, gid } = await stat(target);
  // Who may write the folder could put a new file in the place of one that was meant to stay as it is.
  if ((mode & 0o222) === 0) throw Object.assign(new Error('read-only'), { code: 'EACCES' });
  await access(target, constants.W_OK);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx', mode });
    // Only the system's administrator may give a file away; where that fails, it belongs to who writes it.
    await chown(temporary, uid, gid).catch(() => undefined);
    // The mode at creation is narrowed by the process's mask, and some of it goes with the owner.
    await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
