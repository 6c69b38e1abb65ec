import { vi } from 'vitest';

/** Waits until an assertion holds. The limit only ends a hang: a second, as `vi.waitFor` has it, is nothing to a busy machine. */
export const eventually = (assertion: () => void | Promise<void>): Promise<void> =>
  vi.waitFor(assertion, { timeout: 60_000, interval: 10 });
