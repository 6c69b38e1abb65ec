import {
  configName,
  isIgnored,
  joinFiles,
  readConfig,
  rules,
  type Config,
  type DiagnoseOptions,
  type FoundConfig,
  type RuleSeverity,
} from '../core/index.js';
import type { WorkspaceFile } from '../protocol.js';
import type { ServerLog } from './server-log.js';
import type { WorkspaceFiles } from './workspace-files.js';
import type { WorkspaceFolders } from './workspace-folders.js';

/** How many configs of a workspace are read, and how long (UTF-16 code units) the files that they name are together. */
const most = { configs: 200, text: 32 * 1024 * 1024 };

const end = `/${configName}`;

/**
 * What whoever started the server says of configs: `none` counts; or `one` counts for every document, as if it stood in each opened folder. `uri`: its
 * address, where what is wrong with it is shown.
 */
export type ConfigChoice = { readonly kind: 'none' } | { readonly kind: 'one'; readonly uri: string; readonly text: string };

/** A config and the folder that it is for. */
export interface PlacedConfig extends FoundConfig {
  /** Its address, without a slash at the end. */
  readonly folder: string;
}

/** The configs of the opened folders. A client that does not trust a folder gives none of it. */
export class WorkspaceConfigs {
  readonly #files: Pick<WorkspaceFiles, 'readReal'>;
  readonly #folders: Pick<WorkspaceFolders, 'uris'>;
  readonly #log: Pick<ServerLog, 'warn'>;
  readonly #listeners: (() => void)[] = [];
  #choice: ConfigChoice | null = null;
  #given: readonly WorkspaceFile[] = [];
  #known: readonly PlacedConfig[] = [];
  #print = '[]';
  #turn = 0;

  constructor(files: Pick<WorkspaceFiles, 'readReal'>, folders: Pick<WorkspaceFolders, 'uris'>, log: Pick<ServerLog, 'warn'>) {
    this.#files = files;
    this.#folders = folders;
    this.#log = log;
  }

  /** Calls back after something is different. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** All that count for some document. */
  get all(): readonly PlacedConfig[] {
    return this.#known;
  }

  /** Takes what whoever started the server says, now or later. */
  async choose(choice: ConfigChoice): Promise<void> {
    this.#choice = choice;
    await this.#load();
  }

  /** The config of a document: the nearest one above it, in its own opened folder; null where there is none. */
  configFor(uri: string): PlacedConfig | null {
    const root = nearest(this.#folders.uris.map(trimmed), uri);
    if (root === null) return null;
    const above = this.#known.filter(({ folder }) => isBelow(uri, folder) && (folder === root || isBelow(folder, root)));
    return above.sort((one, other) => other.folder.length - one.folder.length)[0] ?? null;
  }

  /** How severe the rules are for a document by its config: all off where it is taken out. */
  severitiesFor(uri: string): NonNullable<DiagnoseOptions['severities']> {
    const found = this.configFor(uri);
    if (found === null) return {};
    const { config, folder } = found;
    return isIgnored(config.ignore, decode(uri.slice(folder.length + 1))) ? allOff : config.severities;
  }

  /** Takes in the files of the workspace, and reads those that the configs among them name; whether anything is different then. Never rejects. */
  take(files: readonly WorkspaceFile[]): Promise<boolean> {
    this.#given = files.filter(({ uri }) => uri.endsWith(end)).sort((one, other) => one.uri.length - other.uri.length);
    return this.#load();
  }

  async #load(): Promise<boolean> {
    const turn = (this.#turn += 1);
    const found = await this.#read();
    // One that began later knows better.
    if (turn !== this.#turn) return false;
    const print = JSON.stringify(found);
    if (print === this.#print) return false;
    this.#print = print;
    this.#known = found;
    for (const listener of this.#listeners) listener();
    return true;
  }

  async #read(): Promise<readonly PlacedConfig[]> {
    const choice = this.#choice;
    if (choice?.kind === 'none') return [];
    const left = { text: most.text };
    if (choice?.kind === 'one') {
      const config = readConfig(choice.text);
      return Promise.all(this.#folders.uris.map(uri => this.#join(choice.uri, trimmed(uri), config, left)));
    }
    const configs = this.#given;
    if (configs.length > most.configs) this.#log.warn(words => words.filesLeftOut({ most: most.configs, endings: [configName] }));
    const placed: PlacedConfig[] = [];
    for (const { uri, text } of configs.slice(0, most.configs))
      placed.push(await this.#join(uri, uri.slice(0, -end.length), readConfig(text), left));
    return placed;
  }

  async #join(path: string, folder: string, config: Config, left: { text: number }): Promise<PlacedConfig> {
    const texts = new Map<string, string>();
    if (config.files.length > 0 && left.text > 0) {
      const read = await this.#files.readReal(config.files.map(file => addressIn(folder, file.path)));
      for (const { uri, text } of read.files) {
        left.text -= text.length;
        if (left.text >= 0) texts.set(decode(uri), text);
      }
    }
    const found = joinFiles(
      path,
      config,
      file => addressIn(folder, file),
      file => texts.get(`${decode(folder)}/${file}`) ?? null,
    );
    return { ...found, folder };
  }
}

const allOff: Readonly<Record<string, RuleSeverity>> = Object.fromEntries(rules.map(({ code }) => [code, 'off']));

function nearest(folders: readonly string[], uri: string): string | null {
  return folders.filter(folder => isBelow(uri, folder)).sort((one, other) => other.length - one.length)[0] ?? null;
}

function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}

function trimmed(uri: string): string {
  return uri.replace(/\/$/, '');
}

function addressIn(folder: string, path: string): string {
  return `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
