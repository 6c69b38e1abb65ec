import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { namedValueFile } from '../named-value-information.js';
import type { ServerParts } from '../server-parts.js';

/** Reads the workspace's named values, and reads them again when a file that describes one has changed. */
export function watchNamedValues({ connection, facts, workspace, log, client }: ServerParts): void {
  const failed = (error: unknown): void => log.failure(words => words.namedValuesFailed(), error);
  const load = (): void => {
    workspace
      .load()
      .then(changed => {
        if (changed) facts.changed();
      })
      .catch(failed);
  };
  connection.onDidChangeWatchedFiles(load);
  if (client().workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    const watchers = [{ globPattern: `**/${namedValueFile}` }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  }
  load();
}
