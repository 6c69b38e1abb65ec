import { PassThrough, Writable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { serveTools } from '../../../src/cli/mcp/serve-tools.js';

test('a client that asks for much and reads late gets all answers, and no warning of Node', async () => {
  const warnings: string[] = [];
  const keep = ({ message }: Error): void => void warnings.push(message);
  process.on('warning', keep);
  onTestFinished(() => void process.off('warning', keep));

  const written: string[] = [];
  const held: { goOn: (() => void) | null; isReading: boolean } = { goOn: null, isReading: false };
  const output = new Writable({
    highWaterMark: 1,
    write(chunk, _, done) {
      written.push(String(chunk));
      if (held.isReading) done();
      else held.goOn = done;
    },
  });
  const input = new PassThrough();
  const call = async (): Promise<never> => Promise.reject(new Error());
  const served = serveTools({ version: '1', tools: [], instructions: '', call }, input, output);
  const ids = Array.from({ length: 50 }, (_, id) => id);
  input.write(ids.map(id => `${JSON.stringify({ jsonrpc: '2.0', id, method: 'ping' })}\n`).join(''));
  await expect.poll(() => output.listenerCount('drain')).toBe(ids.length);
  held.isReading = true;
  held.goOn?.();
  await expect.poll(() => written.length).toBe(ids.length);
  input.end();
  await served;
  expect(written.map(line => (JSON.parse(line) as { id: number }).id)).toEqual(ids);
  expect(warnings).toEqual([]);
});
