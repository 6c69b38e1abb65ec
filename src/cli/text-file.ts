import { redact } from '../core/index.js';
import { CannotRun, codeOf } from './io.js';
import type { FileKind, Io, Replaced } from './io.js';

/** How a text was written to bytes. `bytes`: no UTF-8, so each byte stands for one character and nothing is lost. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'bytes';

/** A file's text, its byte order mark included, how to write it back, and the bytes as they were read. */
interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
}

/** Reads a text file. `what` names it in the message of a failure. */
export async function readTextFile(io: Io, path: string, what = 'the file'): Promise<TextFile> {
  const bytes = await readBytes(io, path, what);
  return { path, ...decodeText(bytes), bytes };
}

/** Reads bytes of a file, or of standard input where the path is `-`. */
export async function readBytes(io: Io, path: string, what: string): Promise<Uint8Array> {
  try {
    return path === '-' ? await io.readInput() : await io.readFile(path);
  } catch (error) {
    throw new CannotRun(describeFailure(error, path, what));
  }
}

function describeFailure(error: unknown, path: string, what: string): string {
  const code = codeOf(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder; name its files',
    EACCES: 'it may not be read',
    ENAMETOOLONG: 'its name is too long',
    EFBIG: 'it is larger than 64 MiB',
    ENXIO: 'it is a socket or a device that cannot be opened',
  };
  const reason = code === null ? 'the system gives no reason' : (reasons[code] ?? `the system says ${code}`);
  return path === '-' ? `Cannot read standard input: ${reason}.` : `Cannot read ${what} ${redact(path)}: ${reason}.`;
}

const kinds: Readonly<Record<Exclude<FileKind, 'file'>, string>> = {
  folder: 'a folder; name its files',
  pipe: 'a pipe',
  socket: 'a socket',
  device: 'a device',
};

/** Refuses a path that cannot be written back, before anything is read from it: a pipe or a device may have no end. */
export async function refuseUnlessFile(io: Io, path: string): Promise<void> {
  let kind: FileKind;
  try {
    kind = await io.kindOf(path);
  } catch (error) {
    throw new CannotRun(describeFailure(error, path, 'the file'));
  }
  if (kind !== 'file') throw new CannotRun(`Cannot write ${redact(path)}: it is ${kinds[kind]}. Only a file can be replaced.`);
}

/** Writes a text back to the file that it was read from, in the file's encoding, all of it or nothing. */
export async function writeTextFile(io: Io, { path, encoding, bytes }: TextFile, text: string): Promise<Replaced> {
  const content = encodeText(text, encoding);
  try {
    return await io.replaceFile(path, content, bytes);
  } catch (error) {
    throw new CannotRun(`Cannot write ${redact(path)}: ${describeObstacle(codeOf(error))}`);
  }
}

function describeObstacle(code: string | null): string {
  switch (code) {
    case 'CHANGED':
      return 'it was changed after it was read, so nothing was written. Run the command again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it is read-only. Allow writing to it and to its folder, or leave --write out and apply the diff.';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'there is no room for it. It is as it was.';
    case 'ENOENT':
      return 'it is no longer there.';
    default:
      return 'see whether its folder is there, may be written and has room.';
  }
}

/** Takes bytes for UTF-8, or UTF-16 with a byte order mark; the mark stays in the text as one unit. Any bytes have a text. */
export function decodeText(bytes: Uint8Array): Pick<TextFile, 'text' | 'encoding'> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content[0] === 0xff && content[1] === 0xfe && content.length % 2 === 0)
    return { text: content.toString('utf16le'), encoding: 'utf-16le' };
  if (content[0] === 0xfe && content[1] === 0xff && content.length % 2 === 0)
    return { text: Buffer.from(content).swap16().toString('utf16le'), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content), encoding: 'utf-8' };
  } catch {
    return { text: content.toString('latin1'), encoding: 'bytes' };
  }
}

/** The bytes of a text in an encoding. Refuses a character that the encoding has not. */
function encodeText(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'bytes':
      for (const character of text)
        if (character > '\u00ff')
          throw new CannotRun('The file is not UTF-8, and the fix needs a character that it cannot hold: save it as UTF-8 first.');
      return Buffer.from(text, 'latin1');
  }
}
