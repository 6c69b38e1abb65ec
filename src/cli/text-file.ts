import { redact } from '../core/index.js';
import { CannotRun } from './io.js';
import type { Io } from './io.js';

/** How a text was written to bytes. `bytes`: no UTF-8, so each byte stands for one character and nothing is lost. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'bytes';

/** A file's text, its byte order mark included, and how to write it back. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
}

/** Reads a text file. `what` names it in the message of a failure. */
export async function readTextFile(io: Io, path: string, what = 'the file'): Promise<TextFile> {
  return { path, ...decodeText(await readBytes(io, path, what)) };
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
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder; name its files',
    EACCES: 'it may not be read',
    ENAMETOOLONG: 'its name is too long',
  };
  const reason = typeof code === 'string' ? (reasons[code] ?? `the system says ${code}`) : 'the system gives no reason';
  return `Cannot read ${what} ${redact(path)}: ${reason}.`;
}

/** Writes a text file back in its own encoding, all of it or nothing. */
export async function writeTextFile(io: Io, { path, text, encoding }: TextFile): Promise<void> {
  const content = encodeText(text, encoding);
  try {
    await io.writeFile(path, content);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const isReadOnly = typeof code === 'string' && ['EACCES', 'EPERM', 'EROFS'].includes(code);
    throw new CannotRun(
      isReadOnly
        ? `Cannot write ${redact(path)}: it is read-only. Allow writing to it and to its folder, or leave --write out and apply the diff.`
        : `Cannot write ${redact(path)}: see whether its folder is there, may be written and has room.`,
    );
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
export function encodeText(text: string, encoding: Encoding): Uint8Array {
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
