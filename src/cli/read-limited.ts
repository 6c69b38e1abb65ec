import { open } from 'node:fs/promises';
import { mostBytes } from './io.js';

/** Everything in a file, a pipe or a device, up to the limit. Rejects beyond it with the code EFBIG, and with Node's own errors. */
export async function readFileLimited(path: string, most = mostBytes): Promise<Uint8Array> {
  const file = await open(path);
  try {
    // A stream is at its end before a folder's error shows; reading a piece says EISDIR.
    return await collect(
      readPieces(async piece => (await file.read(piece, 0, piece.length, null)).bytesRead),
      most,
    );
  } finally {
    await file.close();
  }
}

/** Everything on a stream, up to the limit. */
export async function readStreamLimited(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  return collect(stream, mostBytes);
}

async function* readPieces(read: (piece: Uint8Array) => Promise<number>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = new Uint8Array(1 << 16);
    const length = await read(piece);
    if (length === 0) return;
    yield piece.subarray(0, length);
  }
}

async function collect(pieces: AsyncIterable<unknown>, most: number): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    const bytes = piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
    length += bytes.length;
    if (length > most) throw Object.assign(new Error(), { code: 'EFBIG' });
    all.push(bytes);
  }
  return Buffer.concat(all);
}
