import type { JudgedPath, PathPlace, ScopeSource, Span } from '../../core/index.js';
import type { FilePlace } from '../../view.js';
import type { WorkspaceScopes } from '../workspace-scopes.js';

/** Says where something on a path stands: for people below the folder of its instance, for the editor by its address. */
export class PathPlaces {
  readonly #scopes: Pick<WorkspaceScopes, 'uriOf'>;
  readonly #root: string;

  constructor(scopes: Pick<WorkspaceScopes, 'uriOf'>, { target }: Pick<JudgedPath, 'target'>) {
    this.#scopes = scopes;
    this.#root = target.root;
  }

  /** The name of a file, by its path among the scopes. */
  readonly nameFile = (path: string): string =>
    this.#root !== '' && path.startsWith(`${this.#root}/`) ? path.slice(this.#root.length + 1) : path;

  /** Null where the file has no address any more. */
  toFilePlace(source: ScopeSource, { start, end }: Span): FilePlace | null {
    const uri = this.#scopes.uriOf(source.path);
    if (uri === undefined) return null;
    const { line } = source.placeOf(start);
    return { uri, file: this.nameFile(source.path), start: source.offsetInFile(start), end: source.offsetInFile(end), line };
  }

  /** The same of a place on a path; null where nothing is there. */
  place(place: PathPlace | null): FilePlace | null {
    return place === null ? null : this.toFilePlace(place.at.source, place);
  }
}
