import { describe, expect, it } from 'vitest';
import type { FoundFiles } from '../../../src/protocol.js';
import type { OpenDocuments } from '../../../src/server/documents.js';
import type { WorkspaceFiles } from '../../../src/server/workspace-files.js';
import { WorkspaceScopes } from '../../../src/server/workspace-scopes.js';

const noDocuments = { get: () => undefined, onChange: () => undefined, onClose: () => undefined } as unknown as OpenDocuments;

function scopesOf(files: Readonly<Record<string, string>>, mostText: number): WorkspaceScopes {
  const find = ([name = '']: readonly string[]): Promise<FoundFiles> => {
    const found = Object.entries(files).filter(([uri]) => uri.endsWith(`/${name}`));
    return Promise.resolve({ files: found.map(([uri, text]) => ({ uri, text })), tooLong: [], most: null });
  };
  return new WorkspaceScopes({ find, findReal: find } as unknown as WorkspaceFiles, noDocuments, mostText);
}

describe('the files of API Management in a workspace, where they are too long together', () => {
  const specification = JSON.stringify({ paths: { '/': { get: { operationId: 'list' } } } });
  const files = {
    'file:///repo/apis/orders/apiInformation.json': '{}',
    'file:///repo/apis/orders/specification.json': specification,
    'file:///repo/apis/stock/apiInformation.json': '{}',
    'file:///repo/apis/stock/specification.json': specification,
  };

  it('are left out only if they are specifications, and each is named', async () => {
    const scopes = scopesOf(files, 4 + specification.length);
    await scopes.wake(null);
    const operations = scopes.current?.services[0]?.apis.map(({ name, operations: own }) => [name, own.length]);
    expect(operations).toEqual([
      ['orders', 1],
      ['stock', 0],
    ]);
    expect(scopes.unread).toEqual({ tooLong: ['apis/stock/specification.json'], count: 1, most: null, tooMuch: false });
  });

  it('say nothing at all where others are missing, too', async () => {
    const scopes = scopesOf(files, 1);
    await scopes.wake(null);
    expect(scopes.current).toBeNull();
    expect(scopes.unread).toMatchObject({ tooMuch: true });
  });

  it('are all read where they are not', async () => {
    const scopes = scopesOf(files, 4 + 2 * specification.length);
    await scopes.wake(null);
    expect(scopes.unread).toEqual({ tooLong: [], count: 0, most: null, tooMuch: false });
  });
});
