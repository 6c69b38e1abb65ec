// Medians of several rounds. All rivals of a case take turns in each round, so that a busy machine slows all of them alike.

const rounds = 15;
/** How long a rival runs in one round, in milliseconds: short works are repeated. */
const roundLength = 20;

/** @typedef {{ readonly name: string, readonly run: () => unknown }} Rival */

/**
 * Measures rivals against each other; gives the median time of one run of each, in microseconds.
 *
 * @param {readonly Rival[]} rivals
 * @returns {Promise<number[]>}
 */
export async function measure(rivals) {
  const repeats = [];
  for (const rival of rivals) repeats.push(await findRepeats(rival));
  /** @type {number[][]} */
  const times = rivals.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, rival] of rivals.entries()) times[index]?.push(await time(rival, repeats[index] ?? 1));
  }
  return times.map(median);
}

/** Warms a rival up, and finds how often it runs in a round. */
async function findRepeats(/** @type {Rival} */ rival) {
  let repeats = 1;
  for (let tries = 0; tries < 12; tries++) {
    const spent = ((await time(rival, repeats)) * repeats) / 1000;
    if (spent < roundLength) repeats = Math.max(repeats + 1, Math.ceil((repeats * roundLength) / Math.max(spent, 0.01) / 2));
  }
  return repeats;
}

async function time(/** @type {Rival} */ { run }, /** @type {number} */ repeats) {
  const start = performance.now();
  for (let count = 0; count < repeats; count++) await run();
  return ((performance.now() - start) * 1000) / repeats;
}

function median(/** @type {number[]} */ values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
