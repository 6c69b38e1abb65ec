import * as vscode from 'vscode';

/** Where VS Code can search for files: on a disk, on another machine, in a repository that is not cloned. Elsewhere it finds nothing, and does not say so. */
const searchable: ReadonlySet<string> = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** How many folders of a workspace that cannot be searched are gone through. */
const mostFolders = 2000;

/** How long what was found there is taken as the newest (milliseconds): one question follows the other. */
const rest = 5000;

/** What was found, and whether there is more. */
interface FoundUris {
  readonly uris: readonly vscode.Uri[];
  readonly isAll: boolean;
}

/** Finds files of the workspace by the ends of their paths, wherever its folders are. What stands in `node_modules` is left out. */
export class FileFinder {
  /** By the address of a folder that cannot be searched. */
  readonly #listings = new Map<string, { readonly until: number; readonly found: Promise<FoundUris> }>();

  /**
   * The files whose paths end like one of these: whole names, with `/` between them, `*` for any part of one, `{a,b}` for one of several. At
   * most so many for each ending.
   * Never rejects because of a folder that cannot be read.
   */
  async find(endings: readonly string[], most: number, cancellation?: vscode.CancellationToken): Promise<FoundUris> {
    const found = new Map<string, vscode.Uri>();
    const state = { isAll: true };
    const listings = await Promise.all(this.#unsearchable().map(folder => this.#list(folder)));
    for (const ending of endings) {
      const searched = await vscode.workspace.findFiles(`**/${ending}`, '**/node_modules/**', most + 1, cancellation);
      const listed = listings.flatMap(({ uris }) => uris.filter(endsLike(ending)));
      // The same file may be found both ways.
      const own = new Map([...searched, ...listed].map(uri => [uri.toString(), uri]));
      state.isAll &&= own.size <= most;
      for (const [address, uri] of [...own].slice(0, most)) found.set(address, uri);
    }
    return { uris: [...found.values()], isAll: state.isAll && listings.every(({ isAll }) => isAll) };
  }

  #unsearchable(): readonly vscode.Uri[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri).filter(({ scheme }) => !searchable.has(scheme));
  }

  #list(folder: vscode.Uri): Promise<FoundUris> {
    const key = folder.toString();
    const known = this.#listings.get(key);
    if (known !== undefined && known.until > Date.now()) return known.found;
    const found = listFiles(folder);
    this.#listings.set(key, { until: Date.now() + rest, found });
    return found;
  }
}

/** All files below a folder, the nearest first. Links are not followed: they may lead in a circle. */
async function listFiles(root: vscode.Uri): Promise<FoundUris> {
  const uris: vscode.Uri[] = [];
  const queue = [root];
  for (let at = 0; at < queue.length && at < mostFolders; at++) {
    const folder = queue[at];
    if (folder === undefined) break;
    // One that cannot be read is gone, or nobody's business.
    const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
    for (const [name, type] of entries) {
      if (type === vscode.FileType.File) uris.push(vscode.Uri.joinPath(folder, name));
      else if (type === vscode.FileType.Directory && name !== 'node_modules' && name !== '.git')
        queue.push(vscode.Uri.joinPath(folder, name));
    }
  }
  return { uris, isAll: queue.length <= mostFolders };
}

function endsLike(ending: string): (uri: vscode.Uri) => boolean {
  const pattern = ending
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replace(/\{([^{}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  const end = new RegExp(`/${pattern}$`);
  return ({ path }) => end.test(path);
}
