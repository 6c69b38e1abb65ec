// SECURITY.md promises what a test holds: each promise names tests, and they are there.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const [, behind = ''] = readFileSync(path.join(root, 'SECURITY.md'), 'utf8').split(/^## What is promised.*$/m);
const [promised = ''] = behind.split(/^## /m);
/** A promise, and what holds it. */
const promises = [...promised.matchAll(/^\| (.*?) +\| (.*?) +\|$/gm)]
  .map(([, promise = '', tests = '']): [string, string] => [promise, tests])
  .filter(([promise]) => promise !== 'promise' && !promise.startsWith('-'));

describe('SECURITY.md', () => {
  it('promises something', () => expect(promises.length).toBeGreaterThan(20));

  it.each(promises)('names tests that are there: %s', (_, tests) => {
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(file).toMatch(/^test\/.*\.test\.(?:ts|mjs)$/);
      expect(existsSync(path.join(root, file)), file).toBe(true);
    }
  });
});
