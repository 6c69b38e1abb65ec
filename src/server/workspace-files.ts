import type { Connection } from 'vscode-languageserver';
import type { ClientRequests, FindFilesParams, WorkspaceFile } from '../protocol.js';

const method = 'apimTokenDoctor/workspace/files' satisfies keyof ClientRequests;

/** The files of the workspace. The server reads none itself: the client may have them elsewhere than on a disk. */
export class WorkspaceFiles {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The files whose paths end like one of these. Never rejects: a client that cannot answer has none. */
  async find(endings: readonly string[]): Promise<readonly WorkspaceFile[]> {
    return this.#ask({ endings });
  }

  /** Of the files whose paths end like one of these, those that stand in an opened folder themselves: a link to them counts for nothing. Never rejects. */
  async findReal(endings: readonly string[]): Promise<readonly WorkspaceFile[]> {
    return this.#ask({ endings, real: true });
  }

  /** The files at these addresses; those that are gone are left out. Never rejects. */
  async read(uris: readonly string[]): Promise<readonly WorkspaceFile[]> {
    return this.#ask({ endings: [], uris });
  }

  async #ask(params: FindFilesParams): Promise<readonly WorkspaceFile[]> {
    try {
      const found: unknown = await this.#connection.sendRequest(method, params);
      return Array.isArray(found) ? found.filter(isFile) : [];
    } catch {
      return [];
    }
  }
}

function isFile(file: unknown): file is WorkspaceFile {
  return (
    typeof file === 'object' &&
    file !== null &&
    'uri' in file &&
    typeof file.uri === 'string' &&
    'text' in file &&
    typeof file.text === 'string'
  );
}
