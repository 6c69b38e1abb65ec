import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { englishCli } from '../../../src/cli/sentences/english/index.js';
import { englishServer } from '../../../src/server/sentences/english/index.js';

const source = path.join(import.meta.dirname, '..', '..', '..', 'src');

test.each([
  ['server', englishServer],
  ['cli', englishCli],
])('no name stands in two files of the catalogue of %s', async (part, catalogue) => {
  const folder = path.join(source, part, 'sentences', 'english');
  const names: string[] = [];
  for (const file of readdirSync(folder)) {
    if (file === 'index.ts') continue;
    const parts = (await import(path.join(folder, file))) as Readonly<Record<string, object>>;
    for (const [name, value] of Object.entries(parts)) names.push(...(typeof value === 'function' ? [name] : Object.keys(value)));
  }
  expect(names.sort()).toEqual(Object.keys(catalogue).sort());
});
