import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeThreads } from '../../../src/cli/node-threads.js';
import { runInMemory } from './memory-io.js';
import { buildCommandLine, root, waitFor, type CommandLine, type Ended } from './real-process.js';
import { mintStory, now, policy } from './story.js';

let folder: string;
let cli: string;
let runProcess: CommandLine['run'];

beforeAll(async () => {
  ({ folder, cli, run: runProcess } = await buildCommandLine());
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line that stands in a folder. */
const runAlone = async (place: string, ...args: string[]): Promise<Ended> =>
  waitFor(spawn(process.execPath, [path.join(place, 'cli.cjs'), ...args], { cwd: place }), '');

describe('the command line as a process', () => {
  it('checks, fixes and passes', async () => {
    const v1 = await mintStory('external-id-v1');
    writeFileSync(path.join(folder, 'policy.xml'), policy);
    writeFileSync(path.join(folder, 'metadata.json'), v1.metadata);
    const args = ['policy.xml', '--token', '-', '--metadata', 'metadata.json', '--now', String(now)];
    expect(await runProcess(['check', ...args], `Bearer ${v1.token}`)).toMatchObject({ code: 1, error: '' });
    expect(await runProcess(['fix', ...args, '--code', 'to-validate-jwt', '--variant', 'v1', '--write'], v1.token)).toMatchObject({
      code: 0,
      error: '',
    });
    const after = await runProcess(['check', ...args], v1.token);
    expect(after).toMatchObject({ code: 0, error: '' });
    expect(after.output).toContain('the gateway accepts this token: 200 as far as read');
  });

  it('keeps permissions, follows links and leaves no other file', async () => {
    const file = path.join(folder, 'real.xml');
    writeFileSync(file, `\ufeff${policy.replaceAll('\n', '\r\n')}`);
    chmodSync(file, 0o640);
    symlinkSync(file, path.join(folder, 'link.xml'));
    const before = readdirSync(folder).sort();
    expect(await runProcess(['fix', 'link.xml', '--code', 'to-validate-jwt', '--variant', 'both', '--write'])).toMatchObject({ code: 0 });
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\ufeff<policies>\r\n')).toBe(true);
    expect(text).toContain('<validate-jwt');
    expect(text).not.toMatch(/(?<!\r)\n/);
  });

  it('leaves a read-only file alone, and says what to do', async () => {
    const file = path.join(folder, 'read-only.xml');
    writeFileSync(file, policy);
    chmodSync(file, 0o444);
    symlinkSync(file, path.join(folder, 'link-to-read-only.xml'));
    const before = readdirSync(folder).sort();
    for (const name of ['read-only.xml', 'link-to-read-only.xml']) {
      const { code, output, error } = await runProcess(['fix', name, '--code', 'to-validate-jwt', '--variant', 'v2', '--write']);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(error).toMatch(new RegExp(`^apim-token-doctor: Cannot write ${name}: it is read-only\\. Allow writing .+\\n$`));
    }
    expect(readFileSync(file, 'utf8')).toBe(policy);
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(statSync(file).mode & 0o777).toBe(0o444);
  });

  it('says in one line why it cannot run', async () => {
    for (const args of [[], ['check', 'no-such-file.xml'], ['check', 'dist'], ['check', 'policy.xml', '--metadata', 'no.json']]) {
      const { code, output, error } = await runProcess(args);
      expect({ code, output }).toEqual({ code: 2, output: '' });
      expect(error).toMatch(/^apim-token-doctor: [^\n]+\n$/);
    }
  });

  it('prints the version of the manifest', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect((await runProcess(['--version'])).output).toBe(`${version}\n`);
  });

  it('loads no more than a command needs', async () => {
    const few = mkdtempSync(path.join(os.tmpdir(), 'apim-token-doctor-'));
    const copy = (...files: string[]): void => {
      for (const file of files) cpSync(path.join(path.dirname(cli), file), path.join(few, file));
    };
    try {
      copy('cli.cjs');
      expect((await runAlone(few, '--version')).code).toBe(0);
      copy('cli/main.cjs');
      expect((await runAlone(few, 'check', path.join(root, 'samples/story.policy.xml'))).code).toBe(0);
      expect((await runAlone(few, 'explain', path.join(root, 'samples/story.policy.xml'))).code).toBe(2);
    } finally {
      rmSync(few, { recursive: true, force: true });
    }
  });

  it('checks many files in several threads, where the machine has several cores, and says the same', async () => {
    const name = (number: number): string => `many/${String(number).padStart(4, '0')}.xml`;
    const texts = ['<policies><inbound><base /></inbound></policies>', '<policies><inbound><validate-jwt /></inbound></policies>'];
    const files = Object.fromEntries(
      Array.from({ length: nodeThreads.worth }, (_, number) => [name(number), texts[number % 9 === 0 ? 1 : 0] ?? '']),
    );
    mkdirSync(path.join(folder, 'many'));
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text);
    const { code, output, error } = await runInMemory(['check', 'many'], { files });
    expect({ code, error }).toEqual({ code: 1, error: '' });
    expect(await runProcess(['check', 'many'])).toMatchObject({ code, output, error });
    rmSync(path.join(folder, 'dist/cli/check-thread.cjs'));
    // Where a thread cannot even be started, the others do its share.
    expect(await runProcess(['check', 'many'])).toMatchObject({ code, output, error });
  });

  it('serves the language server protocol', async () => {
    const message = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { cwd: folder });
    let output = '';
    const answered = new Promise<void>(resolve => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('serverInfo')) resolve();
      });
      child.on('close', () => resolve());
    });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`);
    await answered;
    const closed = new Promise(resolve => child.on('close', resolve));
    // A client that goes away ends the server.
    child.stdin.end();
    await closed;
    expect(output).toContain('"serverInfo":{"name":"apim-token-doctor"');
  });
});
