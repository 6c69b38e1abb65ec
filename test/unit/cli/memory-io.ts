import type { Io } from '../../../src/cli/io.js';
import type { Terminal } from '../../../src/cli/terminal.js';
import { run } from '../../../src/cli/run.js';
import { quietMachine } from '../../harness/quiet-machine.js';

/** A machine in memory: its files, its standard input, its clock. */
export interface Machine {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string;
  readonly now?: number;
  /** What answers at an address; at others nobody does. */
  readonly network?: Readonly<Record<string, string | Response>>;
  readonly terminal?: Terminal;
  /** Files that are there and cannot be read. */
  readonly locked?: readonly string[];
  /** The threads of the machine; it has none where this is absent. */
  readonly threads?: (io: Io) => Io['threads'];
}

export interface Result {
  readonly code: number;
  readonly output: string;
  readonly error: string;
  /** Every file after the run. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Every address that was asked for, in order. */
  readonly requests: readonly string[];
  /** Every folder that was looked into, in order. */
  readonly listed: readonly string[];
  /** Everything that was said of how far the work has come. */
  readonly progress: readonly string[];
}

/** Runs one command in this process. */
export async function runInMemory(argv: readonly string[], machine: Machine = {}): Promise<Result> {
  const files = new Map(Object.entries(machine.files ?? {}).map(([path, content]) => [path, Buffer.from(content)]));
  const inFolder = (folder: string): string[] => [...files.keys()].filter(path => folder === '.' || path.startsWith(`${folder}/`));
  const input = [machine.input ?? ''];
  const requests: string[] = [];
  const progress: string[] = [];
  const listed: string[] = [];
  let output = '';
  let error = '';
  const io: Io = {
    argv,
    version: '1.2.3',
    workingFolder: quietMachine.workingFolder,
    terminal: machine.terminal ?? quietMachine.terminal,
    tellProgress: text => void progress.push(text),
    // It can be read once.
    readInput: async () => Promise.resolve(Buffer.from(input.splice(0).join(''))),
    readFile: async (path, most = Infinity) => {
      const content = files.get(path);
      if (machine.locked?.includes(path) === true) return Promise.reject(Object.assign(new Error('secret detail'), { code: 'EACCES' }));
      if (content !== undefined && content.length > most)
        return Promise.reject(Object.assign(new Error('secret detail'), { code: 'EFBIG' }));
      return content === undefined
        ? Promise.reject(Object.assign(new Error('secret detail'), { code: 'ENOENT' }))
        : Promise.resolve(content);
    },
    kindOf: async path => {
      if (inFolder(path).length > 0) return Promise.resolve('folder');
      return files.has(path) ? Promise.resolve('file') : Promise.reject(Object.assign(new Error('secret detail'), { code: 'ENOENT' }));
    },
    isLink: async () => Promise.resolve(false),
    listEntries: async folder => {
      listed.push(folder);
      const inside = folder === '.' ? [...files.keys()] : inFolder(folder).map(path => path.slice(folder.length + 1));
      const kinds = new Map(inside.map(path => [path.split('/')[0] ?? '', path.includes('/') ? ('folder' as const) : ('file' as const)]));
      return Promise.resolve([...kinds].map(([name, kind]) => ({ name, kind })).sort((one, other) => (one.name < other.name ? -1 : 1)));
    },
    listFolder: async path => {
      listed.push(path);
      return Promise.resolve(inFolder(path).sort());
    },
    replaceFile: async (path, content) => {
      files.set(path, Buffer.from(content));
      return Promise.resolve({ target: null, otherNames: 0 });
    },
    createFile: async (path, content) => {
      if (files.has(path)) return Promise.reject(Object.assign(new Error('secret detail'), { code: 'EEXIST' }));
      files.set(path, Buffer.from(content));
      return Promise.resolve();
    },
    request: async address => {
      requests.push(address);
      const answer = machine.network?.[address];
      if (answer === undefined) return Promise.reject(new TypeError('secret detail', { cause: { code: 'ENOTFOUND' } }));
      return Promise.resolve(typeof answer === 'string' ? new Response(answer) : answer);
    },
    writeOutput: async text => {
      output += text;
      return Promise.resolve();
    },
    writeError: text => {
      error += text;
    },
    now: () => machine.now ?? 1_798_000_000,
    watchFile: () => () => undefined,
    threads: null,
    serve: async () => Promise.resolve(),
  };
  const code = await run({ ...io, threads: machine.threads?.(io) ?? null });
  return { code, output, error, files, requests, listed, progress };
}
