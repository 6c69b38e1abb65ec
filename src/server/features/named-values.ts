import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { ServerParts } from '../server-parts.js';
import { valueFiles } from '../workspace-values.js';

/** Reads the workspace's files of values, and reads them again when one of them has changed. */
export function watchNamedValues({ connection, facts, workspace, log, client }: ServerParts): void {
  workspace.onChange(() => facts.changed());
  const load = (): void => void workspace.load();
  connection.onDidChangeWatchedFiles(load);
  load();
  if (client().workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    const watchers = valueFiles.map(name => ({ globPattern: `**/${name}` }));
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      // Nobody tells of files that came before the client watched for them.
      .then(load)
      .catch((error: unknown) => log.failure(words => words.namedValuesNotWatched(), error));
  }
}
