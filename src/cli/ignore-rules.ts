import ignore, { type Ignore } from 'ignore';
import type { Io } from './io.js';
import { join, parentOf } from './path-names.js';
import { decodeText } from './text-file.js';

/** Files that say what is not looked at, in the form of `.gitignore`. A later one of a folder is heard after an earlier one. */
const names = ['.gitignore', '.apim-token-doctorignore'];

interface FolderRules {
  /** Ends with a slash; empty for the working folder. */
  readonly prefix: string;
  readonly rules: Ignore;
}

/** What ignore files say of the paths in a folder. */
export class IgnoreRules {
  /** From the outermost folder to the innermost. */
  readonly #folders: readonly FolderRules[];

  private constructor(folders: readonly FolderRules[]) {
    this.#folders = folders;
  }

  /** Reads the ignore files among the listed files of a folder, and those of the folders around it, up to that of the repository. */
  static async read(io: Io, folder: string, listed: readonly string[]): Promise<IgnoreRules> {
    const around: string[] = [];
    const isRepository = async (each: string): Promise<boolean> => (await io.kindOf(join(each, '.git')).catch(() => null)) !== null;
    for (let each: string | null = folder; each !== null && !(await isRepository(each));) {
      each = parentOf(each);
      if (each !== null) around.unshift(each);
    }
    const inside = new Set(
      listed.filter(path => names.some(name => path === name || path.endsWith(`/${name}`))).map(path => parentOf(path) ?? ''),
    );
    const folders: FolderRules[] = [];
    for (const each of [...around, ...[...inside].sort((one, other) => one.length - other.length)]) {
      const texts = await Promise.all(names.map(name => readIfThere(io, join(each, name))));
      if (texts.some(text => text !== '')) folders.push({ prefix: join(each, ''), rules: ignore().add(texts.join('\n')) });
    }
    return new IgnoreRules(folders);
  }

  /** Whether a listed path is taken out. The innermost file that names it decides. */
  ignores(listed: string): boolean {
    const path = listed.replaceAll('\\', '/');
    let ignored = false;
    for (const { prefix, rules } of this.#folders) {
      if (!path.startsWith(prefix)) continue;
      const below = path.slice(prefix.length);
      if (!ignore.isPathValid(below)) continue;
      const said = rules.test(below);
      if (said.ignored) ignored = true;
      else if (said.unignored) ignored = false;
    }
    return ignored;
  }
}

async function readIfThere(io: Io, path: string): Promise<string> {
  try {
    return decodeText(await io.readFile(path)).text;
  } catch {
    return '';
  }
}
