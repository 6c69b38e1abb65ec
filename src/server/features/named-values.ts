import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { namedValueFile } from '../named-value-information.js';
import type { ServerParts } from '../server-parts.js';

/** Reads the workspace's named values, and reads them again when a file that describes one has changed. */
export function watchNamedValues({ connection, facts, workspace, log, client }: ServerParts): void {
  workspace.onChange(() => facts.changed());
  const load = (): void => void workspace.load();
  connection.onDidChangeWatchedFiles(load);
  load();
  if (client().workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    const watchers = [{ globPattern: `**/${namedValueFile}` }];
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      // Nobody tells of files that came before the client watched for them.
      .then(load)
      .catch((error: unknown) => log.failure(words => words.namedValuesNotWatched(), error));
  }
}
