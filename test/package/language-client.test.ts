// The language client shows messages by itself: in both bundles its `vscode` is the one whose messages are inert.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { languageClientDoor, standIn } from '../../scripts/language-client-door.mjs';

const root = path.join(import.meta.dirname, '..', '..');

describe.each([
  ['dist/client.cjs', 'src/extension/node.ts', 'node'],
  ['dist/web/extension.cjs', 'src/extension/browser.ts', 'browser'],
] as const)('%s', (bundle, entry, platform) => {
  it('holds it', () => {
    expect(readFileSync(path.join(root, bundle), 'utf8')).toMatch(/showErrorMessage:\s*\{\s*value:/);
  });

  it('gives it to every part of the language client, and to nobody else', async () => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      write: false,
      metafile: true,
      platform,
      format: 'cjs',
      external: ['vscode'],
      plugins: [languageClientDoor],
    });
    const asking = Object.entries(metafile.inputs).flatMap(([file, { imports }]) =>
      imports
        .filter(({ original, external, path: target }) => original === 'vscode' || (external === true && target === 'vscode'))
        .map(({ path: target }) => ({ file, isClient: file.includes('node_modules/'), target })),
    );
    expect(asking.filter(({ isClient }) => isClient).length).toBeGreaterThan(20);
    for (const { isClient, target } of asking) expect(target).toBe(isClient ? path.relative(root, standIn) : 'vscode');
  });
});
