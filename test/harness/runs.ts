// How much a test tries: a sample in `npm test`, more in `npm run test:long`, which says so by the variable TEST_RUNS.
const factor = Number(process.env['TEST_RUNS'] ?? 1);

/** Whether this is the long run: nothing is left out that the short one leaves out for its length. */
export const isLong = factor > 1;

/** How many runs a random test makes: `count` in the short run, TEST_RUNS times as many in the long one. */
export function times(count: number): number {
  return count * factor;
}

/** Where random choices begin: fixed, so that everybody sees the same; TEST_SEED, where it is set, so that each night tries something else. */
export function seedOr(fixed: number): number {
  return Number(process.env['TEST_SEED'] ?? fixed);
}

/**
 * The places from 0 to `length`, both included: each in the long run, every `step`th in the short one.
 * `index` is that of the text among others, so that not all are looked at in the same columns.
 */
export function places(length: number, step: number, index = 0): number[] {
  if (isLong) step = 1;
  const sample: number[] = [];
  for (let place = index % step; place < length; place += step) sample.push(place);
  return [...sample, length];
}

/** Whether the server keeps nothing of one version for the next: TEST_KEEPS_NOTHING=1, with which every test says the same. */
export const keepsNothing = process.env['TEST_KEEPS_NOTHING'] === '1';
