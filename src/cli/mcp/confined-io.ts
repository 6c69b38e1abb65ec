import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Io } from '../io.js';

/** The machine as an agent gets it. */
export interface ConfinedFolder {
  /** Reads below the folder alone, links followed; its paths count from there. Besides it reads what whoever started the tools named, by those very paths. */
  readonly io: Io;
  /** The path from the folder for what an agent wrote; null where it leads out of it, or to a file that is closed. Throws where nothing is there. */
  locate(path: string): Promise<string | null>;
}

/**
 * Shuts reading into a folder.
 *
 * @param folder as it was named
 * @param named absolute paths of files and folders that may be read besides, with what is below them
 * @param closed absolute paths of files that are not to be read, wherever they stand
 */
export async function confineIo(machine: Io, folder: string, named: readonly string[], closed: readonly string[]): Promise<ConfinedFolder> {
  const root = await realpath(folder);
  const shut = new Set(await Promise.all(closed.map(async path => realpath(path).catch(() => path))));
  const find = async (path: string): Promise<string | null> => {
    if (isAbsolute(path) && named.some(each => isWithin(each, path))) return path;
    const real = isWithin(root, resolve(root, path)) ? await realpath(resolve(root, path)) : null;
    return real !== null && isWithin(root, real) && !shut.has(real) ? real : null;
  };
  const open = async (path: string): Promise<string> => {
    const found = await find(path);
    if (found === null) throw missing();
    return found;
  };
  const shutDoor = async (): Promise<never> => Promise.reject(missing());
  const { argv, version, terminal, now } = machine;
  const io: Io = {
    // Nothing is taken over unseen: no network, no writing, no word on the client's own channel.
    argv,
    version,
    terminal,
    workingFolder: root,
    now,
    readInput: shutDoor,
    replaceFile: shutDoor,
    createFile: shutDoor,
    isLink: shutDoor,
    request: shutDoor,
    serve: shutDoor,
    threads: null,
    writeOutput: shutDoor,
    writeError: () => undefined,
    tellProgress: () => undefined,
    watchFile: () => () => undefined,
    readFile: async (path, most) => {
      const found = await open(path);
      // A pipe would be waited for, a device has no end.
      if ((await machine.kindOf(found)) !== 'file') throw missing();
      return machine.readFile(found, most);
    },
    kindOf: async path => machine.kindOf(await open(path)),
    listEntries: async path => {
      const found = await open(path);
      return (await machine.listEntries(found)).filter(({ name }) => !shut.has(join(found, name)));
    },
    listFolder: async path => {
      const found = await open(path);
      return (await machine.listFolder(found)).filter(each => !shut.has(each)).map(each => join(path, relative(found, each)));
    },
  };
  const locate = async (path: string): Promise<string | null> => {
    const whole = resolve(root, path);
    // An agent may name a file by its whole path, also by one with links before the folder.
    const from = isWithin(root, whole) ? root : isWithin(resolve(folder), whole) ? resolve(folder) : null;
    if (from === null) return null;
    const name = relative(from, whole);
    return (await find(name)) === null ? null : name === '' ? '.' : name;
  };
  return { io, locate };
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function missing(): Error {
  return Object.assign(new Error(), { code: 'ENOENT' });
}
