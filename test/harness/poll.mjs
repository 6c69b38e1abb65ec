/**
 * Polls until `condition` returns something truthy, and gives that. Throws after `ms`, naming what it waited for: the limit only ends a
 * hang, and a busy machine needs many times as long as an idle one.
 */
export async function until(what, condition, ms = 120_000) {
  for (const end = performance.now() + ms; performance.now() < end; await new Promise(resolve => setTimeout(resolve, 50))) {
    const value = await condition();
    if (value) return value;
  }
  throw new Error(`Timed out waiting for ${what}.`);
}

/**
 * Does something until it succeeds: a busy page can lose a click on what it draws anew at that moment, or a key while the focus is on its way.
 * `attempt` gets its limit (milliseconds), a longer one each time; what the last one throws is thrown. It must do no harm twice.
 */
export async function again(attempt, { turns = 10, patience = 3_000 } = {}) {
  for (let turn = 1; ; turn++) {
    try {
      return await attempt(turn * patience);
    } catch (error) {
      if (turn === turns) throw error;
      await new Promise(resolve => setTimeout(resolve, turn * 50));
    }
  }
}
