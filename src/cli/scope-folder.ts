import { posix } from 'node:path';
import { isScopeFolder, readScopes, recogniseFile } from '../core/index.js';
import type { ScopeFile, Scopes } from '../core/index.js';
import type { Io } from './io.js';
import { join } from './path-names.js';
import { decodeText } from './text-file.js';

/** The scopes that were found in a folder. */
export interface ScopeFolder {
  readonly scopes: Scopes;
  /** What a file is called among the scopes: its path below the folder; null where it is none of them. */
  readonly nameOf: (path: string) => string | null;
  /** The path of a file among the scopes, as the machine takes it. */
  readonly pathOf: (name: string) => string;
}

/** The scopes in a folder; null where there are none. */
export async function readScopeFolder(io: Io, folder: string): Promise<ScopeFolder | null> {
  return readFiles(io, folder, await io.listFolder(folder).catch(() => []));
}

/** The scopes around one file; null where its folders, as far as its path names them, do not say in which scope it is. */
export async function findScopeFolder(io: Io, file: string): Promise<ScopeFolder | null> {
  const root = recogniseFile(file)?.root;
  if (root === undefined) return null;
  const folder = root === '' && file.startsWith('/') ? '/' : root;
  const entries = await io.listEntries(folder === '' ? '.' : folder).catch(() => []);
  const files = [file];
  // Of the folder itself only what belongs to an instance is looked into: it may hold anything else.
  for (const { name, kind } of entries) {
    if (kind === 'file') files.push(join(folder, name));
    else if (isScopeFolder(name)) files.push(...(await io.listFolder(join(folder, name)).catch(() => [])));
  }
  const found = await readFiles(io, folder, [...new Set(files)]);
  return found !== null && found.nameOf(file) !== null ? found : null;
}

async function readFiles(io: Io, folder: string, paths: readonly string[]): Promise<ScopeFolder | null> {
  const plain = plainPath(folder);
  const prefix = plain === '.' ? '' : plain.endsWith('/') ? plain : `${plain}/`;
  const nameOf = (path: string): string => {
    const file = plainPath(path);
    return file.startsWith(prefix) ? file.slice(prefix.length) : file;
  };
  const files: ScopeFile[] = [];
  for (const path of paths) {
    const name = nameOf(path);
    if (recogniseFile(name) === null) continue;
    files.push({ path: name, text: (await readIfPossible(io, path)) ?? unreadable });
  }
  const scopes = readScopes(files);
  if (scopes.services.length === 0) return null;
  const known = (path: string): string | null => (scopes.sources.has(nameOf(path)) ? nameOf(path) : null);
  return { scopes, nameOf: known, pathOf: name => `${prefix}${name}` };
}

/** So that two ways to write the same path are one. */
function plainPath(path: string): string {
  return posix.normalize(path.replaceAll('\\', '/'));
}

/** What is there and cannot be read is not taken for nothing. */
function unreadable(): string {
  throw new Error('unreadable');
}

async function readIfPossible(io: Io, path: string): Promise<string | null> {
  try {
    return decodeText(await io.readFile(path)).text;
  } catch {
    return null;
  }
}
