import * as vscode from 'vscode';

/** Reads files that stand where their paths say: a symbolic link may lead out of the folder that the user opened. */
export class RealFiles {
  /** By address: whether the folder is one, and no link. Asked once, for the many files of one question. */
  readonly #folders = new Map<string, Promise<boolean>>();

  /**
   * The bytes of a regular file inside a folder of the workspace. Null where it stands outside, where it or a folder on the way to it is a
   * symbolic link, and where it has more bytes than `longest`. Rejects where it is gone.
   */
  async read(uri: vscode.Uri, longest: number): Promise<Uint8Array | null> {
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    if (root === undefined) return null;
    const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
    const steps = uri.path.startsWith(base) ? uri.path.slice(base.length).split('/') : [];
    if (steps.length === 0 || steps.includes('..') || steps.includes('.')) return null;
    for (const [at] of steps.slice(0, -1).entries()) {
      if (!(await this.#isFolder(root.with({ path: base + steps.slice(0, at + 1).join('/') })))) return null;
    }
    // A link to a file is a file and a link.
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if (type !== vscode.FileType.File || size > longest) return null;
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.byteLength > longest ? null : bytes;
  }

  #isFolder(uri: vscode.Uri): Promise<boolean> {
    const key = uri.toString();
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const asked = Promise.resolve(vscode.workspace.fs.stat(uri)).then(({ type }) => type === vscode.FileType.Directory);
    this.#folders.set(key, asked);
    return asked;
  }
}
