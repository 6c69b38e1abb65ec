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
