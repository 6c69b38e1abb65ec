// The language client shows messages by itself: in its bundle its `vscode` is the one whose messages are inert.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { bundles } from '../../esbuild.mjs';
import { standIn } from '../../scripts/language-client-door.mjs';

const root = path.join(import.meta.dirname, '..', '..');
const client = bundles.find(({ outfile }) => outfile === 'dist/client.cjs');

describe('dist/client.cjs', () => {
  it('holds it', () => {
    expect(readFileSync(path.join(root, 'dist/client.cjs'), 'utf8')).toMatch(/showErrorMessage:\s*\{\s*value:/);
  });

  it('gives it to every part of the language client, and to nobody else', async () => {
    const { metafile } = await build({ ...client, absWorkingDir: root, write: false, metafile: true });
    const asking = Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
      imports
        .filter(({ original, external, path: target }) => original === 'vscode' || (external === true && target === 'vscode'))
        .map(({ path: target }) => ({ file, isClient: file.includes('node_modules/'), target })),
    );
    expect(asking.filter(({ isClient }) => isClient).length).toBeGreaterThan(20);
    expect(asking.filter(({ isClient }) => !isClient).length).toBeGreaterThan(20);
    for (const { isClient, target } of asking) expect(target).toBe(isClient ? path.relative(root, standIn) : 'vscode');
  });

  it('has both ways to the server: a process, and a worker', () => {
    const text = readFileSync(path.join(root, 'dist/client.cjs'), 'utf8');
    expect(text).toContain('child_process');
    expect(text).toContain('new Worker(');
  });
});
