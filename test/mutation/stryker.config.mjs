// Changes the core in small ways, one at a time, and sees whether a test notices: `npm run mutation -- FOLDER`.

const [folder = ''] = (process.env.MUTATED ?? '').split('/');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [process.env.MUTATED?.endsWith('.ts') ? `src/core/${process.env.MUTATED}` : `src/core/${folder}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/sample.mjs'],
  checkers: process.env.MUTATION_SAMPLE ? ['sample'] : [],
  // What runs when a file is loaded costs all tests of the shard for each mutant: it is met where a test runs it as well.
  ignoreStatic: true,
  // It would write a line into the fixtures that are programs.
  disableTypeChecks: false,
  vitest: { configFile: 'test/mutation/vitest.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
  timeoutMS: 60_000,
  ignorePatterns: ['dist', 'screenshots', 'test/browser', 'test/host', 'test/vscode'],
  tempDirName: `dist/mutation/${folder}`,
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  htmlReporter: { fileName: `dist/mutation/${folder}.html` },
  jsonReporter: { fileName: `dist/mutation/${folder}.json` },
  thresholds: { high: 85, low: 85, break: 85 },
  allowConsoleColors: false,
};
