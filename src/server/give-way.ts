/** How long work goes on before others have their turn (milliseconds): a small part of the time between two pictures of a screen. */
const slice = 4;

/**
 * A pause that costs nothing while little was done: others have their turn only where that was so many milliseconds ago.
 *
 * @param giveWay resolves after the messages that wait were read: a macrotask, never a microtask
 * @param clock milliseconds since any moment
 */
export function pauseInSlices(giveWay: () => Promise<void>, clock: () => number): () => Promise<void> {
  let since = clock();
  return async () => {
    if (clock() - since < slice) return;
    await giveWay();
    since = clock();
  };
}
