import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FrameGuard } from '../../../src/server/frame-guard.js';
import type { FrameProblem } from '../../../src/server/sentences/english/endings.js';
import { buildCommandLine, listenTo, type CommandLine, type Ended } from './real-process.js';

let commandLine: CommandLine;

beforeAll(async () => {
  commandLine = await buildCommandLine();
});

afterAll(() => {
  rmSync(commandLine.folder, { recursive: true, force: true });
});

const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };

function frame(message: unknown, header = 'Content-Length: '): string {
  const body = JSON.stringify(message);
  return `${header}${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Sends the text and keeps the input open, as an editor does. */
async function serve(text: string): Promise<Ended> {
  const child = spawn(process.execPath, [commandLine.cli, 'lsp', '--stdio'], { cwd: commandLine.folder });
  child.stdin.on('error', () => undefined);
  child.stdin.write(text);
  return listenTo(child);
}

const bad: readonly (readonly [string, string, FrameProblem])[] = [
  ['no length', `Content-Type: x\r\n\r\n{}`, 'no-length'],
  ['a length that is no number', 'Content-Length: abc\r\n\r\n{}', 'no-length'],
  ['a number with more behind it', 'Content-Length: 2x\r\n\r\n{}', 'no-length'],
  ['a negative length', 'Content-Length: -5\r\n\r\n{}', 'no-length'],
  ['a length without an end', `Content-Length: ${'9'.repeat(40)}\r\n\r\n{}`, 'no-length'],
  ['a message that is too long', 'Content-Length: 999999999\r\n\r\n{}', 'too-long'],
  ['too short a length', `Content-Length: 1\r\n\r\n{}\r\n\r\n`, 'no-colon'],
  ['no header at all', `{"jsonrpc":"2.0"}\n`, 'no-carriage-return'],
  ['no end of a header', 'x'.repeat(5000), 'endless-header'],
];

describe('the language server on standard input and output', () => {
  it.each(bad.slice(0, 3))('ends with a line, so that the client starts it anew: %s', async (_name, text) => {
    const { code, output, error } = await serve(frame(initialize) + text);
    expect({ code, error }).toEqual({
      code: 2,
      error:
        'apim-token-doctor: What the client sends cannot be read, because a header has no valid Content-Length. The language server ends; start it again.\n',
    });
    expect(output === '' || output.startsWith('Content-Length: ')).toBe(true);
  });

  it('reads on after a message that is no JSON, and ends with 0 after a shutdown', async () => {
    const shutdown = { jsonrpc: '2.0', id: 2, method: 'shutdown' };
    const text = `Content-Length: 3\r\n\r\n{x}${frame(initialize)}${frame(shutdown, 'content-length:')}${frame({ jsonrpc: '2.0', method: 'exit' })}`;
    const { code, output, error } = await serve(text);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(output).toContain('"serverInfo":{"name":"apim-token-doctor"');
  });

  it('ends with 1 where its client goes away without a word', async () => {
    expect(await commandLine.run(['lsp', '--stdio'], frame(initialize))).toMatchObject({ code: 1, error: '' });
  });

  it.skipIf(process.platform !== 'linux')('ends with 2 where it cannot answer', async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [commandLine.cli, 'lsp', '--stdio'], { cwd: commandLine.folder, stdio: ['pipe', full, 'pipe'] });
    closeSync(full);
    child.stdin?.on('error', () => undefined);
    child.stdin?.write(frame(initialize));
    const { code, error } = await listenTo(child);
    expect(code).toBe(2);
    expect(error).toContain('apim-token-doctor: Standard output cannot be written. The language server ends; start it again.\n');
  });
});

describe('the frames of the protocol', () => {
  it.each(bad)('are not understood any more after %s', (_name, text, reason) => {
    // However the bytes arrive.
    for (const size of [1, 7, 100_000]) {
      const guard = new FrameGuard();
      const bytes = Buffer.from(frame(initialize) + text);
      const said = Array.from({ length: Math.ceil(bytes.length / size) }, (_each, index) =>
        guard.watch(bytes.subarray(index * size, (index + 1) * size)),
      );
      expect(said.find(each => each !== null)).toBe(reason);
    }
  });

  it('are understood as every client writes them', () => {
    const text = [
      frame(initialize),
      frame('ü', 'content-length:'),
      frame({}, 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: '),
      'Content-Length: 0\r\n\r\n',
      frame({}),
    ].join('');
    for (const size of [1, 7, 100_000]) {
      const guard = new FrameGuard();
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; at += size) expect(guard.watch(bytes.subarray(at, at + size))).toBeNull();
    }
  });
});
