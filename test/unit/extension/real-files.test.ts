import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uri } from 'vscode';
import { RealFiles } from '../../../src/extension/client/real-files.js';

const [file, folder, link] = [1, 2, 64];
const disk = vi.hoisted(() => ({ entries: new Map<string, { type: number; size: number }>(), asked: [] as string[] }));

vi.mock('vscode', () => ({
  FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
  workspace: {
    getWorkspaceFolder: ({ path }: { path: string }) => (path.startsWith('/repo/') ? { uri: uriOf('/repo') } : undefined),
    fs: {
      stat: ({ path }: { path: string }) => {
        disk.asked.push(path);
        const entry = disk.entries.get(path);
        return entry === undefined ? Promise.reject(new Error('gone')) : Promise.resolve(entry);
      },
      readFile: ({ path }: { path: string }) => Promise.resolve(new Uint8Array(disk.entries.get(path)?.size ?? 0)),
    },
  },
}));

function uriOf(path: string): Uri {
  const uri = { path, toString: () => `file://${path}`, with: (change: { path: string }) => uriOf(change.path) };
  return uri as unknown as Uri;
}

beforeEach(() => {
  disk.asked.length = 0;
  disk.entries = new Map([
    ['/repo/infra', { type: folder, size: 0 }],
    ['/repo/infra/dev.tfvars', { type: file, size: 10 }],
    ['/repo/infra/prod.tfvars', { type: file, size: 11 }],
    ['/repo/infra/linked.tfvars', { type: file | link, size: 1 }],
    ['/repo/infra/folder.tfvars', { type: folder, size: 1 }],
    ['/repo/outside', { type: folder | link, size: 0 }],
    ['/repo/outside/dev.tfvars', { type: file, size: 1 }],
    ['/else/dev.tfvars', { type: file, size: 1 }],
  ]);
});

describe('RealFiles', () => {
  const read = async (path: string): Promise<number | undefined> => (await new RealFiles().read(uriOf(path), 10))?.byteLength;

  it('reads a regular file of the folder, as long as it may be', async () => {
    expect(await read('/repo/infra/dev.tfvars')).toBe(10);
    expect(await read('/repo/infra/prod.tfvars')).toBeUndefined();
  });

  it('reads nothing through a symbolic link, wherever on the way it stands', async () => {
    expect(await read('/repo/infra/linked.tfvars')).toBeUndefined();
    expect(await read('/repo/outside/dev.tfvars')).toBeUndefined();
  });

  it('reads nothing that is no file, or stands outside of the folder', async () => {
    expect(await read('/repo/infra/folder.tfvars')).toBeUndefined();
    expect(await read('/else/dev.tfvars')).toBeUndefined();
    expect(await read('/repo/infra/../../else/dev.tfvars')).toBeUndefined();
  });

  it('looks at each folder once', async () => {
    const files = new RealFiles();
    for (const name of ['dev', 'prod', 'dev']) await files.read(uriOf(`/repo/infra/${name}.tfvars`), 11);
    expect(disk.asked.filter(path => path === '/repo/infra')).toHaveLength(1);
  });
});
