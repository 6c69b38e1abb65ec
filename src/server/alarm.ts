/** Timers take 32 bits of milliseconds; beyond that they fire at once. One hour also notices a computer that slept. */
const longestWait = 3_600_000;

/** Calls back once the wall clock has passed each of several moments. */
export class Alarm {
  readonly #now: () => number;
  readonly #ring: () => void;
  #moments: readonly number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `now` gives Unix seconds. */
  constructor(now: () => number, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** Rings after each of these moments (Unix seconds), in the place of those set before. What has passed already does not ring. */
  set(moments: readonly number[]): void {
    this.clear();
    const now = this.#now();
    this.#moments = moments.filter(moment => Number.isFinite(moment) && moment >= now).sort((a, b) => a - b);
    this.#arm();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#moments = [];
  }

  #arm(): void {
    const [next] = this.#moments;
    if (next === undefined) return;
    const wait = Math.max(0, (next - this.#now()) * 1000) + 1000;
    this.#timer = setTimeout(() => this.#wake(), Math.min(wait, longestWait));
  }

  #wake(): void {
    const now = this.#now();
    const left = this.#moments.filter(moment => moment >= now);
    const passed = left.length < this.#moments.length;
    this.#moments = left;
    this.#arm();
    if (passed) this.#ring();
  }
}
