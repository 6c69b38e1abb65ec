import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uri } from 'vscode';
import { FileFinder } from '../../../src/extension/client/find-files.js';

/** Folder → its entries with their types; what stands in none cannot be read. */
const disk = vi.hoisted(() => ({
  scheme: 'memfs',
  folders: new Map<string, [string, number][]>(),
  read: [] as string[],
  searched: [] as string[],
}));

vi.mock('vscode', () => ({
  FileType: { File: 1, Directory: 2, SymbolicLink: 64 },
  Uri: { joinPath: ({ path }: Uri, name: string) => uriOf(`${path}/${name}`) },
  workspace: {
    get workspaceFolders() {
      return [{ uri: uriOf('/repo') }];
    },
    // As VS Code does where nothing can search.
    findFiles: (pattern: string) => {
      disk.searched.push(pattern);
      return Promise.resolve(disk.scheme === 'file' ? [uriOf('/repo/found/policy.xml')] : []);
    },
    fs: {
      readDirectory: ({ path }: Uri) => {
        disk.read.push(path);
        const entries = disk.folders.get(path);
        return entries === undefined ? Promise.reject(new Error('gone')) : Promise.resolve(entries);
      },
    },
  },
}));

function uriOf(path: string): Uri {
  return { scheme: disk.scheme, path, toString: () => `${disk.scheme}:${path}` } as unknown as Uri;
}

const [file, folder, link] = [1, 2, 64];

beforeEach(() => {
  Object.assign(disk, { scheme: 'memfs', read: [], searched: [] });
  disk.folders = new Map([
    [
      '/repo',
      [
        ['apis', folder],
        ['node_modules', folder],
        ['policy.xml', file],
        ['gone', folder],
        ['circle', folder | link],
      ],
    ],
    [
      '/repo/apis',
      [
        ['orders', folder],
        ['dev.tfvars', file],
        ['a.b', file],
      ],
    ],
    [
      '/repo/apis/orders',
      [
        ['policy.xml', file],
        ['old-policy.xml', file],
        ['x.cshtml', file],
        ['linked.xml', file | link],
      ],
    ],
    ['/repo/node_modules', [['policy.xml', file]]],
  ]);
});

const find = async (...endings: string[]): Promise<string[]> => (await new FileFinder().find(endings, 100)).uris.map(({ path }) => path);

describe('files of a workspace that cannot be searched', () => {
  it('are found by the ends of their paths, folder by folder', async () => {
    expect(await find('policy.xml')).toEqual(['/repo/policy.xml', '/repo/apis/orders/policy.xml']);
    expect(await find('orders/policy.xml', '*.tfvars')).toEqual(['/repo/apis/orders/policy.xml', '/repo/apis/dev.tfvars']);
    expect(await find('*.{xml,cshtml}')).toEqual([
      '/repo/policy.xml',
      '/repo/apis/orders/policy.xml',
      '/repo/apis/orders/old-policy.xml',
      '/repo/apis/orders/x.cshtml',
    ]);
    // A point is a point.
    expect(await find('aXb', 'a.b')).toEqual(['/repo/apis/a.b']);
  });

  it('are not looked for behind links, in node_modules, or again for the next question', async () => {
    const finder = new FileFinder();
    await finder.find(['policy.xml'], 100);
    expect((await finder.find(['*.tfvars'], 100)).uris).toHaveLength(1);
    expect(disk.read).toEqual(['/repo', '/repo/apis', '/repo/gone', '/repo/apis/orders']);
  });

  it('are said to be more where there are more of them, or of the folders', async () => {
    expect(await new FileFinder().find(['policy.xml'], 1)).toMatchObject({ isAll: false, uris: [{ path: '/repo/policy.xml' }] });
    expect(await new FileFinder().find(['policy.xml'], 2)).toMatchObject({ isAll: true });
    disk.folders.set(
      '/repo/apis',
      Array.from({ length: 3000 }, (_, at): [string, number] => [`api${at}`, folder]),
    );
    disk.read.length = 0;
    expect(await new FileFinder().find(['policy.xml'], 100)).toMatchObject({ isAll: false });
    expect(disk.read).toHaveLength(2000);
  });
});

describe('files of a workspace that can be searched', () => {
  it('are searched for, and no folder is gone through', async () => {
    disk.scheme = 'file';
    expect(await find('policy.xml')).toEqual(['/repo/found/policy.xml']);
    expect(disk.searched).toEqual(['**/policy.xml']);
    expect(disk.read).toEqual([]);
  });
});
