/** Timers take 32 bits of milliseconds; beyond that they fire at once. One hour also notices a computer that slept. */
const longestWait = 3_600_000;

/** Calls back once, when the wall clock has reached a moment. */
export class CappedTimer {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `moment` in milliseconds since 1970; takes the place of an earlier one. */
  set(moment: number, ring: () => void): void {
    this.clear();
    const wait = moment - Date.now();
    if (wait <= 0) ring();
    else this.#timer = setTimeout(() => this.set(moment, ring), Math.min(wait, longestWait));
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
