import type { Io } from '../io.js';

/**
 * The same machine without pipes, sockets and devices, which a server would wait for without end: only a file can be read again when it has changed.
 * They are refused with the code ENXIO.
 */
export function onlyFiles(io: Io): Io {
  return {
    ...io,
    readFile: async (path, most) => {
      const kind = await io.kindOf(path);
      if (kind !== 'file' && kind !== 'folder') throw Object.assign(new Error(), { code: 'ENXIO' });
      return io.readFile(path, most);
    },
  };
}
