import { expect, test } from 'vitest';
import { pauseInSlices } from '../../../src/server/give-way.js';

test('others have their turn once some milliseconds were worked, and not before', async () => {
  const state = { time: 100, turns: 0 };
  const pause = pauseInSlices(
    () => {
      state.turns += 1;
      state.time += 50;
      return Promise.resolve();
    },
    () => state.time,
  );
  const turns: number[] = [];
  for (let step = 0; step < 10; step++) {
    state.time += 1;
    await pause();
    turns.push(state.turns);
  }
  expect(turns).toEqual([0, 0, 0, 1, 1, 1, 1, 2, 2, 2]);
});
