import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These run in a real VS Code, by their own runners (scripts/test.mjs).
    exclude: ['test/host/**', 'test/browser/**', 'test/vscode/**', '**/node_modules/**'],
    // Timing is never asserted; the limit only ends a hang.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
