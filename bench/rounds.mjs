// Rivals take turns, so that a busy machine slows all of them alike; what is told of them are ratios.

/** How long short works are repeated within one turn, in milliseconds: a clock is too coarse for one of them. */
const turnLength = 8;

/** @typedef {{ readonly run: () => unknown, readonly whole?: boolean }} Rival `whole`: never repeated within a turn. */
/** @typedef {{ readonly median: number, readonly p95: number }} Times In milliseconds. */

/**
 * Lets rivals take turns for so many rounds; gives the times of one run of each.
 *
 * @template {string} Name
 * @param {Readonly<Record<Name, Rival>>} rivals
 * @param {{ readonly rounds?: number, readonly warmUp?: number }} [options]
 * @returns {Promise<Record<Name, Times>>}
 */
export async function takeTurns(rivals, { rounds = 30, warmUp = 12 } = {}) {
  const names = /** @type {Name[]} */ (Object.keys(rivals));
  const repeats = new Map();
  const times = new Map(names.map(name => [name, /** @type {number[]} */ ([])]));
  for (let round = 0; round < warmUp; round++) for (const name of names) repeats.set(name, await findRepeats(rivals[name]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) times.get(name)?.push(await time(rivals[name], repeats.get(name) ?? 1));
  return /** @type {Record<Name, Times>} */ (Object.fromEntries(names.map(name => [name, summarise(times.get(name) ?? [])])));
}

/** The median and the 95th percentile of some figures. */
export function summarise(/** @type {readonly number[]} */ figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

async function findRepeats(/** @type {Rival} */ rival) {
  if (rival.whole === true) return time(rival, 1).then(() => 1);
  let repeats = 1;
  while ((await time(rival, repeats)) * repeats < turnLength) repeats *= 2;
  return repeats;
}

async function time(/** @type {Rival} */ { run }, /** @type {number} */ repeats) {
  const start = performance.now();
  for (let count = 0; count < repeats; count++) await run();
  return (performance.now() - start) / repeats;
}
