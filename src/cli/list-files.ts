import { hostKindOf, isReadAlways } from '../core/index.js';
import { CannotRun, codeOf } from './io.js';
import type { Io } from './io.js';
import type { HostChoice } from './judge-file.js';

/** A file to read. */
export interface NamedFile {
  readonly path: string;
  /** Whether it was found in a folder, and not named: what is no policy there is passed over. */
  readonly isFound: boolean;
}

/** Files that are policy documents by themselves, or templates of them. */
const documents = /\.(?:xml|tftpl|tmpl|tpl|cshtml)$/i;

/** The files that were named, and in the place of a folder those in it that may hold policies, in the order of their names. */
export async function listFiles(io: Io, paths: readonly string[], hosts: HostChoice): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const path of paths) {
    if (!(await isFolder(io, path))) files.push({ path, isFound: false });
    else {
      const found = await listFolder(io, path);
      for (const each of found.filter(name => mayHoldPolicies(name, hosts))) files.push({ path: each, isFound: true });
    }
  }
  return files;
}

/** What is not there is told by whoever reads it. */
async function isFolder(io: Io, path: string): Promise<boolean> {
  try {
    return path !== '-' && (await io.kindOf(path)) === 'folder';
  } catch {
    return false;
  }
}

async function listFolder(io: Io, path: string): Promise<readonly string[]> {
  try {
    return await io.listFolder(path);
  } catch (error) {
    const code = codeOf(error);
    throw new CannotRun(words => (code === 'EFBIG' ? words.folderTooLarge({ path }) : words.cannotRead({ purpose: 'policy', path, code })));
  }
}

function mayHoldPolicies(path: string, hosts: HostChoice): boolean {
  if (documents.test(path)) return true;
  const kind = hostKindOf(path);
  return kind !== null && (hosts === 'all' || isReadAlways(kind));
}
