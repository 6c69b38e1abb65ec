import type { Connection, InitializeParams } from 'vscode-languageserver';

/** The folders that the client has opened, by their addresses. */
export class WorkspaceFolders {
  #uris: readonly string[] = [];
  #tellsChanges = false;

  get uris(): readonly string[] {
    return this.#uris;
  }

  /** Older clients have one folder, the root. */
  initialize({ workspaceFolders, rootUri, capabilities }: InitializeParams): void {
    const folders: readonly unknown[] = Array.isArray(workspaceFolders) ? workspaceFolders : [{ uri: rootUri }];
    this.#uris = folders.map(folder => (folder as { readonly uri?: unknown } | null)?.uri).filter(uri => typeof uri === 'string');
    this.#tellsChanges = capabilities.workspace?.workspaceFolders === true;
  }

  /** Calls back after folders were opened or closed, where the client tells of it. */
  watch(connection: Connection, changed: () => void): void {
    if (!this.#tellsChanges) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      this.#uris = [...this.#uris.filter(uri => !gone.has(uri)), ...added.map(({ uri }) => uri)];
      changed();
    });
  }
}
