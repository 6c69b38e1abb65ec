// docs/dependencies.md says why a package is held back, and package.json has each at one version.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Manifest {
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest;
const own = read('package.json');
const page = readFileSync('docs/dependencies.md', 'utf8');
const heldBack = [...page.matchAll(/^\| `([^`]+)` +\| ([\d.x]+)/gm)].map(([, name = '', version = '']) => ({ name, version }));

describe('packages', () => {
  it('are of development alone: all that runs is bundled', () => {
    expect(own.dependencies).toBeUndefined();
    expect(own.private).toBe(true);
  });

  it.each(['package.json', 'tools/package.json', 'test/vscode/package.json'])('stand in %s with one version each', file => {
    const { dependencies = {}, devDependencies = {} } = read(file);
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.length).toBeGreaterThan(3);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('that are held back stand in the page, at the version that is installed', () => {
    expect(heldBack.length).toBeGreaterThan(4);
    for (const { name, version } of heldBack) {
      const installed = own.devDependencies?.[name] ?? '';
      expect(`${installed}.`.startsWith(`${version.replace(/\.x$/, '')}.`), `${name} ${version}`).toBe(true);
    }
  });

  it('that are held back are not offered anew each week', () => {
    const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
      readonly updates: readonly { readonly directory: string; readonly ignore?: readonly { readonly 'dependency-name': string }[] }[];
    };
    const ignored = updates.find(({ directory, ignore }) => directory === '/' && ignore !== undefined)?.ignore ?? [];
    expect(ignored.map(each => each['dependency-name']).sort()).toEqual(heldBack.map(({ name }) => name).sort());
  });
});
