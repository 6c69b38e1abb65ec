/** The most that one command may cause. */
interface BudgetLimits {
  /** Requests in all: the documents of one policy. */
  readonly documents: number;
  /** Requests at once. */
  readonly parallel: number;
  /** Bytes of all answers together. */
  readonly bytes: number;
  /** Milliseconds for all of it together. */
  readonly time: number;
}

export const usualBudget: BudgetLimits = { documents: 20, parallel: 4, bytes: 4 * 1_048_576, time: 30_000 };

/** What is left of the bounds of one command. */
export class FetchBudget {
  readonly #limits: BudgetLimits;
  readonly #now: () => number;
  #ends: number;
  #documents: number;
  #bytes: number;

  /** `now` gives milliseconds of any clock that only grows. Time counts from here on. */
  constructor(limits: BudgetLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
    this.#ends = now() + limits.time;
    this.#documents = limits.documents;
    this.#bytes = limits.bytes;
  }

  /** Time counts from here on: what a person took to answer a question does not. */
  restartTime(): void {
    this.#ends = this.#now() + this.#limits.time;
  }

  /** How many requests are left. */
  get documents(): number {
    return this.#documents;
  }

  /** Milliseconds that are left; at least 0. */
  get time(): number {
    return Math.max(0, this.#ends - this.#now());
  }

  /** Bytes that are left; at least 0. */
  get bytes(): number {
    return Math.max(0, this.#bytes);
  }

  /** Takes bytes that were read; false where they were more than was left. */
  takeBytes(count: number): boolean {
    this.#bytes -= count;
    return this.#bytes >= 0;
  }

  /** Works on some, so many at once as is allowed. Gives those that nothing was left for, in their order. */
  async spend<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<Item[]> {
    const queue = [...items];
    const next = (): Item | undefined => {
      if (queue.length === 0 || this.#documents === 0 || this.time === 0 || this.bytes === 0) return undefined;
      this.#documents -= 1;
      return queue.shift();
    };
    const worker = async (): Promise<void> => {
      for (let item = next(); item !== undefined; item = next()) await work(item);
    };
    await Promise.all(Array.from({ length: this.#limits.parallel }, worker));
    return queue;
  }
}
