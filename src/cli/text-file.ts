import { isUtf8 } from 'node:buffer';
import { redact } from '../core/index.js';
import { CannotRun, codeOf } from './io.js';
import type { Io, Replaced } from './io.js';
import type { Purpose } from './sentences/english/file-errors.js';

/** How a text was written to bytes. `bytes`: no UTF-8, so each byte stands for one character and nothing is lost. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'bytes';

/** A file's text, its byte order mark included, how to write it back, and the bytes as they were read. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
}

/** Reads a policy document. */
export async function readTextFile(io: Io, path: string): Promise<TextFile> {
  const bytes = await readBytes(io, path, 'policy');
  return { path, ...decodeText(bytes), bytes };
}

/** Reads bytes of a file, or of standard input where the path is `-`. */
export async function readBytes(io: Io, path: string, purpose: Purpose): Promise<Uint8Array> {
  try {
    return path === '-' ? await io.readInput() : await io.readFile(path);
  } catch (error) {
    throw cannotRead(codeOf(error), path, purpose);
  }
}

/** Says that something could not be read. `code`: that of the error; null where it has none. */
export function cannotRead(code: string | null, path: string, purpose: Purpose): CannotRun {
  return new CannotRun(words => words.cannotRead({ purpose, path: path === '-' ? null : redact(path), code }));
}

/** Refuses a path that cannot be written back, before anything is read from it: a pipe or a device may have no end. */
export async function refuseUnlessFile(io: Io, path: string): Promise<void> {
  let kind;
  try {
    kind = await io.kindOf(path);
  } catch (error) {
    throw cannotRead(codeOf(error), path, 'policy');
  }
  if (kind === 'file') return;
  const other = kind;
  throw new CannotRun(words => words.notAFile({ path: redact(path), kind: other }));
}

/** Writes a text back to the file that it was read from, in the file's encoding, all of it or nothing. */
export async function writeTextFile(io: Io, { path, encoding, bytes }: TextFile, text: string): Promise<Replaced> {
  const content = encodeText(text, encoding);
  try {
    return await io.replaceFile(path, content, bytes);
  } catch (error) {
    throw new CannotRun(words => words.cannotWrite({ path: redact(path), code: codeOf(error) }));
  }
}

/** Takes bytes for UTF-8, or UTF-16 with a byte order mark; the mark stays in the text as one unit. Any bytes have a text. */
export function decodeText(bytes: Uint8Array): Pick<TextFile, 'text' | 'encoding'> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content[0] === 0xff && content[1] === 0xfe && content.length % 2 === 0)
    return { text: content.toString('utf16le'), encoding: 'utf-16le' };
  if (content[0] === 0xfe && content[1] === 0xff && content.length % 2 === 0)
    return { text: Buffer.from(content).swap16().toString('utf16le'), encoding: 'utf-16be' };
  return isUtf8(content) ? { text: content.toString('utf8'), encoding: 'utf-8' } : { text: content.toString('latin1'), encoding: 'bytes' };
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
      for (const character of text) if (character > '\u00ff') throw new CannotRun(words => words.notEncodable());
      return Buffer.from(text, 'latin1');
  }
}
