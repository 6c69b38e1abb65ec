import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FileFinder } from '../../../src/extension/client/find-files.js';
import { answerWorkspaceFiles } from '../../../src/extension/client/workspace-files.js';
import type { FindFilesParams, FoundFiles } from '../../../src/protocol.js';

const trust = vi.hoisted(() => ({ isGiven: true, listeners: [] as (() => void)[] }));

/** Path → how many bytes the file has, and what it holds; null where it cannot be read. */
const disk = vi.hoisted(() => ({ files: new Map<string, { size: number; text: string | null }>(), read: [] as string[] }));

vi.mock('vscode', () => ({
  FileType: { File: 1, Directory: 2 },
  Disposable: { from: () => ({ dispose: () => undefined }) },
  workspace: {
    get isTrusted() {
      return trust.isGiven;
    },
    onDidGrantWorkspaceTrust: (listener: () => void) => trust.listeners.push(listener),
    getWorkspaceFolder: ({ path }: { path: string }) => (path.startsWith('/repo/') ? { uri: uriOf('/repo') } : undefined),
    findFiles: (pattern: string, _: string, most: number) => {
      const [, ending = ''] = /^\*\*(\/.*)$/.exec(pattern) ?? [];
      return Promise.resolve(
        [...disk.files.keys()]
          .filter(path => path.endsWith(ending))
          .slice(0, most)
          .map(uriOf),
      );
    },
    fs: {
      stat: ({ path }: { path: string }) => Promise.resolve({ type: 1, size: disk.files.get(path)?.size ?? 0 }),
      readFile: ({ path }: { path: string }) => {
        disk.read.push(path);
        const text = disk.files.get(path)?.text ?? null;
        return text === null ? Promise.reject(new Error('gone')) : Promise.resolve(new TextEncoder().encode(text));
      },
    },
  },
}));

function uriOf(path: string): Uri {
  return { path, toString: () => path } as unknown as Uri;
}

type Handler = (params: FindFilesParams) => Promise<FoundFiles>;

function ask(params: FindFilesParams, sent: string[] = []): Promise<FoundFiles> {
  const given: { handler?: Handler } = {};
  answerWorkspaceFiles(
    {
      sendNotification: (method: string, { changes }: { changes: readonly unknown[] }) => {
        sent.push(`${method} ${String(changes.length)}`);
        return Promise.resolve();
      },
      onRequest: (_: string, handler: Handler) => (given.handler = handler),
      code2ProtocolConverter: { asUri: ({ path }: Uri) => path },
      protocol2CodeConverter: { asUri: uriOf },
    } as unknown as BaseLanguageClient,
    new FileFinder(),
  );
  return given.handler?.(params) ?? Promise.reject(new Error('nobody answers'));
}

const [kib, mib] = [1024, 1024 * 1024];

beforeEach(() => {
  trust.isGiven = true;
  trust.listeners.length = 0;
  disk.read.length = 0;
  disk.files = new Map([
    ['/repo/apis/a/specification.json', { size: 4 * mib, text: '{}' }],
    ['/repo/apis/b/specification.json', { size: 4 * mib + 1, text: '{}' }],
    ['/repo/apis/a/policy.xml', { size: 256 * kib, text: '<policies />' }],
    ['/repo/apis/b/policy.xml', { size: 256 * kib + 1, text: '<policies />' }],
    ['/repo/apis/c/policy.xml', { size: 10, text: null }],
  ]);
});

describe('the answer to questions about files', () => {
  it('has specifications up to 4 MiB, other files up to 256 KiB, and names those that are longer without reading them', async () => {
    const specifications = await ask({ endings: ['specification.json'] });
    expect(specifications.files).toEqual([{ uri: '/repo/apis/a/specification.json', text: '{}' }]);
    expect(specifications.tooLong).toEqual(['/repo/apis/b/specification.json']);
    const policies = await ask({ endings: ['policy.xml'] });
    expect(policies.files).toEqual([{ uri: '/repo/apis/a/policy.xml', text: '<policies />' }]);
    expect(policies.tooLong).toEqual(['/repo/apis/b/policy.xml']);
    expect(disk.read.filter(path => path.includes('/b/'))).toEqual([]);
  });

  it('gives the first 5000 files, and says where there are more', async () => {
    const some = (count: number): typeof disk.files =>
      new Map(Array.from({ length: count }, (_, at) => [`/repo/apis/${at}/policy.xml`, { size: 12, text: '<policies />' }]));
    disk.files = some(5000);
    expect(await ask({ endings: ['policy.xml'] })).toMatchObject({ most: null });
    disk.files = some(5001);
    const { files, most } = await ask({ endings: ['policy.xml'] });
    expect([files.length, most]).toEqual([5000, 5000]);
  });

  it('has files that are asked for by their addresses, inside of the workspace alone', async () => {
    const { files } = await ask({ endings: [], uris: ['/repo/apis/a/policy.xml', '/else/policy.xml'] });
    expect(files.map(({ uri }) => uri)).toEqual(['/repo/apis/a/policy.xml']);
  });

  it('has configs once the workspace is trusted, and tells the server then that there is more', async () => {
    const path = '/repo/.apim-token-doctor.json';
    disk.files.set(path, { size: 2, text: '{}' });
    trust.isGiven = false;
    const sent: string[] = [];
    const wanted = { endings: ['.apim-token-doctor.json', 'specification.json'], uris: [path] };
    expect((await ask(wanted, sent)).files.map(({ uri }) => uri)).toEqual(['/repo/apis/a/specification.json']);
    expect(disk.read).not.toContain(path);
    expect(sent).toEqual([]);
    trust.isGiven = true;
    for (const listener of trust.listeners) listener();
    expect(sent).toEqual(['workspace/didChangeWatchedFiles 0']);
    expect((await ask(wanted)).files.map(({ uri }) => uri)).toContain(path);
  });
});
