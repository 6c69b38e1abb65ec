import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { mayDescribeScopes } from '../../core/index.js';
import { watchesFiles } from '../capabilities.js';
import type { ServerParts } from '../server-parts.js';
import { isLoaded, loadedFiles, resourceFiles } from '../resource-files.js';
import { scopeFiles } from '../workspace-scopes.js';
import { valueFiles } from '../workspace-values.js';

/**
 * Reads the workspace's files of values, and reads again what has changed: those, and the files that say which scopes there are. A client that does not watch
 * files tells at least what it has saved.
 */
export function watchFiles({ connection, documents, facts, workspace, scopes, files, folders, log, client }: ServerParts): void {
  workspace.onChange(() => facts.changed());
  const load = (): void => void workspace.load();
  const readAgain = (uris: readonly string[]): void => {
    files.forget();
    const ofScopes = uris.filter(uri => scopeFiles.some(name => uri.endsWith(`/${name}`)) || scopes.pathOf(uri) !== undefined);
    const loaded = uris.filter(uri => !ofScopes.includes(uri) && isLoaded(uri));
    const hosts = uris.filter(uri => !ofScopes.includes(uri) && mayDescribeScopes(uri));
    if (ofScopes.length + hosts.length > 0) void scopes.refresh([...ofScopes, ...hosts]);
    // A file that a resource loads may come later than the resource.
    else if (loaded.length > 0) void scopes.refresh([]);
    if (uris.length === 0 || uris.some(uri => !isLoaded(uri) && !scopeFiles.some(name => uri.endsWith(`/${name}`)))) load();
  };
  connection.onDidChangeWatchedFiles(({ changes }) => readAgain(changes.map(({ uri }) => uri)));
  folders.watch(connection, () => {
    files.forget();
    load();
  });
  load();
  if (!watchesFiles(client())) documents.onSave(uri => readAgain([uri]));
  else {
    const watchers = [...new Set([...valueFiles, ...scopeFiles, ...resourceFiles, ...loadedFiles])].map(name => ({
      globPattern: `**/${name}`,
    }));
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      // Nobody tells of files that came before the client watched for them.
      .then(load)
      .catch((error: unknown) => log.failure(words => words.namedValuesNotWatched(), error));
  }
}
