import path from 'node:path';
import { redact } from '../core/index.js';
import { CannotRun, codeOf } from './io.js';
import type { Io } from './io.js';
import { parentOf } from './path-names.js';
import { readBytes } from './text-file.js';

/**
 * What stands in a file that is to be written; null where there is none. Refuses one that is there unless it may be overwritten, before any work is
 * done, and a link, also one on the way to it: it may come with the repository that is checked, and lead anywhere.
 */
export async function readForWriting(io: Io, file: string, mayOverwrite: boolean): Promise<Uint8Array | null> {
  if (await io.isLink(file).catch(() => false)) throw new CannotRun(words => words.notAFile({ path: redact(file), kind: 'link' }));
  for (const folder of listFoldersBefore(file, io.workingFolder))
    if (await io.isLink(folder).catch(() => false))
      throw new CannotRun(words => words.folderIsLink({ path: redact(file), folder: redact(folder) }));
  const kind = await io.kindOf(file).catch(() => null);
  if (kind === null) {
    const folder = parentOf(file) ?? '';
    const around = folder === '' ? 'folder' : await io.kindOf(folder).catch(() => null);
    if (around !== 'folder') throw new CannotRun(words => words.folderMissing({ path: redact(file), folder: redact(folder) }));
    return null;
  }
  if (kind !== 'file') throw new CannotRun(words => words.notAFile({ path: redact(file), kind }));
  if (!mayOverwrite) throw new CannotRun(words => words.fileIsThere({ path: redact(file) }));
  return readBytes(io, file, 'metadata');
}

/** Writes a file, all of it or nothing: a new one where `before` is null, else in the place of what still holds that. */
export async function saveFile(io: Io, file: string, text: string, before: Uint8Array | null): Promise<void> {
  const content = Buffer.from(text);
  try {
    if (before === null) await io.createFile(file, content);
    else await io.replaceFile(file, content, before);
  } catch (error) {
    throw new CannotRun(words => words.cannotWrite({ path: redact(file), code: codeOf(error) }));
  }
}

/** The folders on the way to a file that whoever names it may not know: those that are written out, of a whole path those below the working folder. */
function listFoldersBefore(file: string, workingFolder: string): string[] {
  const folders: string[] = [];
  for (let at = parentOf(file); at !== null && at !== ''; at = parentOf(at)) {
    const isBelow = path.resolve(at).startsWith(path.join(workingFolder, path.sep));
    if (!path.isAbsolute(at) || isBelow) folders.unshift(at);
  }
  return folders;
}
