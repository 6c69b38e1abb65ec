import { expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { SharedWork } from '../../../src/server/shared-work.js';

/** Work that ends when it is told to. */
function begin({ isWanted = true } = {}) {
  const asker = new CancellationTokenSource();
  const state = { isWanted };
  let end: (result: string) => void = () => undefined;
  const ending = new Promise<string>(resolve => (end = resolve));
  const work = new SharedWork(
    asker.token,
    () => state.isWanted,
    () => ending,
  );
  return { asker, work, state, end };
}

test('goes on while one of those who asked still waits, and ends early once none does', () => {
  const { asker, work } = begin();
  const other = new CancellationTokenSource();
  work.join(other.token);
  expect(work.aborted).toBe(false);
  asker.cancel();
  expect(work.aborted).toBe(false);
  other.cancel();
  expect([work.aborted, work.stopped]).toEqual([true, true]);
});

test('ends early where it is of no use, whoever waits, and stays so', () => {
  const { work, state } = begin();
  expect(work.stopped).toBe(false);
  state.isWanted = false;
  expect(work.aborted).toBe(true);
  state.isWanted = true;
  work.join(new CancellationTokenSource().token);
  expect([work.aborted, work.stopped]).toEqual([true, true]);
});

test('what has ended is not stopped afterwards', async () => {
  const { asker, work, state, end } = begin();
  end('done');
  expect(await work.result).toBe('done');
  asker.cancel();
  state.isWanted = false;
  expect([work.aborted, work.stopped]).toEqual([false, false]);
});
