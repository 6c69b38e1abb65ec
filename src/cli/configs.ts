import path from 'node:path';
import {
  configName,
  isIgnored,
  joinFiles,
  longestConfig,
  longestValueFile,
  readConfig,
  redact,
  type Config,
  type FoundConfig,
} from '../core/index.js';
import { CannotRun, codeOf } from './io.js';
import type { CliCatalogue } from './sentences/catalogue.js';
import { showLine } from './show-line.js';
import type { FolderEntry, Io } from './io.js';
import type { NamedFile } from './list-files.js';
import { decodeText, readBytes } from './text-file.js';

/** How far up a config is looked for, in folders. */
const mostAbove = 64;

/** What the files that configs name are together, in bytes: what comes after that is not read. */
const mostRead = 32 * 1024 * 1024;

/** A config and the folder that it is for. */
export interface PlacedConfig extends FoundConfig {
  /** Its whole path. */
  readonly folder: string;
}

interface ConfigOptions {
  readonly config: string | undefined;
  readonly 'no-config': boolean;
}

/** The configs that count for files: of each file the nearest one above it, up to the folder of its repository. */
export class Configs {
  readonly #io: Io;
  readonly #listings = new Map<string, Promise<readonly FolderEntry[]>>();
  /** By the folder that they stand in. */
  readonly #read = new Map<string, Promise<PlacedConfig>>();
  /** By the folder of a file; null where none counts. */
  readonly #byFolder = new Map<string, PlacedConfig | null>();
  /** The whole paths of folders, by how those who name their files name them. */
  readonly #wholeFolders = new Map<string, string>();
  /** The one that was named, which counts for every file; null where none was. */
  #named: PlacedConfig | null = null;
  #left = mostRead;
  /** By the folders that were looked into: whether a link stands where a config would count. */
  readonly #links = new Map<string, boolean>();

  private constructor(io: Io) {
    this.#io = io;
  }

  /** Finds the configs of files, or reads the one that `--config` names. With `--no-config` there is none. A link in the place of one is said. */
  static async find(
    io: Io,
    files: readonly Pick<NamedFile, 'path' | 'argument'>[],
    options: ConfigOptions,
    words: Pick<CliCatalogue, 'configIsLink'>,
  ): Promise<Configs> {
    const configs = new Configs(io);
    const { config: named, 'no-config': none } = options;
    if (named !== undefined && none) throw new CannotRun(words => words.configOrNone());
    if (named !== undefined) configs.#named = await configs.#readNamed(named);
    else if (!none) for (const file of files) await configs.#findFor(file);
    for (const [folder, isLink] of configs.#links) {
      const link = configs.#shownPath(path.posix.join(folder, configName));
      if (isLink) io.writeError(`${showLine(`apim-token-doctor: ${words.configIsLink({ path: redact(link) })}`)}\n`);
    }
    return configs;
  }

  /** Those that count for some file, each once. */
  get all(): readonly PlacedConfig[] {
    const found = this.#named === null ? [...this.#byFolder.values()] : [this.#named];
    return [...new Set(found.filter(config => config !== null))];
  }

