import type { Io } from './io.js';

/** Files whose bytes are kept together: a folder has more of what nobody asks for twice. */
const mostKept = 64 * 1024 * 1024;

/** A machine that keeps what was read. */
export interface RememberingIo extends Io {
  /** Reads a file for the last time: it is kept no longer. */
  readonly takeFile: Io['readFile'];
}

/** The same machine, which reads no file twice: a policy is asked for as one of the scopes, for its values, and by itself. */
export function rememberFiles(io: Io): RememberingIo {
  const kept = new Map<string, Uint8Array>();
  let left = mostKept;
  let input: Promise<Uint8Array> | null = null;
  /** Null where it is not kept, and where the next reader's limit is a narrower one. */
  const recall = (path: string, most = Infinity): Uint8Array | null => {
    const known = kept.get(path);
    return known !== undefined && known.byteLength <= most ? known : null;
  };
  return {
    ...io,
    readInput: () => (input ??= io.readInput()),
    readFile: async (path, most) => {
      const known = recall(path, most);
      if (known !== null) return known;
      const bytes = await io.readFile(path, most);
      // A pipe gives its bytes once, but to one reader.
      if (bytes.byteLength <= left) {
        left -= bytes.byteLength;
        kept.set(path, bytes);
      }
      return bytes;
    },
    takeFile: async (path, most) => {
      const known = recall(path, most);
      if (known === null) return io.readFile(path, most);
      left += known.byteLength;
      kept.delete(path);
      return known;
    },
  };
}
