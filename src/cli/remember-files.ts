import type { Io } from './io.js';

/** Files whose bytes are kept together: a folder has more of what nobody asks for twice. */
const mostKept = 64 * 1024 * 1024;

/** The same machine, which reads no file twice: a policy is asked for as one of the scopes, for its values, and by itself. */
export function rememberFiles(io: Io): Io {
  const kept = new Map<string, Uint8Array>();
  let left = mostKept;
  let input: Promise<Uint8Array> | null = null;
  return {
    ...io,
    readInput: () => (input ??= io.readInput()),
    readFile: async (path, most) => {
      const known = kept.get(path);
      // The next reader's limit may be a narrower one.
      if (known !== undefined && known.byteLength <= (most ?? Infinity)) return known;
      const bytes = await io.readFile(path, most);
      // A pipe gives its bytes once, but to one reader.
      if (bytes.byteLength <= left) {
        left -= bytes.byteLength;
        kept.set(path, bytes);
      }
      return bytes;
    },
  };
}
