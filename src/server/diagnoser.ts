import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DiagnoseOptions } from '../core/diagnosis/run-rules.js';
import type { Facts } from '../core/facts.js';
import type { Finding } from '../core/finding.js';
import type { FactsStore } from './facts-store.js';
import type { Judgement } from './judgement.js';
import type { ServerLog } from './server-log.js';
import type { SettingsStore } from './settings.js';
import type { WorkspaceNamedValues } from './workspace-named-values.js';

/** What was found in one version of a document, and on which facts it rests. */
export interface Diagnosis {
  /** Document version and facts revision. Settings count as facts here, so this names the diagnosis completely. */
  readonly id: string;
  readonly facts: Facts;
  readonly findings: readonly Finding[];
}

export interface DiagnoserParts {
  readonly judgement: Judgement;
  readonly facts: FactsStore;
  readonly settings: SettingsStore;
  readonly workspace: WorkspaceNamedValues;
  readonly pause: () => Promise<void>;
  readonly log: ServerLog;
}

/** Diagnoses documents, and remembers the newest diagnosis of each. */
export class Diagnoser {
  readonly #parts: DiagnoserParts;
  readonly #newest = new Map<string, Diagnosis>();

  constructor(parts: DiagnoserParts) {
    this.#parts = parts;
  }

  /** Names the diagnosis that the document gets now. */
  idOf(document: TextDocument): string {
    return `${document.version}.${this.#parts.facts.revision}`;
  }

  /** The facts of this moment, as they count for this document. */
  async factsFor(document: TextDocument): Promise<Facts> {
    const { facts, settings, workspace } = this.#parts;
    const { namedValues } = await settings.get(document.uri);
    return facts.current(namedValues, workspace.valuesFor(document.uri));
  }

  /** The facts of this moment and how a document at that address is to be diagnosed, open or not. */
  async groundsFor(
    uri: string,
    signal: { readonly aborted: boolean },
  ): Promise<{ readonly facts: Facts; readonly options: DiagnoseOptions }> {
    const { facts, settings, workspace, pause, log } = this.#parts;
    const { severities, namedValues } = await settings.get(uri);
    const onRuleError = (code: string): void => log.warn(`The rule ${code} failed; its findings are missing, the others stand.`);
    return { facts: facts.current(namedValues, workspace.valuesFor(uri)), options: { severities, pause, signal, onRuleError } };
  }

  /**
   * The findings in the text as it is now. Never rejects: what goes wrong costs the findings and writes a line to the log.
   * Null where it was cancelled, or where it went wrong.
   */
  async diagnose(document: TextDocument, cancellation: CancellationToken): Promise<Diagnosis | null> {
    const { judgement, facts: store, log } = this.#parts;
    const id = this.idOf(document);
    const known = this.#newest.get(document.uri);
    if (known?.id === id) return known;
    const text = document.getText();
    try {
      if (!judgement.mayHoldPolicy(text)) return this.#keep(document.uri, { id, facts: store.current(), findings: [] });
      const { facts, options } = await this.groundsFor(document.uri, toSignal(cancellation));
      if (cancellation.isCancellationRequested) return null;
      const findings = await judgement.diagnose(text, facts, options);
      if (cancellation.isCancellationRequested) return null;
      return this.#keep(document.uri, { id, facts, findings });
    } catch (error) {
      log.failure('The diagnosis failed', error);
      return null;
    }
  }

  drop(uri: string): void {
    this.#newest.delete(uri);
  }

  #keep(uri: string, diagnosis: Diagnosis): Diagnosis {
    this.#newest.set(uri, diagnosis);
    return diagnosis;
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
