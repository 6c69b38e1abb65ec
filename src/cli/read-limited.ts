import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { mostBytes } from './io.js';

/** How much (bytes) is read at once of what does not say how long it is. */
const usualPiece = 1 << 16;

/**
 * Everything in a file, a pipe or a device, up to the limit. Rejects beyond it with the code EFBIG, and with Node's own errors. A regular file is read at
 * once, with nothing done meanwhile: for each of thousands, handing it to Node's threads and waiting for them takes many times as long as reading it.
 */
export async function readFileLimited(path: string, most = mostBytes): Promise<Uint8Array> {
  if (statSync(path).isFile()) return readRegularFile(path, most);
  const file = await open(path);
  try {
    const pieces = new Pieces(most);
    // A stream is at its end before a folder's error shows; reading a piece says EISDIR.
    for (;;) {
      const piece = new Uint8Array(usualPiece);
      const { bytesRead } = await file.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return pieces.join();
      pieces.add(piece.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** Everything on a stream, up to the limit. */
export async function readStreamLimited(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const pieces = new Pieces(mostBytes);
  for await (const piece of stream) pieces.add(piece instanceof Uint8Array ? piece : Buffer.from(String(piece)));
  return pieces.join();
}

function readRegularFile(path: string, most: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const pieces = new Pieces(most);
    const { size } = fstatSync(file);
    if (size > most) throw tooLong();
    // One byte more than it says, so that its end shows. What the system makes up on the spot says that it has none.
    for (let room = new Uint8Array(size === 0 ? usualPiece : size + 1); ;) {
      const bytesRead = readSync(file, room, 0, room.length, null);
      if (bytesRead === 0) return pieces.join();
      pieces.add(room.subarray(0, bytesRead));
      room = bytesRead < room.length ? room.subarray(bytesRead) : new Uint8Array(usualPiece);
    }
  } finally {
    closeSync(file);
  }
}

/** What was read so far. */
class Pieces {
  readonly #pieces: Uint8Array[] = [];
  readonly #most: number;
  #length = 0;

  /** `most`: so many bytes are taken. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Throws with the code EFBIG where it is too much. */
  add(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.#most) throw tooLong();
    this.#pieces.push(piece);
  }

  join(): Uint8Array {
    const [first = new Uint8Array(0), ...others] = this.#pieces;
    return others.length === 0 ? first : Buffer.concat(this.#pieces);
  }
}

function tooLong(): Error {
  return Object.assign(new Error(), { code: 'EFBIG' });
}
