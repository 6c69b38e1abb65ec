import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { shards } from './shards.mjs';

const [folder = ''] = (process.env.MUTATED ?? '').split('/');

/** Those that take longer than all others together. */
const isLong = file => file.includes('test/property/');

/** A mutant is dead by the first test that fails: those that take long come last. */
class QuickFirst extends BaseSequencer {
  async sort(files) {
    return files.toSorted((one, other) => isLong(one.moduleId) - isLong(other.moduleId));
  }
}

/** The tests of one shard; of a sample without the property tests. */
export default defineConfig({
  test: {
    include: (shards[folder] ?? []).filter(file => !(process.env.MUTATION_SAMPLE && isLong(file))),
    // Only what runs inside a test is changed, so that the files can share what they import: most of the time goes by importing.
    isolate: false,
    sequence: { sequencer: QuickFirst },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
