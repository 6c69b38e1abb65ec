import { describe, expect, it } from 'vitest';
import type { Io } from '../../../src/cli/io.js';
import { rememberFiles } from '../../../src/cli/remember-files.js';

/** A machine whose files have a length each; only reading counts. */
function machineOf(lengths: Readonly<Record<string, number>>): { readonly io: Io; readonly asked: string[] } {
  const asked: string[] = [];
  const readFile = async (path: string): Promise<Uint8Array> => {
    asked.push(path);
    const length = lengths[path];
    return length === undefined ? Promise.reject(new Error(path)) : Promise.resolve(new Uint8Array(length));
  };
  return { io: { readFile } as unknown as Io, asked };
}

describe('a machine that remembers files', () => {
  it('reads a file once, and one that cannot be read whenever it is asked for', async () => {
    const { io, asked } = machineOf({ one: 3 });
    const remembering = rememberFiles(io);
    expect((await remembering.readFile('one')).byteLength).toBe(3);
    expect(await remembering.readFile('one')).toBe(await remembering.readFile('one'));
    await expect(remembering.readFile('two')).rejects.toThrow();
    await expect(remembering.readFile('two')).rejects.toThrow();
    expect(asked).toEqual(['one', 'two', 'two']);
  });

  it('keeps 64 MiB and no more', async () => {
    const { io, asked } = machineOf({ large: 60 * 1024 * 1024, other: 5 * 1024 * 1024, small: 1024 });
    const remembering = rememberFiles(io);
    for (const path of ['large', 'other', 'small', 'large', 'other', 'small']) await remembering.readFile(path);
    expect(asked).toEqual(['large', 'other', 'small', 'other']);
  });

  it('keeps no file that is read for the last time', async () => {
    const { io, asked } = machineOf({ one: 3, large: 60 * 1024 * 1024, other: 60 * 1024 * 1024 });
    const remembering = rememberFiles(io);
    for (const path of ['one', 'one', 'large', 'large']) await remembering.takeFile(path);
    expect(asked).toEqual(['one', 'one', 'large', 'large']);
    // What was kept is taken from there, and makes room.
    const first = await remembering.readFile('large');
    expect(await remembering.takeFile('large')).toBe(first);
    for (const path of ['other', 'other', 'large']) await remembering.readFile(path);
    expect(asked).toEqual(['one', 'one', 'large', 'large', 'large', 'other', 'large']);
  });
});
