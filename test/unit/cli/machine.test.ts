import { spawn } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatNames } from '../../../src/cli/formats/registry.js';
import { buildCommandLine, runShell, waitFor, type CommandLine } from './real-process.js';
import { mintStory, policy } from './story.js';

const hasUnixFiles = process.platform === 'linux';
let commandLine: CommandLine;
let folder: string;

beforeAll(async () => {
  commandLine = await buildCommandLine();
  ({ folder } = commandLine);
  writeFileSync(path.join(folder, 'policy.xml'), policy);
  writeFileSync(path.join(folder, 'error.txt'), 'IDX10223: Lifetime validation failed.');
  writeFileSync(path.join(folder, 'token.txt'), (await mintStory('workforce-v2')).token);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const rewriteArgs = ['--code', 'to-validate-jwt', '--variant', 'v2'] as const;

/** A folder with one policy of its own. */
function newFolder(): { readonly inside: string; readonly file: string } {
  const inside = mkdtempSync(path.join(folder, 'in-'));
  const file = path.join(inside, 'p.xml');
  writeFileSync(file, policy);
  return { inside, file };
}

/** Looks again and again until the process has come to where it is stopped. One that ends without is a failure. */
async function untilStopped(inside: string, child: ReturnType<typeof spawn>): Promise<void> {
  for (; !existsSync(path.join(inside, 'waiting')); await wait(5)) expect([child.exitCode, child.signalCode]).toEqual([null, null]);
}

describe.skipIf(!hasUnixFiles)('output that cannot be written', () => {
  it.each([
    'check policy.xml',
    'check policy.xml --token token.txt',
    ...formatNames.map(format => `check no-keys.xml --format ${format}`),
    `fix policy.xml ${rewriteArgs.join(' ')}`,
    `fix written.xml ${rewriteArgs.join(' ')} --write`,
    'explain error.txt',
    'explain error.txt --format json',
    'decode token.txt',
    'decode token.txt --format json',
    '--help',
    '--version',
  ])('ends with 2 and a line: %s', async args => {
    writeFileSync(path.join(folder, 'no-keys.xml'), '<policies><inbound><validate-jwt header-name="Authorization" /></inbound></policies>');
    writeFileSync(path.join(folder, 'written.xml'), policy);
    const { code, error } = await runShell(commandLine, `$CLI ${args} > /dev/full`);
    expect({ code, error }).toEqual({
      code: 2,
      error: expect.stringMatching(
        /(?:^|\n)apim-token-doctor: Cannot write to standard output: there is no room left\. Make room, or send the output elsewhere\.\n$/,
      ),
    });
  });

  it('does not mind a reader that went away', async () => {
    const { output, error } = await runShell(
      commandLine,
      '$CLI --help | true; echo "${PIPESTATUS[0]}"; $CLI check policy.xml --format json | true; echo "${PIPESTATUS[0]}"',
    );
    expect({ output, error }).toEqual({ output: '0\n0\n', error: '' });
  });

  it('ends with 2 where nobody can be told why either', async () => {
    expect(await runShell(commandLine, '$CLI --help > /dev/full 2> /dev/full')).toMatchObject({ code: 2 });
  });
});

describe.skipIf(!hasUnixFiles)('input without an end', () => {
  it.each([
    'check /dev/zero',
    'check - < /dev/zero',
    'decode /dev/zero',
    'explain < /dev/zero',
    'check policy.xml --token /dev/zero',
    'fix /dev/zero',
  ])('is read up to 64 MiB: %s', async args => {
    const { code, output, error } = await runShell(commandLine, `$CLI ${args}`);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toMatch(/^apim-token-doctor: Cannot read [^\n]+: it is larger than 64 MiB\. Check whether it is the right one\.\n$/);
  });

  it('may come from a pipe', async () => {
    const { code, output, error } = await runShell(commandLine, '$CLI check <(cat policy.xml) --token <(cat token.txt) --now 1798000000');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toContain('Token: ');
  });
});

describe.skipIf(!hasUnixFiles)('a file that is to be replaced', () => {
  it('is refused, and not read, where it is none', async () => {
    const { inside, file } = newFolder();
    const prepare = `cd ${inside}; mkfifo pipe.xml; ln -s pipe.xml link.xml; `;
    for (const [name, kind] of [
      ['pipe.xml', 'a pipe. Name a file.'],
      ['link.xml', 'a pipe. Name a file.'],
      ['/dev/zero', 'a device. Name a file.'],
    ]) {
      // What stands before it is not written either.
      const { code, output, error } = await runShell(
        commandLine,
        `${existsSync(path.join(inside, 'pipe.xml')) ? `cd ${inside}; ` : prepare}$CLI fix p.xml ${name} ${rewriteArgs.join(' ')} --write`,
      );
      expect({ code, output, error }).toEqual({
        code: 2,
        output: '',
        error: `apim-token-doctor: Cannot write ${name}: it is ${kind}\n`,
      });
    }
    expect(readFileSync(file, 'utf8')).toBe(policy);
  });

  it('stays as it is where it was changed meanwhile', async () => {
    const { inside, file } = newFolder();
    const child = startInMiddle(inside, 'closeSync');
    await untilStopped(inside, child);
    writeFileSync(`${file}.new`, '<policies><!-- saved meanwhile --></policies>');
    renameSync(`${file}.new`, file);
    writeFileSync(path.join(inside, 'go'), '');
    const { code, output, error } = await waitFor(child, '');
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(error).toBe(
      'apim-token-doctor: Cannot write p.xml: it was changed after it was read, so nothing was written. Run the command again.\n',
    );
    expect(readFileSync(file, 'utf8')).toBe('<policies><!-- saved meanwhile --></policies>');
    expect(readdirSync(inside).sort()).toEqual(['go', 'p.xml', 'waiting']);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is old or new, with no other file beside it, after %s in the middle', async signal => {
    const { inside, file } = newFolder();
    const child = startInMiddle(inside, 'renameSync');
    await untilStopped(inside, child);
    child.kill(signal);
    writeFileSync(path.join(inside, 'go'), '');
    expect(await waitFor(child, '')).toMatchObject({ code: null, signal });
    expect(readdirSync(inside).sort()).toEqual(['go', 'p.xml', 'waiting']);
    expect(readFileSync(file, 'utf8')).toMatch(/<\/policies>\n$/);
  });

  it('stays whole where there is no room', async () => {
    const { inside, file } = newFolder();
    const large = policy.replace('<base />', `<base /><!-- ${'x'.repeat(20_000)} -->`);
    writeFileSync(file, large);
    const { code, error } = await runShell(commandLine, `cd ${inside}; ulimit -f 8; $CLI fix p.xml ${rewriteArgs.join(' ')} --write`);
    expect({ code, error }).toEqual({
      code: 2,
      error:
        'apim-token-doctor: Cannot write p.xml: there is no room for it, so it was left as it is. Make room, then run the command again.\n',
    });
    expect(readFileSync(file, 'utf8')).toBe(large);
    expect(readdirSync(inside)).toEqual(['p.xml']);
  });

  it('is written through no link where it is a report: the repository that is checked may have brought it', async () => {
    const { inside, file } = newFolder();
    for (const [link, target] of [
      ['there.sarif', file],
      ['nowhere.sarif', 'gone'],
    ] as const) {
      symlinkSync(target, path.join(inside, link));
      const { code, error } = await commandLine.run(['check', file, '--report', `sarif=${path.join(inside, link)}`]);
      expect({ code, error }).toEqual({
        code: 2,
        error: `apim-token-doctor: Cannot write ${path.join(inside, link)}: it is a link. Name the file that it leads to.\n`,
      });
    }
    expect(readFileSync(file, 'utf8')).toBe(policy);
    expect(readdirSync(inside)).not.toContain('gone');
  });

  it('is written through no linked folder on the way, either, whether it is named from here or whole', async () => {
    const { inside, file } = newFolder();
    const elsewhere = path.join(inside, 'elsewhere');
    mkdirSync(path.join(elsewhere, 'deep'), { recursive: true });
    symlinkSync(elsewhere, path.join(inside, 'out'));
    for (const out of [path.join(path.basename(inside), 'out'), path.join(inside, 'out')]) {
      const { code, error } = await commandLine.run(['check', file, '--report', `sarif=${path.join(out, 'deep', 'r.sarif')}`]);
      expect({ code, error }).toEqual({
        code: 2,
        error: `apim-token-doctor: Cannot write ${path.join(out, 'deep', 'r.sarif')}: ${out} is a link. Name the folder that it leads to.\n`,
      });
    }
    expect(readdirSync(path.join(elsewhere, 'deep'))).toEqual([]);
    // The way to the folder that somebody works in is their own.
    const { code } = await commandLine.run(['check', file, '--report', `sarif=${path.join(elsewhere, 'deep', 'r.sarif')}`]);
    expect([code, readdirSync(path.join(elsewhere, 'deep'))]).toEqual([expect.any(Number), ['r.sarif']]);
  });

  it('has its links told', async () => {
    const { inside, file } = newFolder();
    mkdirSync(path.join(inside, 'sub'));
    symlinkSync(file, path.join(inside, 'sub', 'link.xml'));
    linkSync(file, path.join(inside, 'other.xml'));
    const { code, error } = await commandLine.run(['fix', path.join(inside, 'sub', 'link.xml'), ...rewriteArgs, '--write']);
    const link = path.join(inside, 'sub', 'link.xml');
    expect({ code, error }).toEqual({
      code: 0,
      error: `${link}: this is a symbolic link, so the file that it leads to was written: ${file}\n${link}: its 1 other name (hard link) keeps the old text. Run fix on it, too.\n`,
    });
    expect(readFileSync(file, 'utf8')).toContain('<validate-jwt');
    expect(readFileSync(path.join(inside, 'other.xml'), 'utf8')).toBe(policy);
  });
});

/** `fix --write` on p.xml, stopped just before it calls this function of Node's for the temporary file, until the file `go` is there. The file `waiting` says that it has come so far. */
function startInMiddle(inside: string, functionName: 'closeSync' | 'renameSync'): ReturnType<typeof spawn> {
  const preload = path.join(folder, `stop-at-${functionName}.cjs`);
  writeFileSync(
    preload,
    `const fs = require('node:fs');
const own = fs.${functionName};
const stop = (...args) => {
  fs.${functionName} = own;
  if (fs.readdirSync('.').some(name => name.endsWith('.tmp'))) {
    fs.writeFileSync('waiting', '');
    const cell = new Int32Array(new SharedArrayBuffer(4));
    while (!fs.existsSync('go')) Atomics.wait(cell, 0, 0, 5);
  } else fs.${functionName} = stop;
  return own(...args);
};
fs.${functionName} = stop;
`,
  );
  return spawn(process.execPath, ['--require', preload, commandLine.cli, 'fix', 'p.xml', ...rewriteArgs, '--write'], { cwd: inside });
}
