import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { isLong } from './test/harness/runs.js';

const tests = path.join(import.meta.dirname, 'test');

/**
 * Files that put something else in a module's or a global's place, by themselves or by what stands in the harness for it; and those
 * that count the steps of the core, which must not be loaded, and made fast by the engine, before counting begins.
 */
const replacing = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .map(file => file.split(path.sep).join('/'))
  .filter(file => file.endsWith('.test.ts') && !/^(?:host|browser|vscode)\//.test(file))
  .filter(file =>
    /vi\.(?:mock|doMock|stubGlobal)\(|\/fetching-editor\.js'|\/count-steps\.js'/.test(readFileSync(path.join(tests, file), 'utf8')),
  )
  .map(file => `test/${file}`);

export default defineConfig({
  test: {
    // Timing is never asserted; the limit only ends a hang.
    testTimeout: isLong ? 3_600_000 : 600_000,
    hookTimeout: 600_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          // Some run in a real VS Code, by their own runners (scripts/test.mjs).
          exclude: ['test/host/**', 'test/browser/**', 'test/vscode/**', '**/node_modules/**', ...replacing],
          // No module keeps state, so the files of one worker can share what they import: reading it again for each is half of the work.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'isolated', include: replacing } },
    ],
  },
});
