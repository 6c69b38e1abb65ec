import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WorkspaceDisk } from '../../../src/cli/serve/workspace-disk.js';

const limits = { files: 100, folders: 100, seen: 1000 };

let folder: string;
let uri: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'apim-token-doctor-'));
  uri = pathToFileURL(folder).href;
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('the folders that are open in an editor', () => {
  it('give the files whose paths end as is asked, by addresses as editors write them', async () => {
    write('apis/orders;rev=2/policy.xml', 'one');
    write('apis/orders/other-policy.xml', 'two');
    write('named values/a/namedValueInformation.json', 'three');
    write('main.tf', 'four');
    const disk = new WorkspaceDisk(() => 0);
    const { files, most, tooLong } = await disk.find([uri], { endings: ['policy.xml', 'namedValueInformation.json', '*.tf'] });
    expect(files).toEqual([
      { uri: `${uri}/apis/orders%3Brev%3D2/policy.xml`, text: 'one' },
      { uri: `${uri}/main.tf`, text: 'four' },
      { uri: `${uri}/named%20values/a/namedValueInformation.json`, text: 'three' },
    ]);
    expect({ most, tooLong }).toEqual({ most: null, tooLong: [] });
  });

  it('are all that is read: no link, no step up, nothing that stands elsewhere', async () => {
    write('open/policy.xml', 'inside');
    write('secret/policy.xml', 'outside');
    symlinkSync(path.join(folder, 'secret'), path.join(folder, 'open', 'linked'));
    symlinkSync(path.join(folder, 'secret', 'policy.xml'), path.join(folder, 'open', 'other-policy.xml'));
    const open = `${uri}/open`;
    const disk = new WorkspaceDisk(() => 0);
    const uris = [
      'policy.xml',
      'linked/policy.xml',
      'other-policy.xml',
      '../secret/policy.xml',
      '%2e%2e/secret/policy.xml',
      '..%2fsecret%2fpolicy.xml',
    ];
    const asked = {
      endings: ['policy.xml', 'other-policy.xml'],
      uris: [...uris.map(each => `${open}/${each}`), `${uri}/secret/policy.xml`],
    };
    expect((await disk.find([open], asked)).files).toEqual([{ uri: `${open}/policy.xml`, text: 'inside' }]);
    // The folder that somebody opened may itself be reached by a link.
    symlinkSync(path.join(folder, 'open'), path.join(folder, 'door'));
    expect((await disk.find([`${uri}/door`], asked)).files).toEqual([{ uri: `${uri}/door/policy.xml`, text: 'inside' }]);
    expect((await disk.find(['vscode-vfs://github/a/b', 'file://elsewhere/a', 'nothing'], asked)).files).toEqual([]);
  });

  it('have bounds, and say so', async () => {
    for (const name of ['a', 'b', 'c']) write(`${name}/policy.xml`, name);
    write('node_modules/x/policy.xml', 'x');
    write('.git/policy.xml', 'x');
    write('long/specification.json', 'x'.repeat(300 * 1024));
    write('long/apiInformation.json', 'x'.repeat(300 * 1024));
    const find = (given: Partial<typeof limits>, endings = ['policy.xml']): ReturnType<WorkspaceDisk['find']> =>
      new WorkspaceDisk(() => 0, { ...limits, ...given }).find([uri], { endings });
    const names = async (given: Partial<typeof limits>): Promise<unknown> => {
      const { files, most } = await find(given);
      return [files.map(({ text }) => text).join(''), most];
    };
    expect(await names({})).toEqual(['abc', null]);
    expect(await names({ files: 2 })).toEqual(['ab', 2]);
    expect(await names({ folders: 3 })).toEqual(['ab', 2]);
    expect(await names({ seen: 2 })).toEqual(['ab', 2]);
    const long = await find({}, ['specification.json', 'apiInformation.json']);
    expect(long.files.map(file => file.uri)).toEqual([`${uri}/long/specification.json`]);
    expect(long.tooLong).toEqual([`${uri}/long/apiInformation.json`]);
  });

  it('are looked through once for questions that follow each other, and again after a change or a while', async () => {
    const clock = { now: 0 };
    const disk = new WorkspaceDisk(() => clock.now);
    const count = async (): Promise<number> => (await disk.find([uri], { endings: ['*.xml'] })).files.length;
    write('a.xml', '');
    expect(await count()).toBe(1);
    write('b.xml', '');
    expect(await count()).toBe(1);
    disk.forget();
    expect(await count()).toBe(2);
    write('c.xml', '');
    clock.now += 1001;
    expect(await count()).toBe(3);
  });
});
