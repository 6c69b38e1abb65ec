import type { CancellationToken } from 'vscode-languageserver';

/**
 * Work that several wait for: it goes on while one of them still does, and is its own signal. A class, because the engine keeps what an object's
 * own getter sees until it cleans up thoroughly: here all of a document.
 */
export class SharedWork<Result> {
  readonly result: Promise<Result>;
  readonly #isWanted: () => boolean;
  /** Null once nobody waits any more. */
  #askers: CancellationToken[] | null;
  #stopped = false;

  /** @param isWanted whether it is of use to anybody, whoever waits for it */
  constructor(asker: CancellationToken, isWanted: () => boolean, work: (signal: SharedWork<Result>) => Promise<Result>) {
    this.#askers = [asker];
    this.#isWanted = isWanted;
    this.result = this.#run(work);
  }

  /** Somebody else waits for it. */
  join(asker: CancellationToken): void {
    this.#askers?.push(asker);
  }

  /** Whether it ended early, and says nothing therefore. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Whether it is to end early. Once it was said that it is, it stays so. */
  get aborted(): boolean {
    this.#stopped ||= this.#askers !== null && (!this.#isWanted() || this.#askers.every(asker => asker.isCancellationRequested));
    return this.#stopped;
  }

  async #run(work: (signal: SharedWork<Result>) => Promise<Result>): Promise<Result> {
    try {
      return await work(this);
    } finally {
      this.#askers = null;
    }
  }
}
