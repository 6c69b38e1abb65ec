import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderEntry } from './io.js';

/** More files than this are no folder of policies: somebody named the root of a disk. */
const mostFiles = 50_000;

/** Folders that hold what others made, or nothing to be read. */
export const passedOver = /^(?:\..+|node_modules)$/;

/**
 * The files of a folder and of those in it, in the order of their names; links are not followed, so that it has an end. Rejects where the
 * folder cannot be read, and with the code EFBIG where it holds more than 50,000 files.
 */
export async function listFolder(folder: string): Promise<string[]> {
  const files: string[] = [];
  const left = [folder];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const here = next;
    const entries = (await readdir(here, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) if (entry.isFile()) files.push(join(here, entry.name));
    if (files.length > mostFiles) throw Object.assign(new Error('EFBIG'), { code: 'EFBIG' });
    const folders = entries.filter(entry => entry.isDirectory() && !passedOver.test(entry.name));
    left.push(...folders.map(entry => join(here, entry.name)).reverse());
  }
  return files;
}

/** What stands directly in a folder, in the order of the names; links, pipes and the like are left out. Rejects where the folder cannot be read. */
export async function listEntries(folder: string): Promise<FolderEntry[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry): FolderEntry[] => {
    if (entry.isFile()) return [{ name: entry.name, kind: 'file' }];
    return entry.isDirectory() ? [{ name: entry.name, kind: 'folder' }] : [];
  });
}
