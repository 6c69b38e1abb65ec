import { defineConfig } from 'vitest/config';
import { isLong } from './test/harness/runs.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These run in a real VS Code, by their own runners (scripts/test.mjs).
    exclude: ['test/host/**', 'test/browser/**', 'test/vscode/**', '**/node_modules/**'],
    // No module keeps state, so the files of one worker can share what they import: reading it again for each is half of the work.
    isolate: false,
    // Timing is never asserted; the limit only ends a hang.
    testTimeout: isLong ? 3_600_000 : 120_000,
    hookTimeout: 120_000,
  },
});
