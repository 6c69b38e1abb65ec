import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { ClientAnnouncements } from '../protocol.js';
import type { Desk } from './desk.js';
import type { OpenDocuments } from './documents.js';
import type { ExplainedErrors } from './explained-errors.js';
import type { FactsStore } from './facts-store.js';
import type { Fetcher } from './fetcher.js';
import type { GivenFiles } from './given-files.js';
import type { Grounds } from './grounds.js';
import type { Readings } from './readings.js';
import type { Language } from './sentences/language.js';
import type { ServerLog } from './server-log.js';
import type { WorkspaceConfigs } from './workspace-configs.js';
import type { WorkspaceFiles } from './workspace-files.js';
import type { WorkspaceFolders } from './workspace-folders.js';
import type { WorkspaceNamedValues } from './workspace-named-values.js';
import type { WorkspacePaths } from './workspace-paths.js';
import type { WorkspaceValues } from './workspace-values.js';
import type { WorkspaceScopes } from './workspace-scopes.js';

/** What the features share. */
export interface ServerParts {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly facts: FactsStore;
  readonly explained: ExplainedErrors;
  readonly grounds: Grounds;
  readonly readings: Readings;
  readonly files: WorkspaceFiles;
  readonly folders: WorkspaceFolders;
  readonly workspace: WorkspaceNamedValues;
  readonly values: WorkspaceValues;
  readonly configs: WorkspaceConfigs;
  readonly scopes: WorkspaceScopes;
  readonly paths: WorkspacePaths;
  /** The files that were named when the server was started; null where it cannot read any. */
  readonly given: GivenFiles | null;
  /** Null where it has no network. */
  readonly fetcher: Fetcher | null;
  /** Null where it can lay no text for a client to open. */
  readonly desk: Desk | null;
  /** Awaited in long work: see ServerHost. */
  readonly pause: () => Promise<void>;
  readonly log: ServerLog;
  readonly language: Language;
  /** What the client said it can do; empty until it has. */
  readonly client: () => ClientCapabilities;
  /** What the client said of itself that no protocol has. */
  readonly announced: () => ClientAnnouncements;
}
