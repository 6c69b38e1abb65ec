/** Work that can be left between two steps. It yields nothing; who drives it decides whether and when it goes on. */
export type Steps<Result> = Generator<undefined, Result>;

/** How many marks of a text are one step: some fractions of a millisecond of work. */
export const marksInStep = 256;

/** Does all of the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
