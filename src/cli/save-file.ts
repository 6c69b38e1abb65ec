import { redact } from '../core/index.js';
import { CannotRun, codeOf } from './io.js';
import type { Io } from './io.js';
import { parentOf } from './path-names.js';
import { readBytes } from './text-file.js';

/**
 * What stands in a file that is to be written; null where there is none. Refuses one that is there unless it may be overwritten, before any work is
 * done, and a link: it may come with the repository that is checked, and lead anywhere.
 */
export async function readForWriting(io: Io, path: string, mayOverwrite: boolean): Promise<Uint8Array | null> {
  if (await io.isLink(path).catch(() => false)) throw new CannotRun(words => words.notAFile({ path: redact(path), kind: 'link' }));
  const kind = await io.kindOf(path).catch(() => null);
  if (kind === null) {
    const folder = parentOf(path) ?? '';
    const around = folder === '' ? 'folder' : await io.kindOf(folder).catch(() => null);
    if (around !== 'folder') throw new CannotRun(words => words.folderMissing({ path: redact(path), folder: redact(folder) }));
    return null;
  }
  if (kind !== 'file') throw new CannotRun(words => words.notAFile({ path: redact(path), kind }));
  if (!mayOverwrite) throw new CannotRun(words => words.fileIsThere({ path: redact(path) }));
  return readBytes(io, path, 'metadata');
}

/** Writes a file, all of it or nothing: a new one where `before` is null, else in the place of what still holds that. */
export async function saveFile(io: Io, path: string, text: string, before: Uint8Array | null): Promise<void> {
  const content = Buffer.from(text);
  try {
    if (before === null) await io.createFile(path, content);
    else await io.replaceFile(path, content, before);
  } catch (error) {
    throw new CannotRun(words => words.cannotWrite({ path: redact(path), code: codeOf(error) }));
  }
}
