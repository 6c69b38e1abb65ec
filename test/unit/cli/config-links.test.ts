import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Configs } from '../../../src/cli/configs.js';
import { openNodeIo } from '../../../src/cli/node-io.js';
import { englishCli } from '../../../src/cli/sentences/english/index.js';

/** A folder with a repository in it, and a secret beside it. */
function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'config-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'repo', '.git'), { recursive: true });
  mkdirSync(path.join(folder, 'else'));
  writeFileSync(path.join(folder, 'else', 'secrets.json'), '{"api-key": "hidden"}');
  writeFileSync(path.join(folder, 'repo', 'own.json'), '{"api": "own"}');
  return folder;
}

/** Gives what was said on standard error, too. */
async function find(folder: string): Promise<{ configs: Configs; said: string }> {
  let said = '';
  // Somebody works elsewhere, so that whole paths are read.
  const io = { ...openNodeIo([], ''), workingFolder: '/nowhere/at/all', writeError: (text: string) => void (said += text) };
  const file = path.join(folder, 'repo', 'policy.xml');
  const options = { config: undefined, 'no-config': false };
  return { configs: await Configs.find(io, [{ path: file, argument: file }], options, englishCli), said };
}

test('a config reads what stands in its folder itself, and no link', async () => {
  const folder = makeFolder();
  const inRepo = (...steps: string[]): string => path.join(folder, 'repo', ...steps);
  symlinkSync(path.join(folder, 'else', 'secrets.json'), inRepo('linked.json'));
  symlinkSync(path.join(folder, 'else'), inRepo('linked'));
  const files = ['own.json', 'linked.json', 'linked/secrets.json'];
  writeFileSync(inRepo('.apim-token-doctor.json'), JSON.stringify({ files }));
  const [config] = (await find(folder)).configs.all.map(({ files: read, problems }) => ({
    values: read.flatMap(({ values }) => values.map(({ text }) => text)),
    problems: problems.map(({ code, name }) => `${code} ${name ?? ''}`),
  }));
  expect(config).toEqual({ values: ['own'], problems: ['not-read linked.json', 'not-read linked/secrets.json'] });
});

test('a link to a config is none, which is said', async () => {
  const folder = makeFolder();
  writeFileSync(path.join(folder, 'else', 'config.json'), '{}');
  symlinkSync(path.join(folder, 'else', 'config.json'), path.join(folder, 'repo', '.apim-token-doctor.json'));
  const { configs, said } = await find(folder);
  expect(configs.all).toEqual([]);
  expect(said).toBe(
    `apim-token-doctor: ${folder}/repo/.apim-token-doctor.json is a link, so it counts for nothing. Put the config itself there, or name one with --config.\n`,
  );
});