  /** The config of a file; null where none counts. A file that was not asked about has that of the folder around it that was. */
  configOf(file: string): PlacedConfig | null {
    if (this.#named !== null) return this.#named;
    for (let at: string | null = this.#folderOf(file); at !== null; at = above(at)) {
      const known = this.#byFolder.get(at);
      if (known !== undefined) return known;
    }
    return null;
  }

  /** The config that takes a file out; null where none does. */
  ignoredBy(file: string): PlacedConfig | null {
    const found = this.configOf(file);
    if (found === null) return null;
    const whole = this.#wholePath(file);
    const begin = `${found.folder === '/' ? '' : found.folder}/`;
    return whole.startsWith(begin) && isIgnored(found.config.ignore, whole.slice(begin.length)) ? found : null;
  }

  /** The files without those that configs take out. `isFirm`: whether one that was named stays, whatever a config says. */
  keep(
    files: readonly NamedFile[],
    isFirm: (file: NamedFile) => boolean,
    drop: (config: PlacedConfig) => void = () => undefined,
  ): NamedFile[] {
    return files.filter(file => {
      const config = isFirm(file) ? null : this.ignoredBy(file.path);
      if (config !== null) drop(config);
      return config === null;
    });
  }

  async #findFor({ path: file, argument }: Pick<NamedFile, 'path' | 'argument'>): Promise<void> {
    const folder = this.#folderOf(file);
    if (this.#byFolder.has(folder)) return;
    const way: string[] = [];
    let isRepository = false;
    for (let at: string | null = folder; at !== null && way.length < mostAbove && !isRepository; at = above(at)) {
      way.push(at);
      isRepository = (await this.#list(at)).some(({ name }) => name === '.git');
    }
    // Without a repository, what stands above the folder that somebody works in, or has named, may be anybody's.
    const base = [this.#wholePath('.'), this.#wholePath(argument)].find(each => isWithin(folder, each)) ?? folder;
    let found: PlacedConfig | null = null;
    for (const at of way) {
      if (!isRepository && !isWithin(at, base)) break;
      // A link would lead anywhere: only a file that stands there counts.
      if (!(await this.#list(at)).some(({ name, kind }) => name === configName && kind === 'file')) {
        await this.#noteLink(at);
        continue;
      }
      found = await this.#readAt(at);
      break;
    }
    // It counts for the folders on the way, too.
    for (const at of found === null ? [folder] : way.filter(each => isWithin(each, found.folder))) this.#byFolder.set(at, found);
  }

  async #noteLink(folder: string): Promise<void> {
    if (this.#links.has(folder)) return;
    this.#links.set(folder, await this.#io.isLink(this.#shownPath(path.posix.join(folder, configName))).catch(() => false));
  }

  #readAt(folder: string): Promise<PlacedConfig> {
    const known = this.#read.get(folder);
    if (known !== undefined) return known;
    const file = this.#shownPath(path.posix.join(folder, configName));
    const read = this.#io.readFile(file, 4 * longestConfig).then(
      bytes => decodeText(bytes).text,
      (error: unknown) => {
        // What is too long is told as a problem of it, and so is what cannot be read.
        if (codeOf(error) === null) throw error;
        return null;
      },
    );
    const placed = read.then(text => this.#join(file, folder, readConfig(text)));
    this.#read.set(folder, placed);
    return placed;
  }

  /** What was named counts as if it stood in the folder that somebody works in. */
  async #readNamed(named: string): Promise<PlacedConfig> {
    const { text } = decodeText(await readBytes(this.#io, named, 'config'));
    return this.#join(named, this.#wholePath('.'), readConfig(text));
  }

  async #join(file: string, folder: string, config: Config): Promise<PlacedConfig> {
    const texts = new Map<string, string>();
    const pathOf = (name: string): string => this.#shownPath(path.posix.join(folder, name));
    for (const { path: name } of config.files) {
      const text = await this.#readInside(folder, name);
      if (text !== null) texts.set(name, text);
    }
    return { ...joinFiles(file, config, pathOf, name => texts.get(name) ?? null), folder };
  }

  /** The text of a file below a folder; null where it or a folder on the way to it is a link, or is not there, and where it is too long. */
  async #readInside(folder: string, name: string): Promise<string | null> {
    let at = folder;
    const steps = name.split('/');
    for (const [index, step] of steps.entries()) {
      const kind = index === steps.length - 1 ? 'file' : 'folder';
      if (!(await this.#list(at)).some(entry => entry.name === step && entry.kind === kind)) return null;
      at = path.posix.join(at, step);
    }
    try {
      const bytes = await this.#io.readFile(this.#shownPath(at), Math.min(this.#left, longestValueFile));
      this.#left -= bytes.byteLength;
      return decodeText(bytes).text;
    } catch (error) {
      if (codeOf(error) === null) throw error;
      return null;
    }
  }

  #list(folder: string): Promise<readonly FolderEntry[]> {
    const known = this.#listings.get(folder);
    if (known !== undefined) return known;
    // A folder that cannot be read has no config.
    const listed = this.#io.listEntries(this.#shownPath(folder)).catch((error: unknown) => {
      if (codeOf(error) === null) throw error;
      return [];
    });
    this.#listings.set(folder, listed);
    return listed;
  }

  #folderOf(file: string): string {
    const given = path.dirname(file);
    const whole = this.#wholeFolders.get(given) ?? this.#wholePath(given);
    this.#wholeFolders.set(given, whole);
    return whole;
  }

  #wholePath(given: string): string {
    return path.resolve(this.#io.workingFolder, given).replaceAll('\\', '/');
  }

  /** As people name it who work in this folder. */
  #shownPath(whole: string): string {
    const base = this.#wholePath('.');
    if (whole === base) return '.';
    const isNear = isWithin(whole, base) || isWithin(base, path.posix.dirname(whole)) || isWithin(base, whole);
    return isNear ? path.posix.relative(base, whole) : whole;
  }
}

function isWithin(whole: string, folder: string): boolean {
  return whole === folder || whole.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function above(folder: string): string | null {
  const parent = path.posix.dirname(folder);
  return parent === folder || parent === '.' ? null : parent;
}
