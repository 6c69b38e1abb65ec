import picomatch from 'picomatch';
import { hostKindOf, isReadAlways } from '../core/index.js';
import { IgnoreRules } from './ignore-rules.js';
import { CannotRun, codeOf } from './io.js';
import type { Io } from './io.js';
import type { HostChoice } from './judge-file.js';

/** A file to read. */
export interface NamedFile {
  readonly path: string;
  /** Whether it was found in a folder or by a pattern, and not named: what is no policy there is passed over. */
  readonly isFound: boolean;
  /** The argument that led to it. */
  readonly argument: string;
}

/** Files that are policy documents by themselves, or templates of them. */
const documents = /\.(?:xml|tftpl|tmpl|tpl|cshtml)$/i;

/**
 * The files that were named, and in the place of a folder or a pattern those in it that may hold policies, in the order of their names, without
 * those that ignore files name.
 */
export async function listFiles(io: Io, paths: readonly string[], hosts: HostChoice): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  const seen = new Set<string>();
  const add = (file: NamedFile): void => {
    if (!seen.has(file.path)) files.push(file);
    seen.add(file.path);
  };
  for (const path of paths) {
    const search = await readSearch(io, path);
    if (search === null) add({ path, isFound: false, argument: path });
    else {
      const { folder, matches } = search;
      const listed = await listFolder(io, folder);
      const rules = await IgnoreRules.read(io, folder, listed);
      for (const each of listed)
        if (mayHoldPolicies(each, hosts) && matches(each) && !rules.ignores(each)) add({ path: each, isFound: true, argument: path });
    }
  }
  return files;
}

interface Search {
  readonly folder: string;
  readonly matches: (path: string) => boolean;
}

/** Where to look for what an argument means; null where it names one file. What is not there is told by whoever reads it. */
async function readSearch(io: Io, path: string): Promise<Search | null> {
  if (path === '-') return null;
  const kind = await io.kindOf(path).catch(() => null);
  if (kind === 'folder') return { folder: path, matches: () => true };
  // Shells of Windows leave patterns to the program. A file that is called so is meant itself.
  if (kind !== null || !/[*?[\]{}]/.test(path)) return null;
  const { base, glob, prefix } = picomatch.scan(path);
  if (glob === '') return null;
  const matches = picomatch(path.slice(prefix.length), { dot: false });
  return { folder: base === '' ? '.' : base, matches: each => matches(each.replaceAll('\\', '/')) };
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
