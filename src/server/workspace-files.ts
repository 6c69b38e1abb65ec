import type { Connection } from 'vscode-languageserver';
import type { ClientRequests, FindFilesParams, FoundFiles, WorkspaceFile } from '../protocol.js';
import type { ServerLog } from './server-log.js';

const method = 'apimTokenDoctor/workspace/files' satisfies keyof ClientRequests;

const nothing: FoundFiles = { files: [], tooLong: [], most: null };

/**
 * The files of the workspace. The server reads none itself: the client may have them elsewhere than on a disk. What the client does not read of
 * those that it found is written to the log.
 */
export class WorkspaceFiles {
  readonly #connection: Connection;
  readonly #log: Pick<ServerLog, 'warn'>;

  constructor(connection: Connection, log: Pick<ServerLog, 'warn'>) {
    this.#connection = connection;
    this.#log = log;
  }

  /** The files whose paths end like one of these. Never rejects: a client that cannot answer has none. */
  async find(endings: readonly string[]): Promise<FoundFiles> {
    return this.#ask({ endings });
  }

  /** Of the files whose paths end like one of these, those that stand in an opened folder themselves: a link to them counts for nothing. Never rejects. */
  async findReal(endings: readonly string[]): Promise<FoundFiles> {
    return this.#ask({ endings, real: true });
  }

  /** The files at these addresses; those that are gone are left out. Never rejects. */
  async read(uris: readonly string[]): Promise<FoundFiles> {
    return this.#ask({ endings: [], uris });
  }

  /** Of the files at these addresses, those that stand in an opened folder themselves. Never rejects. */
  async readReal(uris: readonly string[]): Promise<FoundFiles> {
    return this.#ask({ endings: [], uris, real: true });
  }

  async #ask(params: FindFilesParams): Promise<FoundFiles> {
    try {
      const found: unknown = await this.#connection.sendRequest(method, params);
      if (typeof found !== 'object' || found === null) return nothing;
      const { files, tooLong, most } = found as Record<string, unknown>;
      const answer: FoundFiles = {
        files: Array.isArray(files) ? files.filter(isFile) : [],
        tooLong: Array.isArray(tooLong) ? tooLong.filter(uri => typeof uri === 'string') : [],
        most: typeof most === 'number' ? most : null,
      };
      this.#tell(params, answer);
      return answer;
    } catch {
      return nothing;
    }
  }

  #tell({ endings }: FindFilesParams, { tooLong, most }: FoundFiles): void {
    for (const uri of tooLong) this.#log.warn(words => words.fileTooLong({ uri }));
    if (most !== null) this.#log.warn(words => words.filesLeftOut({ most, endings }));
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
