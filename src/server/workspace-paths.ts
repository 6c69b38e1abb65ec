import type { CancellationToken } from 'vscode-languageserver';
import { judgePaths, listPaths, type JudgedPaths, type Scopes } from '../core/index.js';
import { toSignal, type Grounds } from './grounds.js';
import type { WorkspaceScopes } from './workspace-scopes.js';

interface PathsParts {
  readonly grounds: Pick<Grounds, 'pathFactsFor'>;
  readonly scopes: Pick<WorkspaceScopes, 'current'>;
  /** Awaited after each path that was worked out. */
  readonly pause: () => Promise<void>;
}

/**
 * The paths of the workspace's requests, judged. What an edit does not touch is not judged again as long as the facts are the same. One judgement goes on at
 * a time: who asks meanwhile finds what it has worked out.
 */
export class WorkspacePaths {
  readonly #parts: PathsParts;
  /** By the folder of the instance. */
  readonly #kept = new Map<string, JudgedPaths>();
  #before: Promise<unknown> = Promise.resolve();

  constructor(parts: PathsParts) {
    this.#parts = parts;
  }

  /** The paths of one API Management instance; null where nothing is known of it, and where nobody waits any more. */
  judge(root: string, cancellation: CancellationToken): Promise<JudgedPaths | null> {
    const work = this.#before.then(() => this.#judge(root, cancellation));
    this.#before = work.catch(() => undefined);
    return work;
  }

  /** Forgets what rests on facts that have changed: with it goes the last mention of a token that was cleared. */
  dropJudged(): void {
    this.#kept.clear();
  }

  async #judge(root: string, cancellation: CancellationToken): Promise<JudgedPaths | null> {
    const { grounds, pause } = this.#parts;
    // Somebody may have typed, or set another token, while the facts were asked for.
    for (let scopes = this.#parts.scopes.current; scopes !== null && !cancellation.isCancellationRequested;) {
      const facts = await grounds.pathFactsFor(root);
      const now: Scopes | null = this.#parts.scopes.current;
      if (now !== scopes) {
        scopes = now;
        continue;
      }
      const before = this.#kept.get(root);
      const targets = listPaths({ services: scopes.services.filter(service => service.root === root) });
      const judged = await judgePaths(scopes, facts, { targets, pause, signal: toSignal(cancellation), ...(before && { before }) });
      if (cancellation.isCancellationRequested) return null;
      if ((await grounds.pathFactsFor(root)) === facts) this.#kept.set(root, judged);
      return judged;
    }
    return null;
  }
}
