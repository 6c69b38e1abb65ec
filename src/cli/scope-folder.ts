import { posix } from 'node:path';
import { isScopeFolder, mayDescribeScopes, readScopes, recogniseFile } from '../core/index.js';
import type { ScopeFile, Scopes } from '../core/index.js';
import type { Io } from './io.js';
import { join, parentOf } from './path-names.js';
import { decodeText } from './text-file.js';

/** The scopes that were found in a folder. */
export interface ScopeFolder {
  readonly scopes: Scopes;
  /** What a file is called among the scopes: its path below the folder; null where it is none of them. */
  readonly nameOf: (path: string) => string | null;
  /** The path of a file among the scopes, as the machine takes it. */
  readonly pathOf: (name: string) => string;
}

/** How often what resources load is looked for: a module has a module, which loads a file. */
const mostRounds = 10;

/** How many folders above a file are looked into for what loads it. */
const mostAbove = 8;

/** The scopes in a folder; null where there are none. */
async function readScopeFolder(io: Io, folder: string): Promise<ScopeFolder | null> {
  return readFiles(io, folder, await io.listFolder(folder).catch(() => []));
}

/** Scopes that were read around files, so that they are read once where many files of a folder are named. */
interface KnownScopes {
  /** By the folder of an instance of API Management; with the files that were read. */
  readonly instances: Map<string, Promise<{ readonly scopes: ScopeFolder | null; readonly files: ReadonlySet<string> }>>;
  /** By the folder of the file, of resources in it and above it. */
  readonly resources: Map<string | null, Promise<ScopeFolder | null>>;
}

/** The scopes around one file; null where neither its folders, as far as its path names them, nor resources there say in which scope it is. */
async function findScopeFolder(io: Io, file: string, known: KnownScopes): Promise<ScopeFolder | null> {
  const found = await readAroundFolders(io, file, known);
  if (found?.nameOf(file) != null) return found;
  const around = known.resources.get(parentOf(file)) ?? readAroundResources(io, file);
  known.resources.set(parentOf(file), around);
  const resources = await around;
  return resources?.nameOf(file) == null ? null : resources;
}

async function readAroundFolders(io: Io, file: string, { instances }: KnownScopes): Promise<ScopeFolder | null> {
  const root = recogniseFile(file)?.root;
  if (root === undefined) return null;
  const folder = root === '' && file.startsWith('/') ? '/' : root;
  const before = await instances.get(folder);
  if (before?.files.has(file) === true) return before.scopes;
  const found = readInstance(io, folder, file);
  instances.set(folder, found);
  return (await found).scopes;
}

/** The scopes of an instance of API Management whose folders stand in `folder`, `file` among them. */
async function readInstance(
  io: Io,
  folder: string,
  file: string,
): Promise<{ readonly scopes: ScopeFolder | null; readonly files: ReadonlySet<string> }> {
  const entries = await io.listEntries(folder === '' ? '.' : folder).catch(() => []);
  const files = [file];
  // Of the folder itself only what belongs to an instance is looked into: it may hold anything else.
  for (const { name, kind } of entries) {
    if (kind === 'file') files.push(join(folder, name));
    else if (isScopeFolder(name)) files.push(...(await io.listFolder(join(folder, name)).catch(() => [])));
  }
  const unique = new Set(files);
  return { scopes: await readFiles(io, folder, [...unique]), files: unique };
}

/** The resources in the folder of a file and in those above it, up to that of the repository; null where there are none. */
async function readAroundResources(io: Io, file: string): Promise<ScopeFolder | null> {
  const files: string[] = [];
  let top = '';
  let folder = parentOf(file);
  for (let steps = 0; folder !== null && steps < mostAbove; steps++) {
    top = folder;
    const entries = await io.listEntries(folder === '' ? '.' : folder).catch(() => []);
    for (const { name, kind } of entries) if (kind === 'file' && mayDescribeScopes(name)) files.push(join(folder, name));
    if (entries.some(({ name }) => name === '.git')) break;
    folder = parentOf(folder);
  }
  return files.length === 0 ? null : readFiles(io, top, [...new Set([...files, file])]);
}

/** Scopes that were found in a named folder, or around a named file. */
export interface FoundFolder {
  readonly folder: ScopeFolder;
  /** The file that was named, as the scopes name it; null where the folder was. */
  readonly file: string | null;
}

/** The scopes in each folder that was named, and around each file. */
export async function findScopeFolders(io: Io, named: readonly string[]): Promise<FoundFolder[]> {
  const found: FoundFolder[] = [];
  const known: KnownScopes = { instances: new Map(), resources: new Map() };
  for (const path of named) {
    if (path === '-') continue;
    // A pattern has files of many folders.
    const kind = await io.kindOf(path).catch(() => null);
    if (kind === null) continue;
    const isFolder = kind === 'folder';
    const folder = isFolder ? await readScopeFolder(io, path) : await findScopeFolder(io, path, known);
    if (folder !== null) found.push({ folder, file: isFolder ? null : folder.nameOf(path) });
  }
  return found;
}

/** Among which scopes a file stands, and what it is called there; null where it stands among none. */
export function folderOf(
  folders: readonly FoundFolder[],
  path: string,
): { readonly folder: ScopeFolder; readonly name: string } | { readonly folder: null; readonly name: null } {
  for (const { folder } of folders) {
    const name = folder.nameOf(path);
    if (name !== null) return { folder, name };
  }
  return { folder: null, name: null };
}

async function readFiles(io: Io, folder: string, paths: readonly string[]): Promise<ScopeFolder | null> {
  const plain = plainPath(folder);
  const prefix = plain === '.' ? '' : plain.endsWith('/') ? plain : `${plain}/`;
  const nameOf = (path: string): string => {
    const file = plainPath(path);
    return file.startsWith(prefix) ? file.slice(prefix.length) : file;
  };
  const files = new Map<string, ScopeFile>();
  const take = async (path: string): Promise<void> => {
    const text = await readIfPossible(io, path);
    if (text !== null || recogniseFile(nameOf(path)) !== null) files.set(nameOf(path), { path: nameOf(path), text: text ?? unreadable });
  };
  for (const path of paths) if (mayDescribeScopes(nameOf(path))) await take(path);
  let scopes = readScopes(files.values());
  const looked = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const missing = scopes.missing.filter(name => !files.has(name) && !looked.has(name));
    if (missing.length === 0) break;
    for (const name of missing) {
      looked.add(name);
      for (const path of await listMissing(io, `${prefix}${name}`)) await take(path);
    }
    scopes = readScopes(files.values(), scopes);
  }
  if (scopes.services.length === 0) return null;
  const known = new Set([...scopes.sources.values()].map(({ path }) => path));
  const named = (path: string): string | null => (known.has(nameOf(path)) ? nameOf(path) : null);
  return { scopes, nameOf: named, pathOf: name => `${prefix}${name}` };
}

/** A file that resources load, or those of a folder that they call; links are not followed. */
async function listMissing(io: Io, path: string): Promise<string[]> {
  const isFolder = path.endsWith('/');
  const folder = isFolder ? path.slice(0, -1) : (parentOf(path) ?? '');
  const entries = await io.listEntries(folder === '' ? '.' : folder).catch(() => []);
  const files = entries.filter(({ kind }) => kind === 'file').map(({ name }) => join(folder, name));
  return isFolder ? files.filter(mayDescribeScopes) : files.filter(each => plainPath(each) === plainPath(path));
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
