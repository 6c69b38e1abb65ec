import type { Connection } from 'vscode-languageserver';
import type { ClientAnnouncements, ClientRequests, FindFilesParams, FoundFiles, WorkspaceFile } from '../protocol.js';
import type { Disk } from './disk.js';
import type { ServerLog } from './server-log.js';
import type { WorkspaceFolders } from './workspace-folders.js';

const method = 'apimTokenDoctor/workspace/files' satisfies keyof ClientRequests;

const nothing: FoundFiles = { files: [], tooLong: [], most: null };

interface FilesParts {
  readonly connection: Connection;
  readonly log: Pick<ServerLog, 'warn'>;
  readonly announced: () => Pick<ClientAnnouncements, 'ownMessages'>;
  readonly folders: Pick<WorkspaceFolders, 'uris'>;
  /** Absent where the server runs beside no disk. */
  readonly disk?: Disk | undefined;
}

/**
 * The files of the workspace. A client that answers for them is asked, since it may have them elsewhere than on a disk; for any other the server reads
 * the folders itself, where it runs beside them. What is found and not read is written to the log.
 */
export class WorkspaceFiles {
  readonly #parts: FilesParts;

  constructor(parts: FilesParts) {
    this.#parts = parts;
  }

  /** Files were made, changed or removed. */
  forget(): void {
    this.#parts.disk?.forget();
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
      const found: unknown = await this.#find(params);
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

  #find(params: FindFilesParams): Promise<unknown> {
    const { connection, announced, folders, disk } = this.#parts;
    if (announced().ownMessages) return connection.sendRequest(method, params);
    return Promise.resolve(disk?.find(folders.uris, params) ?? nothing);
  }

  #tell({ endings }: FindFilesParams, { tooLong, most }: FoundFiles): void {
    const { log } = this.#parts;
    for (const uri of tooLong) log.warn(words => words.fileTooLong({ uri }));
    if (most !== null) log.warn(words => words.filesLeftOut({ most, endings }));
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
