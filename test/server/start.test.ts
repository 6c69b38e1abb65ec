// The built server, of which only the part is there that is loaded first.
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, it, onTestFinished } from 'vitest';
import { bundles } from '../../esbuild.mjs';

it('answers a client out of its first part alone, and ends with a sentence where it finds no other', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'apim-token-doctor-'));
  const first = bundles.find(({ outfile }) => outfile === 'dist/server/server.js');
  const server = path.join(folder, 'server.js');
  await build({ ...first, outfile: server, sourcemap: false });
  const child = fork(server, ['--node-ipc'], { silent: true });
  onTestFinished(() => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  let error = '';
  child.stderr?.on('data', (chunk: Buffer) => (error += chunk.toString()));
  const answered = new Promise(resolve => child.once('message', resolve));
  const ended = new Promise(resolve => child.once('close', resolve));
  child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  expect(await Promise.race([answered, ended])).toMatchObject({ id: 1, result: { capabilities: { hoverProvider: true } } });
  expect(await ended).toBe(2);
  expect(error).toMatch(/^apim-token-doctor: A part of the language server cannot be loaded[^\n]+\n$/);
});
