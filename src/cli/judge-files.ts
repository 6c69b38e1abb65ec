import { hostKindOf, sniffPolicy } from '../core/index.js';
import type { EmbeddedPolicy, Facts, Path } from '../core/index.js';
import { pathAround, withoutToken } from './check-file.js';
import { factsOf } from './check-paths.js';
import type { Io } from './io.js';
import { judgeFile, type HostChoice, type JudgedFile } from './judge-file.js';
import type { NamedFile } from './list-files.js';
import { withValues, type Values } from './read-values.js';
import { folderOf, type FoundFolder } from './scope-folder.js';
import { readTextFile, type TextFile } from './text-file.js';

/** What files are judged on. */
interface Grounds {
  readonly facts: Facts;
  readonly values: Values;
  /** The set of values in force for a file; null where none is. */
  readonly setFor: (path: string) => string | null;
  readonly hosts: HostChoice;
  readonly folders: readonly FoundFolder[];
}

/** A file as it was read, and its policy documents. */
interface ReadAndJudged {
  readonly file: TextFile;
  readonly judged: JudgedFile;
}

/**
 * Judges the policy documents of files one after the other, each among the scopes around it where these are known. Of files that were found, not
 * named, those without a policy are passed over; and no token is judged in a folder with many APIs, most of which are not meant by it.
 */
export async function* judgeFiles(io: Io, files: readonly NamedFile[], grounds: Grounds): AsyncGenerator<ReadAndJudged> {
  const { values, setFor, hosts, folders } = grounds;
  for (const { path, isFound } of files) {
    const file = await readTextFile(io, path);
    const { text } = file;
    const set = setFor(path);
    if (isFound && hostKindOf(path) === null && !sniffPolicy(text)) continue;
    const { folder, name } = folderOf(folders, path);
    const facts = isFound && folder !== null ? withoutToken(grounds.facts) : grounds.facts;
    const others = folder === null ? undefined : factsOf(folder, facts, values, set);
    const around = (embedded: EmbeddedPolicy | null, index: number): Path | null =>
      folder === null ? null : pathAround(folder, name, others, embedded, index);
    const judged = await judgeFile(path, text, own => withValues(facts, values, path, own, set), hosts, around);
    if (!isFound || judged.host !== null || judged.documents.some(({ judged: { document } }) => document.root !== null))
      yield { file, judged };
  }
}
