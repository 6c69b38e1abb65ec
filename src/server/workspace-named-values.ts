import type { CancellationToken } from 'vscode-languageserver';
import { render, say, type Catalogue, type FactSource } from '../core/index.js';
import type { NamedValues } from './facts-store.js';
import { namedValueFile, readNamedValueInformation, type NamedValueInformation } from './named-value-information.js';
import type { WorkspaceConfigs } from './workspace-configs.js';
import type { WorkspaceFiles } from './workspace-files.js';
import { valueFiles, type WorkspaceValues } from './workspace-values.js';

/** How long (milliseconds) a command waits for the files: a client may search a large workspace for minutes. */
const patience = 10_000;

/** How long (seconds) a reading is taken as the newest where a name is missed; twice as long after each look that found nothing new. */
const rest = { shortest: 2, longest: 64 };

/**
 * The named values that the workspace describes (APIOps). Values of secrets are not even kept. Whoever wants its other values gets the files, too; the
 * configs are read with them.
 */
export class WorkspaceNamedValues {
  readonly #files: WorkspaceFiles;
  readonly #values: WorkspaceValues;
  readonly #configs: Pick<WorkspaceConfigs, 'take'>;
  readonly #catalogue: () => Catalogue;
  readonly #now: () => number;
  readonly #listeners: (() => void)[] = [];
  #known: readonly NamedValueInformation[] = [];
  #loading: Promise<unknown> = Promise.resolve();
  #turn = 0;
  #rest = rest.shortest;
  #restsUntil = 0;

  /** `now` gives Unix seconds, `catalogue` the language of the client. */
  constructor(
    files: WorkspaceFiles,
    values: WorkspaceValues,
    configs: Pick<WorkspaceConfigs, 'take'>,
    now: () => number,
    catalogue: () => Catalogue,
  ) {
    this.#files = files;
    this.#values = values;
    this.#configs = configs;
    this.#catalogue = catalogue;
    this.#now = now;
  }

  /** Calls back after something is different. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Reads the files anew; whether anything is different then. Never rejects. */
  load(): Promise<boolean> {
    this.#restsUntil = this.#now() + this.#rest;
    const loading = this.#read();
    this.#loading = loading;
    return loading;
  }

  /**
   * Reads the files anew because a name was missed: a file may have come before the client watched for it. Whether anything is different
   * then. Seldom reads them where it was in vain before.
   */
  async lookAgain(): Promise<boolean> {
    if (this.#now() < this.#restsUntil) return false;
    const changed = await this.load();
    this.#rest = changed ? rest.shortest : Math.min(2 * this.#rest, rest.longest);
    this.#restsUntil = this.#now() + this.#rest;
    return changed;
  }

  /** Waits until the files were read, at most ten seconds and no longer than somebody wants to know. Never rejects. */
  async whenRead(cancellation: CancellationToken): Promise<void> {
    // One that was cancelled from the beginning never tells.
    if (cancellation.isCancellationRequested) return;
    await new Promise<void>(resolve => {
      const end = (): void => {
        clearTimeout(timer);
        listening.dispose();
        resolve();
      };
      const timer = setTimeout(end, patience);
      const listening = cancellation.onCancellationRequested(end);
      void this.#loading.then(end);
    });
  }

  async #read(): Promise<boolean> {
    const turn = (this.#turn += 1);
    const { files } = await this.#files.findReal(valueFiles);
    if (turn !== this.#turn) {
      // One that began later knows better, and who waits for this one waits for that.
      await this.#loading;
      return false;
    }
    const known = files
      .filter(({ uri }) => uri.endsWith(`/${namedValueFile}`))
      .map(readNamedValueInformation)
      .filter(each => each !== null);
    const others = this.#values.take(files);
    const changed = others || fingerprint(known) !== fingerprint(this.#known);
    this.#known = known;
    if (changed) for (const listener of this.#listeners) listener();
    return (await this.#configs.take(files)) || changed;
  }

  /**
   * The named values as they count for a document. Where it stands in the folder of an API Management instance, those of that
   * instance; else all, and a name to which two files give different values has none.
   */
  valuesFor(uri: string): NamedValues {
    const values: Record<string, string> = {};
    const sources: Record<string, FactSource> = {};
    for (const [name, found] of groupByName(this.#near(uri))) {
      const [first] = found;
      if (first === undefined) continue;
      const problem = problemOf(found);
      if (problem === null && first.value !== null) values[name] = first.value;
      const secret = found.some(each => each.secret) ? { secret: true } : {};
      sources[name] = { from: 'file', ...(problem === null ? {} : { problem: render(say(problem, {}), this.#catalogue()) }), ...secret };
    }
    return { values, sources };
  }

  /** The names that a policy in this document may use, secrets included. */
  namesFor(uri: string): string[] {
    return [...groupByName(this.#near(uri)).keys()];
  }

  /** The files that describe the named value, for this document. Waits until the files were read, and looks again where there is none. */
  async placesOf(name: string, uri: string): Promise<readonly NamedValueInformation[]> {
    await this.#loading;
    const find = (): readonly NamedValueInformation[] => this.#near(uri).filter(each => each.name === name);
    const found = find();
    return found.length === 0 && (await this.lookAgain()) ? find() : found;
  }

  #near(uri: string): readonly NamedValueInformation[] {
    const around = this.#known.filter(({ root }) => uri.startsWith(root));
    const nearest = Math.max(...around.map(({ root }) => root.length));
    return around.length === 0 ? this.#known : around.filter(({ root }) => root.length === nearest);
  }
}

function groupByName(known: readonly NamedValueInformation[]): Map<string, NamedValueInformation[]> {
  const groups = new Map<string, NamedValueInformation[]>();
  for (const each of known) groups.set(each.name, [...(groups.get(each.name) ?? []), each]);
  return groups;
}

function problemOf(
  found: readonly NamedValueInformation[],
): 'named-value-secret' | 'named-value-ambiguous' | 'named-value-without-value' | null {
  if (found.some(({ secret }) => secret)) return 'named-value-secret';
  if (new Set(found.map(({ value }) => value)).size > 1) return 'named-value-ambiguous';
  return found[0]?.value === null ? 'named-value-without-value' : null;
}

function fingerprint(known: readonly NamedValueInformation[]): string {
  return JSON.stringify(known.map(({ file, name, secret, value }) => [file.uri, name, secret, value]).sort());
}
