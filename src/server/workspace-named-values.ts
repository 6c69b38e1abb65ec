import { render, say, type FactSource } from '../core/index.js';
import type { NamedValues } from './facts-store.js';
import { namedValueFile, readNamedValueInformation, type NamedValueInformation } from './named-value-information.js';
import type { WorkspaceFiles } from './workspace-files.js';

/** The named values that the workspace describes (APIOps). Values of secrets are not even kept. */
export class WorkspaceNamedValues {
  readonly #files: WorkspaceFiles;
  #known: readonly NamedValueInformation[] = [];
  #loading: Promise<unknown> = Promise.resolve();

  constructor(files: WorkspaceFiles) {
    this.#files = files;
  }

  /** Reads the files anew; whether anything is different then. Never rejects. */
  load(): Promise<boolean> {
    const loading = this.#read();
    this.#loading = loading;
    return loading;
  }

  async #read(): Promise<boolean> {
    const files = await this.#files.find([namedValueFile]);
    const known = files.map(readNamedValueInformation).filter(each => each !== null);
    const changed = fingerprint(known) !== fingerprint(this.#known);
    this.#known = known;
    return changed;
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
      sources[name] = { from: 'file', ...(problem === null ? {} : { problem: render(say(problem, {})) }), ...secret };
    }
    return { values, sources };
  }

  /** The names that a policy in this document may use, secrets included. */
  namesFor(uri: string): string[] {
    return [...groupByName(this.#near(uri)).keys()];
  }

  /** The files that describe the named value, for this document. Waits until the files were read. */
  async placesOf(name: string, uri: string): Promise<readonly NamedValueInformation[]> {
    await this.#loading;
    return this.#near(uri).filter(each => each.name === name);
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
