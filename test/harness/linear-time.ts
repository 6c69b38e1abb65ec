// Time that grows with the length of a text, not with its square.
import { expect } from 'vitest';
import { readPolicies } from '../../src/core/index.js';

/** Processor time, for the machine may be busy with something else. In microseconds. */
function cost(text: string): number {
  const before = process.cpuUsage();
  readPolicies(text);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** So many times the length takes so many times the time if all is well, and the square of it if it grew with the square; between the two it fails. */
export function expectLinear(make: (size: number) => string, from: number, to: number): void {
  const [small, large] = [from, to].map(size => `<policies>${make(size)}`) as [string, string];
  const least = Math.min(cost(small), cost(small), cost(small));
  const most = Math.min(cost(large), cost(large));
  expect(most / Math.max(least, 1_000)).toBeLessThan((to / from) ** (5 / 3));
}
