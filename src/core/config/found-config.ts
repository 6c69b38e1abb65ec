import type { Catalogue } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import { readValueFile } from '../values/read-value-file.js';
import type { ValueFile } from '../values/value-file.js';
import type { Config, ConfigProblem } from './config.js';

/** A config with the files that it names. */
export interface FoundConfig {
  /** As its reader names it. */
  readonly path: string;
  readonly config: Config;
  readonly files: readonly ValueFile[];
  /** Of the config, and of the files that could not be read. */
  readonly problems: readonly ConfigProblem[];
}

/**
 * Joins a config to the texts of the files that it names. `pathOf`: a file's whole path, as its reader names it. `textOf`: its text; null where it is
 * not there, too long, or no file that stands in the folder itself.
 */
export function joinFiles(
  path: string,
  config: Config,
  pathOf: (file: string) => string,
  textOf: (file: string) => string | null,
): FoundConfig {
  const files: ValueFile[] = [];
  const problems = [...config.problems];
  for (const { path: name, set, ...place } of config.files) {
    const text = textOf(name);
    const file = text === null ? null : readValueFile(pathOf(name), text, true);
    if (file === null) problems.push({ code: 'not-read', severity: 'warning', name, near: null, ...place });
    else files.push({ ...file, set: set ?? file.set });
  }
  return { path, config, files, problems };
}

/** What is wrong with the set that a config puts in force, once all sets are known; null where nothing is. */
export function findUnknownSet({ config: { inForce } }: FoundConfig, sets: readonly string[]): ConfigProblem | null {
  if (inForce === null || sets.includes(inForce.name)) return null;
  return { ...inForce, code: 'unknown-set', severity: 'warning', near: null };
}

/** What is wrong, and what to do, in a sentence or two that do not name the place. */
export function wordConfigProblem({ code, name, near }: ConfigProblem, catalogue: Catalogue): string {
  return render(say('config-problem', { code, name, near }), catalogue);
}
