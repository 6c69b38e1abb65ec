import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { redact, type LoadedFile } from '../../core/index.js';
import type { Given, GivenFiles, StartValues } from '../../server/given-files.js';
import type { Arguments } from '../arguments.js';
import { CannotRun } from '../io.js';
import type { Io } from '../io.js';
import type { commandOptions } from '../options.js';
import { readFacts, readTokenText } from '../read-facts.js';
import { readNamedValues } from '../read-values.js';
import type { CliCatalogue } from '../sentences/catalogue.js';
import { showLine } from '../show-line.js';

/** So many files are watched; a folder of values may have more, which are read with the others. */
const mostWatched = 200;

/** A part of what the files say: each is kept as it was while its files are of no use. */
interface Parts {
  token: Given['token'];
  facts: Given['facts'];
  values: StartValues;
}

/** The files that the options of `lsp` name. What they say stands in memory alone. */
export class OptionFiles implements GivenFiles {
  readonly #io: Io;
  readonly #options: Arguments<(typeof commandOptions)['lsp']>['options'];
  readonly #words: CliCatalogue;
  readonly #watched = new Map<string, () => void>();
  readonly #told = new Set<string>();
  #tokenPath: string | undefined;
  #known: Parts = {
    token: null,
    facts: { metadata: {}, namedValues: {}, sources: {} },
    values: { files: [], loaded: [], assigned: {}, set: null },
  };
  #take: (given: Given) => void = () => undefined;
  #tell: (problem: string) => void = () => undefined;
  #reading: Promise<void> = Promise.resolve();
  #isDue = false;

  constructor(io: Io, { options }: Arguments<(typeof commandOptions)['lsp']>, words: CliCatalogue) {
    this.#io = io;
    this.#options = options;
    this.#words = words;
    this.#tokenPath = options.token;
  }

  watch(take: (given: Given) => void, tell: (problem: string) => void): void {
    this.#take = take;
    this.#tell = tell;
    void this.#readAgain();
  }

  async takeToken(named: string): Promise<string | null> {
    try {
      const file = wholePath(named);
      if (file === null) return this.#words.wholePath();
      await readToken(this.#io, file);
      this.#tokenPath = file;
      await this.#readAgain();
      return null;
    } catch (error) {
      return this.#write(error);
    }
  }

  dropToken(): void {
    this.#tokenPath = undefined;
    void this.#readAgain();
  }

  /** Several changes that come together are read together, after a reading that has begun. */
  #readAgain(): Promise<void> {
    if (this.#isDue) return this.#reading;
    this.#isDue = true;
    this.#reading = this.#reading.then(() => {
      this.#isDue = false;
      return this.#read();
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const read = new Set<string>();
    const io = noting(this.#io, read);
    const problems = new Set<string>();
    const attempt = async <Value>(work: Promise<Value>, before: Value): Promise<Value> =>
      work.catch((error: unknown) => {
        problems.add(this.#write(error));
        return before;
      });
    const token = this.#tokenPath;
    this.#known = {
      // A file that is gone has no token; of one that cannot be read nobody knows.
      token: token === undefined ? null : await attempt(readToken(io, token), null),
      facts: await attempt(this.#readFacts(io), this.#known.facts),
      values: await attempt(this.#readValues(io, problems), this.#known.values),
    };
    this.#watchAll([...read].slice(0, mostWatched));
    this.#take(this.#known);
    for (const problem of problems) if (!this.#told.has(problem)) this.#tell(problem);
    this.#told.clear();
    for (const problem of problems) this.#told.add(problem);
  }

  async #readFacts(io: Io): Promise<Given['facts']> {
    const { metadata, 'named-values': namedValues } = this.#options;
    const none = { token: undefined, exact: false, values: [], now: undefined };
    const facts = await readFacts(io, { options: { ...none, metadata, 'named-values': namedValues } }, this.#words);
    return { metadata: facts.metadata, namedValues: facts.namedValues ?? {}, sources: facts.sources ?? {} };
  }

  async #readValues(io: Io, problems: Set<string>): Promise<StartValues> {
    const files: StartValues['files'][number][] = [];
    const loaded: LoadedFile[] = [];
    const assigned: Record<string, string> = {};
    const [set = null, more] = await readNamedValues(io, this.#options.values, {
      addFile: (file, origin) => void files.push({ file, origin }),
      addLoaded: each => void loaded.push(each),
      addGiven: (_kind, values) => void Object.assign(assigned, values),
    });
    if (more !== undefined) problems.add(this.#words.oneSet());
    return { files, loaded, assigned, set };
  }

  #watchAll(paths: readonly string[]): void {
    for (const [path, end] of this.#watched) {
      if (paths.includes(path)) continue;
      end();
      this.#watched.delete(path);
    }
    for (const path of paths) {
      if (!this.#watched.has(path))
        this.#watched.set(
          path,
          this.#io.watchFile(path, () => void this.#readAgain()),
        );
    }
  }

  /** What nobody expected may quote what it failed on. */
  #write(error: unknown): string {
    return showLine(redact(error instanceof CannotRun ? error.sentence(this.#words) : this.#words.unexpected()));
  }
}

/** Null where nothing stands in the file. */
async function readToken(io: Io, path: string): Promise<string | null> {
  const text = await readTokenText(io, path);
  return text.trim() === '' ? null : text;
}

/** The same machine, with a note of what was looked at: files, whether they are there or not, and folders. */
function noting(io: Io, read: Set<string>): Io {
  const note = <Value>(path: string, work: Promise<Value>): Promise<Value> => {
    read.add(path);
    return work;
  };
  return {
    ...io,
    readFile: (path, most) => note(path, io.readFile(path, most)),
    kindOf: path => note(path, io.kindOf(path)),
    listFolder: path => note(path, io.listFolder(path)),
  };
}

/** The path that somebody means; null for one that depends on a folder that nobody has named. */
function wholePath(named: string): string | null {
  try {
    if (named.startsWith('file:')) return fileURLToPath(named);
  } catch {
    return null;
  }
  const file = named.startsWith('~/') ? path.join(os.homedir(), named.slice(2)) : named;
  return path.isAbsolute(file) ? file : null;
}
