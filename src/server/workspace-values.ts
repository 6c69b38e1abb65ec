import {
  configName,
  mentionedNames,
  noValues,
  readLoaders,
  readValueFile,
  ValueBook,
  type Catalogue,
  type DocumentValues,
  type FactSource,
  type FoundConfig,
  type LoadedFile,
  type ValueFile,
} from '../core/index.js';
import type { ValueSets, WorkspaceFile } from '../protocol.js';
import type { StartValues } from './given-files.js';
import { isResourceFile } from './resource-files.js';
import { namedValueFile } from './named-value-information.js';

/** The files of a workspace that give values, and the configs, which say more of them, by their names; `*` stands for what an environment is called. */
export const valueFiles: readonly string[] = [
  configName,
  namedValueFile,
  ...['configuration.yaml', 'configuration.*.yaml', 'configuration.yml', 'configuration.*.yml'],
  ...['*.tfvars', '*.tfvars.json', '*.tf', '*.bicepparam', '*.bicep', '*.parameters.json', '*.parameters.*.json', 'parameters.*.json'],
];

/** Values that the settings of a document give, and the set that they put in force. */
interface GivenValues {
  /** Name of the set → name → value; the empty name stands for every set. */
  readonly sets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Null where nobody has chosen. */
  readonly inForce: string | null;
  /** What the repository says of values; null where it has no config. */
  readonly config: FoundConfig | null;
}

/** The values of the workspace's files, in sets. Only those that a document names are given to its judgement. */
export class WorkspaceValues {
  readonly #catalogue: () => Catalogue;
  #known = '[]';
  #hasResources = false;
  #read: readonly Read[] = [];
  /** The newest book for each config, with the settings' values that are in it. */
  #kept = new WeakMap<object, { readonly given: string; readonly book: ValueBook }>();

  /** The values that somebody typed in; null where the client never told any. */
  #supplied: Readonly<Record<string, string>> | null = null;

  /** `catalogue` gives the language of the client. */
  constructor(catalogue: () => Catalogue) {
    this.#catalogue = catalogue;
  }

  #start: StartValues = { files: [], loaded: [], assigned: {}, set: null };

  /** Takes in what was named when the server was started, in the place of what it was before. */
  giveAtStart(values: StartValues): void {
    this.#start = values;
    this.#kept = new WeakMap();
  }

  /** Whether the client can ask somebody for a value. */
  get canBeSupplied(): boolean {
    return this.#supplied !== null;
  }

  /** Takes in what somebody typed, in the place of what was typed before. */
  supply(values: Readonly<Record<string, string>>): void {
    this.#supplied = values;
    this.#kept = new WeakMap();
  }

  /** Whether a file marks the name as a secret. */
  isSecret(name: string): boolean {
    return this.#read.some(({ file }) => file?.values.some(value => value.name === name && value.sensitive) === true);
  }

  /** Whether resources of API Management stand in the files: they may load policies from anywhere. */
  get hasResources(): boolean {
    return this.#hasResources;
  }

  /** Takes in what the files say now; whether anything is different then. */
  take(files: readonly WorkspaceFile[]): boolean {
    const hadResources = this.#hasResources;
    this.#hasResources = files.some(isResourceFile);
    return this.#takeValues(files) || hadResources !== this.#hasResources;
  }

  #takeValues(files: readonly WorkspaceFile[]): boolean {
    const read = files
      .map(({ uri, text }): Read => ({ file: readValueFile(uri, text), loaded: readLoaders(uri, text) }))
      .filter(({ file, loaded }) => file !== null || loaded.length > 0);
    const known = JSON.stringify(read);
    if (known === this.#known) return false;
    this.#known = known;
    this.#read = read;
    this.#kept = new WeakMap();
    return true;
  }

  /** What counts for a document with that text. Where nobody has chosen, the set of the config is in force, or the only set that there is. */
  valuesFor(uri: string, text: string, given: GivenValues): DocumentValues {
    const book = this.#bookWith(given);
    // Nobody looks through a text for names at each key where none has a value.
    if (book.isEmpty) return noValues;
    return book.valuesFor(uri, this.#chosen(given, book), mentionedNames(text));
  }

  /** The sets that are known, and which of them is in force. */
  setsWith(given: GivenValues): ValueSets {
    const book = this.#bookWith(given);
    return { sets: book.sets, inForce: this.#chosen(given, book) };
  }

  #chosen({ inForce, config }: GivenValues, book: ValueBook): string | null {
    return this.#start.set ?? inForce ?? config?.config.inForce?.name ?? onlySetOf(book);
  }

  #bookWith({ sets, config }: GivenValues): ValueBook {
    const given = JSON.stringify(sets);
    const kept = this.#kept.get(config ?? noConfig);
    if (kept?.given === given) return kept.book;
    const book = new ValueBook(this.#catalogue());
    for (const { file, loaded } of this.#read) {
      if (file !== null) book.addFile(file, 'found');
      for (const each of loaded) book.addLoaded(each);
    }
    if (config !== null) book.addConfig(config.path, config.config, config.files);
    for (const { file, origin } of this.#start.files) book.addFile(file, origin);
    for (const each of this.#start.loaded) book.addLoaded(each);
    book.addGiven('any', this.#start.assigned, 'option', null);
    for (const [set, values] of Object.entries(sets)) book.addGiven('any', values, 'setting', set === '' ? null : set);
    book.addGiven('any', this.#supplied ?? {}, 'input', null);
    this.#kept.set(config ?? noConfig, { given, book });
    return book;
  }
}

/** In the place of a config where there is none. */
const noConfig = Object.freeze({});

/** Null where there is none or several. */
function onlySetOf({ sets }: ValueBook): string | null {
  const [only = null, more] = sets;
  return more === undefined ? only : null;
}

/** A file that was read. */
interface Read {
  readonly file: ValueFile | null;
  readonly loaded: readonly LoadedFile[];
}

/** The sources of values as the facts have them: addresses of files are shown as paths. */
export function toSources(sources: DocumentValues['sources']): Record<string, FactSource> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, source.path === undefined ? source : { ...source, path: shorten(source.path) }]),
  );
}

/** The last three steps of an address: enough to know the file by. */
function shorten(uri: string): string {
  return uri
    .split('/')
    .slice(-3)
    .map(step => {
      try {
        return decodeURIComponent(step);
      } catch {
        return step;
      }
    })
    .join('/');
}
