// A sample of the mutants, for who has minutes and not hours: a checker of Stryker, which leaves out what the lot did not fall on.
import { createHash } from 'node:crypto';

/**
 * Whether a mutant is in a sample of `share` (0 to 1) of all. The lot hangs on the mutant itself and the seed, not on the others:
 * the same sample each time, and a smaller one is part of a larger one.
 */
export function isInSample({ fileName, location: { start, end }, mutatorName, replacement }, share, seed) {
  const file = fileName.slice(fileName.lastIndexOf('src/core/'));
  const name = [seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement].join(' ');
  return createHash('sha256').update(name).digest().readUInt32BE() < share * 2 ** 32;
}

const share = Number(process.env.MUTATION_SAMPLE ?? 100) / 100;
const seed = Number(process.env.MUTATION_SEED ?? 1);

/** Stryker has no word for "not asked": what does not pass a check counts for nothing, as if it did not compile. */
class Sample {
  async init() {}

  /** All at once: nothing is gained by asking for each. */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const answer = mutant =>
      isInSample(mutant, share, seed) ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' };
    return Object.fromEntries(mutants.map(mutant => [mutant.id, answer(mutant)]));
  }
}

export const strykerPlugins = [{ kind: 'Checker', name: 'sample', injectableClass: Sample }];
