import type { CheckOptions } from './check-options.js';
import { Configs } from './configs.js';
import type { Io } from './io.js';
import type { NamedFile } from './list-files.js';
import { readValues, type Values } from './read-values.js';
import { findScopeFolders, type FoundFolder } from './scope-folder.js';
import type { CliCatalogue } from './sentences/catalogue.js';

/** What stands around the files of a check. */
interface Surroundings {
  readonly configs: Configs;
  readonly values: Values;
  readonly folders: readonly FoundFolder[];
}

/** Reads the configs, the values and the scopes that count for files. */
export async function findSurroundings(
  io: Io,
  { args }: Pick<CheckOptions, 'args'>,
  files: readonly NamedFile[],
  words: CliCatalogue,
): Promise<Surroundings> {
  const configs = await Configs.find(io, files, args.options, words);
  const values = await readValues(io, args.options.values, args.files, words, configs);
  return { configs, values, folders: await findScopeFolders(io, args.files) };
}
