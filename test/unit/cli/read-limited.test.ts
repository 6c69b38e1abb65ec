import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileLimited } from '../../../src/cli/read-limited.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'apim-token-doctor-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(length: number): string {
  const file = path.join(folder, `${length}.txt`);
  writeFileSync(file, 'a'.repeat(length));
  return file;
}

describe('a file', () => {
  it.each([0, 1, 65_535, 65_536, 200_000])('of %d bytes is read whole, and refused by who takes less', async length => {
    const file = write(length);
    expect(Buffer.from(await readFileLimited(file, length)).toString()).toBe('a'.repeat(length));
    if (length > 0) await expect(readFileLimited(file, length - 1)).rejects.toMatchObject({ code: 'EFBIG' });
  });

  it.skipIf(process.platform !== 'linux')('that says it has no length is read whole, and refused by who takes less', async () => {
    expect(Buffer.from(await readFileLimited('/proc/self/status')).toString()).toMatch(/^Name:[^]+\n$/);
    await expect(readFileLimited('/proc/self/status', 10)).rejects.toMatchObject({ code: 'EFBIG' });
  });

  it('that is none, or not there, is refused with what the machine says', async () => {
    await expect(readFileLimited(folder)).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(readFileLimited(path.join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
