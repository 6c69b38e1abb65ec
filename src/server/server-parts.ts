import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Diagnoser } from './diagnoser.js';
import type { OpenDocuments } from './documents.js';
import type { ExplainedErrors } from './explained-errors.js';
import type { FactsStore } from './facts-store.js';
import type { Judgement } from './judgement.js';
import type { ServerLog } from './server-log.js';
import type { WorkspaceFiles } from './workspace-files.js';
import type { WorkspaceNamedValues } from './workspace-named-values.js';

/** What the features share. */
export interface ServerParts {
  readonly connection: Connection;
  readonly judgement: Judgement;
  readonly documents: OpenDocuments;
  readonly facts: FactsStore;
  readonly explained: ExplainedErrors;
  readonly diagnoser: Diagnoser;
  readonly files: WorkspaceFiles;
  readonly workspace: WorkspaceNamedValues;
  readonly log: ServerLog;
  /** What the client said it can do; empty until it has. */
  readonly client: () => ClientCapabilities;
}
