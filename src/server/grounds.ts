import type { CancellationToken } from 'vscode-languageserver';
import {
  pathOf,
  pathWithin,
  rootsOf,
  type DiagnoseOptions,
  type Facts,
  type MetDocument,
  type Path,
  type PathFacts,
  type PolicyDocument,
  type ScopeSource,
} from '../core/index.js';
import type { ValueSets } from '../protocol.js';
import type { FactsStore } from './facts-store.js';
import type { ServerLog } from './server-log.js';
import type { SettingsStore, ShownLines } from './settings.js';
import type { OpenDocuments } from './documents.js';
import type { WorkspaceConfigs } from './workspace-configs.js';
import type { WorkspaceNamedValues } from './workspace-named-values.js';
import type { WorkspaceScopes } from './workspace-scopes.js';
import type { WorkspaceValues } from './workspace-values.js';

interface GroundsParts {
  readonly facts: FactsStore;
  readonly settings: SettingsStore;
  readonly workspace: WorkspaceNamedValues;
  readonly values: WorkspaceValues;
  readonly configs: Pick<WorkspaceConfigs, 'configFor' | 'severitiesFor'>;
  readonly documents: Pick<OpenDocuments, 'get'>;
  readonly scopes: WorkspaceScopes;
  readonly pause: () => Promise<void>;
  readonly log: ServerLog;
}

/** What a text is judged on, open or not: the facts of the moment and its settings. */
export class Grounds {
  readonly #parts: GroundsParts;
  /** By the folder of the instance, for one revision of the facts: the same facts are the same object. */
  readonly #pathFacts = new Map<string, { readonly revision: number; readonly facts: Promise<PathFacts> }>();

  constructor(parts: GroundsParts) {
    this.#parts = parts;
  }

  /** Names what a judgement of the document rests on besides its text: another one after every change of facts, settings, and what stands around it. */
  revisionFor(uri: string): string {
    const { facts, scopes } = this.#parts;
    return `${facts.revision}.${scopes.revisionFor(uri)}`;
  }

  /** The facts that count for every document: without the named values of its settings and its folder. */
  get common(): Facts {
    return this.#parts.facts.current();
  }

  /** The facts of this moment, as they count for the document at that address. `closed`: its text, where it is not open. */
  async factsFor(uri: string, closed = ''): Promise<Facts> {
    const { facts, settings, workspace, values, configs, documents } = this.#parts;
    const { namedValues, values: sets, valueSet } = await settings.get(uri);
    const text = documents.get(uri)?.getText() ?? closed;
    const given = { sets, inForce: valueSet, config: configs.configFor(uri) };
    return facts.current(namedValues, workspace.valuesFor(uri), values.valuesFor(uri, text, given));
  }

  /** The sets of values that are known for the document at that address, and which is in force. */
  async valueSetsFor(uri: string): Promise<ValueSets> {
    const { settings, values, configs } = this.#parts;
    const { values: sets, valueSet } = await settings.get(uri);
    return values.setsWith({ sets, inForce: valueSet, config: configs.configFor(uri) });
  }

  /** The path of a text of a document: with the scopes and fragments around it, where they are known for this text. Begins to read them where its folders name them. */
  async pathFor(uri: string, index: number, document: PolicyDocument): Promise<Path> {
    const { scopes, values } = this.#parts;
    void scopes.wake(uri, values.hasResources);
    // Of the same text alone: somebody may have typed meanwhile.
    const [known, key] = [scopes.current, scopes.keyOf(uri, index, document.text)];
    if (known === null || key === undefined) return pathOf(document);
    const [root = ''] = rootsOf(known, key);
    const { factsOf } = await this.pathFactsFor(root);
    return pathWithin(known, key, factsOf) ?? pathOf(document);
  }

  /** What the paths of one API Management instance are judged on. The same object as long as the facts are the same. */
  pathFactsFor(root: string): Promise<PathFacts> {
    const { revision } = this.#parts.facts;
    const known = this.#pathFacts.get(root);
    if (known?.revision === revision) return known.facts;
    const facts = this.#readPathFacts(root);
    this.#pathFacts.set(root, { revision, facts });
    return facts;
  }

  async #readPathFacts(root: string): Promise<PathFacts> {
    const { facts, settings, workspace, values, configs, scopes } = this.#parts;
    // Any file of the folder: settings are those of a folder.
    const { namedValues, values: sets, valueSet } = await settings.get(scopes.fileIn(root) ?? '');
    const kept = new Map<ScopeSource, Facts>();
    const factsOf = ({ source }: MetDocument): Facts => {
      const uri = scopes.uriOf(source.path) ?? '';
      const known = kept.get(source);
      if (known !== undefined) return known;
      const own = values.valuesFor(uri, source.document.text, { sets, inForce: valueSet, config: configs.configFor(uri) });
      const found = facts.current(namedValues, workspace.valuesFor(uri), own);
      kept.set(source, found);
      return found;
    };
    return { facts: facts.current(namedValues), factsOf };
  }

  /** Forgets what rests on facts that have changed. */
  dropFacts(): void {
    this.#pathFacts.clear();
  }

  /** What is shown between the lines of the document at that address, and at their ends. */
  async linesFor(uri: string): Promise<ShownLines> {
    return (await this.#parts.settings.get(uri)).lines;
  }

  /** How the document at that address is to be diagnosed. */
  async optionsFor(uri: string, signal: { readonly aborted: boolean }): Promise<DiagnoseOptions> {
    const { settings, configs, pause, log } = this.#parts;
    const { severities } = await settings.get(uri);
    const onRuleError = (code: string): void => log.warn(words => words.ruleFailed({ code }));
    // What the repository says comes before a rule's own severity, and after what the user says.
    return { severities: { ...configs.severitiesFor(uri), ...severities }, pause, signal, onRuleError };
  }
}

/** A cancellation as the core looks at it. */
export function toSignal(cancellation: CancellationToken): { readonly aborted: boolean } {
  return new Signal(cancellation);
}

/** A class, because the engine keeps what an object's own getter sees until it cleans up thoroughly. */
class Signal {
  readonly #cancellation: CancellationToken;

  constructor(cancellation: CancellationToken) {
    this.#cancellation = cancellation;
  }

  get aborted(): boolean {
    return this.#cancellation.isCancellationRequested;
  }
}
