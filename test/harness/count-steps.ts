// How many steps a piece of the core takes, so that a test can say how they grow. The engine's own counter counts how often each block of
// code ran, in the core and in the two libraries that it uses; what native functions look through is added by wrapping those that
// search or copy. Two things it does not see: how a regular expression goes back and forth (lint looks for those that do so too
// long), and other native work, such as sorting. The counts are the same on every machine, however busy.
//
// The core must not be loaded before counting begins, so a test takes it from here.
import { Session } from 'node:inspector';

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** The core, counted. */
export const core = await import('../../src/core/index.js');
export const language = {
  ...(await import('../../src/core/language/complete.js')),
  ...(await import('../../src/core/language/foldings.js')),
  ...(await import('../../src/core/language/hover.js')),
  ...(await import('../../src/core/language/outline.js')),
};

const counted = /\/src\/core\/|\/node_modules\/(?:fast-xml-parser|jose|yaml)\//;

/** Steps since the last call. */
function takeBlocks(): number {
  let steps = 0;
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error !== null) throw error;
    for (const { url, functions } of answer.result) {
      if (!counted.test(url)) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
  });
  return steps;
}

type Search = 'indexOf' | 'lastIndexOf' | 'includes' | 'replace' | 'split' | 'match' | 'matchAll';
const searches: readonly Search[] = ['indexOf', 'lastIndexOf', 'includes', 'replace', 'split', 'match', 'matchAll'];

/** How many characters are looked at for one step: native code is about that much faster. */
const charactersPerStep = 16;

/** Runs something and gives its steps. */
export async function countSteps(run: () => unknown): Promise<number> {
  let native = 0;
  const prototype = String.prototype as unknown as Record<Search, (...args: unknown[]) => unknown>;
  const originals = searches.map(name => [name, prototype[name]] as const);
  for (const [name, original] of originals) {
    prototype[name] = function (this: string, ...args: unknown[]): unknown {
      const result = original.apply(this, args);
      native += searched(name, this.length, args[1], result);
      return result;
    };
  }
  takeBlocks();
  try {
    await run();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
  return takeBlocks() + Math.ceil(native / charactersPerStep);
}

/** How many characters a search looked at. */
function searched(name: Search, length: number, from: unknown, result: unknown): number {
  const start = typeof from === 'number' ? Math.min(from, length) : name === 'lastIndexOf' ? length : 0;
  if (name === 'indexOf') return (typeof result === 'number' && result >= 0 ? result : length) - start;
  if (name === 'lastIndexOf') return start - (typeof result === 'number' ? Math.max(result, 0) : 0);
  return length;
}

/** What three doublings of the size may take: an exponent of 1.3 at most. */
const mostGrowth = 8 ** 1.3;

/**
 * The growth of the steps between a size and eight times that size, as the exponent of the length: 1 is in proportion, 2 its square.
 * A few steps are added to both, for what is done but once.
 */
export async function exponentOf(make: (size: number) => string, act: (text: string) => unknown, size: number): Promise<number> {
  const [small, large] = [make(size), make(8 * size)];
  const least = (await countSteps(() => act(small))) + 1000;
  const most = (await countSteps(() => act(large))) + 1000;
  return Math.log(most / least) / Math.log(mostGrowth ** (1 / 1.3));
}

/** More than this is not in proportion. */
export const mostExponent = 1.3;
