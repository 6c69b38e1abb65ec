import type { CancellationToken } from 'vscode-languageserver';
import type { DiagnoseOptions, Facts } from '../core/index.js';
import type { FactsStore } from './facts-store.js';
import type { ServerLog } from './server-log.js';
import type { SettingsStore } from './settings.js';
import type { OpenDocuments } from './documents.js';
import type { WorkspaceNamedValues } from './workspace-named-values.js';
import type { WorkspaceValues } from './workspace-values.js';

interface GroundsParts {
  readonly facts: FactsStore;
  readonly settings: SettingsStore;
  readonly workspace: WorkspaceNamedValues;
  readonly values: WorkspaceValues;
  readonly documents: Pick<OpenDocuments, 'get'>;
  readonly pause: () => Promise<void>;
  readonly log: ServerLog;
}

/** What a text is judged on, open or not: the facts of the moment and its settings. */
export class Grounds {
  readonly #parts: GroundsParts;

  constructor(parts: GroundsParts) {
    this.#parts = parts;
  }

  /** Grows with every change after which a judgement can differ; settings count. */
  get revision(): number {
    return this.#parts.facts.revision;
  }

  /** The facts that count for every document: without the named values of its settings and its folder. */
  get common(): Facts {
    return this.#parts.facts.current();
  }

  /** The facts of this moment, as they count for the document at that address. */
  async factsFor(uri: string): Promise<Facts> {
    const { facts, settings, workspace, values, documents } = this.#parts;
    const { namedValues, values: sets, valueSet } = await settings.get(uri);
    const text = documents.get(uri)?.getText() ?? '';
    return facts.current(namedValues, workspace.valuesFor(uri), values.valuesFor(uri, text, { sets, inForce: valueSet }));
  }

  /** How the document at that address is to be diagnosed. */
  async optionsFor(uri: string, signal: { readonly aborted: boolean }): Promise<DiagnoseOptions> {
    const { settings, pause, log } = this.#parts;
    const { severities } = await settings.get(uri);
    const onRuleError = (code: string): void => log.warn(words => words.ruleFailed({ code }));
    return { severities, pause, signal, onRuleError };
  }
}

/** A cancellation as the core looks at it. */
export function toSignal(cancellation: CancellationToken): { readonly aborted: boolean } {
  return {
    get aborted() {
      return cancellation.isCancellationRequested;
    },
  };
}
