import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ScopeFile } from '../../src/core/index.js';

/** Where the folders of API Management stand that tests read. */
export const folders = path.join(import.meta.dirname, '../folders');

/** The files of one of them, by their paths below it, with `/` between the steps. */
export function readFolder(name: string): ScopeFile[] {
  const root = path.join(folders, name);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
    .map(file => ({ path: path.relative(root, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8') }));
}
