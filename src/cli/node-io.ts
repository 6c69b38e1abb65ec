import { lstat, stat } from 'node:fs/promises';
import { CannotRun, codeOf } from './io.js';
import type { FileKind, Io } from './io.js';
import { listEntries, listFolder } from './list-folder.js';
import { readFileLimited, readStreamLimited } from './read-limited.js';
import { nodeThreads } from './node-threads.js';
import { createFile, replaceFile } from './replace-file.js';
import { send } from './send.js';
import { TextDesk } from './serve/text-desk.js';
import { WorkspaceDisk } from './serve/workspace-disk.js';
import { Progress, readTerminal } from './terminal.js';

/** The real machine. */
export function openNodeIo(argv: readonly string[], version: string): Io {
  // Each write tells its own failure; without a listener the process would end with Node's words. On standard error nobody is left to be told.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  const progress = new Progress(process.stderr, () => performance.now());
  return {
    argv,
    version,
    workingFolder: process.cwd(),
    terminal: readTerminal(process.stdout, process.env),
    readInput: async () => readStreamLimited(process.stdin),
    readFile: readFileLimited,
    kindOf,
    isLink: async path => (await lstat(path)).isSymbolicLink(),
    listFolder,
    listEntries,
    // What is not called is not loaded.
    replaceFile: async (...file) => replaceFile(...file),
    createFile: async (...file) => createFile(...file),
    writeOutput: text => {
      progress.clear();
      return writeOutput(text);
    },
    writeError: text => {
      progress.clear();
      process.stderr.write(text);
    },
    tellProgress: text => progress.tell(text),
    request: async (...asked) => send(...asked),
    now: () => Math.floor(Date.now() / 1000),
    watchFile: watchPath,
    threads: nodeThreads,
    serve: host => serve(version, host),
  };
}

async function writeOutput(text: string): Promise<void> {
  const error = await new Promise<Error | null | undefined>(resolve => process.stdout.write(text, resolve));
  // Whoever reads our output may stop reading (`| head`): nothing to report. A stream that ended so says so from then on.
  if (error === null || error === undefined || ['EPIPE', 'ERR_STREAM_DESTROYED'].includes(codeOf(error) ?? '')) return;
  throw new CannotRun(words => words.cannotWriteOutput({ code: codeOf(error) }));
}

async function kindOf(path: string): Promise<FileKind> {
  const found = await stat(path);
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'pipe';
  return found.isSocket() ? 'socket' : 'device';
}

/** How often a watched file is looked at (milliseconds): that also works for files that are not there yet, and on disks of other machines. */
const interval = 500;

/** The first look always calls back: the file may have changed since it was read. */
function watchPath(path: string, changed: () => void): () => void {
  let before = '';
  const look = async (): Promise<void> => {
    const now = await stat(path).then(
      ({ ino, size, mtimeMs, ctimeMs }) => [ino, size, mtimeMs, ctimeMs].join(),
      () => 'gone',
    );
    if (now !== before) changed();
    before = now;
  };
  const timer = setInterval(() => void look(), interval);
  timer.unref();
  return () => clearInterval(timer);
}

/** The server ends the process when its client leaves. It is loaded only here, because nothing else needs it. */
async function serve(version: string, host: Parameters<Io['serve']>[0]): Promise<void> {
  const { serveStdio } = await import('../server/stdio/node.js');
  serveStdio({ ...host, version, desk: new TextDesk(), disk: new WorkspaceDisk(() => performance.now()) });
  return new Promise(() => undefined);
}
