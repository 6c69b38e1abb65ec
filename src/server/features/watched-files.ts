import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { ServerParts } from '../server-parts.js';
import { scopeFiles } from '../workspace-scopes.js';
import { valueFiles } from '../workspace-values.js';

/** Reads the workspace's files of values, and reads again what has changed: those, and the files that say which scopes there are. */
export function watchFiles({ connection, facts, workspace, scopes, log, client }: ServerParts): void {
  workspace.onChange(() => facts.changed());
  const load = (): void => void workspace.load();
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri);
    const ofScopes = uris.filter(uri => scopeFiles.some(name => uri.endsWith(`/${name}`)));
    if (ofScopes.length > 0) void scopes.refresh(ofScopes);
    if (ofScopes.length < uris.length || uris.length === 0) load();
  });
  load();
  if (client().workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
    const watchers = [...valueFiles, ...scopeFiles].map(name => ({ globPattern: `**/${name}` }));
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      // Nobody tells of files that came before the client watched for them.
      .then(load)
      .catch((error: unknown) => log.failure(words => words.namedValuesNotWatched(), error));
  }
}
