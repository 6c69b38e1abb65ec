import { describe, expect, it } from 'vitest';
import { findAzureCli, type Machine } from '../../../src/extension/sign-in/azure-cli.js';

const wanted = { scope: 'api://orders/.default', tenant: '11111111-2222-3333-4444-555555555555' };

interface Given extends Partial<Pick<Machine, 'platform' | 'home' | 'environment'>> {
  readonly links?: Readonly<Record<string, string>>;
  readonly programs?: readonly string[];
  readonly answer?: string;
}

/** A machine with programs and links, which keeps what it was made to run. */
function makeMachine({ links = {}, programs = ['/usr/bin/az'], answer = '{}', ...rest }: Given = {}): {
  machine: Machine;
  runs: Parameters<Machine['run']>[];
} {
  const runs: Parameters<Machine['run']>[] = [];
  const machine: Machine = {
    platform: 'linux',
    home: '/home/me',
    environment: { PATH: '/usr/local/bin:/usr/bin', LANG: 'C' },
    ...rest,
    realPath: path => (path.includes('/missing') ? Promise.reject(new Error('ENOENT')) : Promise.resolve(links[path] ?? path)),
    isProgram: path => (programs.includes(path) ? Promise.resolve(true) : Promise.reject(new Error('ENOENT'))),
    run: (...parameters) => {
      runs.push(parameters);
      return answer === 'fails' ? Promise.reject(new Error('ERROR: the-secret')) : Promise.resolve({ stdout: answer });
    },
  };
  return { machine, runs };
}

const isOffered = async (given: Given, ...folders: string[]): Promise<boolean> =>
  (await findAzureCli(makeMachine(given).machine, folders)) !== null;

describe('the Azure CLI', () => {
  it('is run by its whole path, without a shell, in the home folder, with bounds and these arguments', async () => {
    const { machine, runs } = makeMachine({ answer: '{"accessToken":"a.b.c"}' });
    const getToken = await findAzureCli(machine, ['/home/me/repo']);
    expect(runs).toEqual([]);
    expect(await getToken?.(wanted)).toBe('a.b.c');
    expect(runs).toEqual([
      [
        '/usr/bin/az',
        ['account', 'get-access-token', '--scope', wanted.scope, '--tenant', wanted.tenant, '--output', 'json'],
        {
          cwd: '/home/me',
          env: { PATH: '/usr/local/bin:/usr/bin', LANG: 'C' },
          timeout: 60_000,
          maxBuffer: 262_144,
          shell: false,
        },
      ],
    ]);
  });

  it.each(['fails', '', 'no JSON', 'null', '[]', '{"accessToken":1}', '{"token":"a.b.c"}'])(
    'gives nothing, and no error, where it answers %j',
    async answer => {
      expect(await (await findAzureCli(makeMachine({ answer }).machine, []))?.(wanted)).toBeNull();
    },
  );

  it('is looked for where PATH names whole paths outside the workspace, and starts nothing from elsewhere', async () => {
    const PATH = ':.:bin:/repo:/REPO/bin:/repo/../bin:/missing:/link:/usr/bin';
    const programs = ['/az', './az', 'bin/az', '/repo/az', '/REPO/bin/az', '/repo/../bin/az', '/missing/az', '/link/az', '/usr/bin/az'];
    const { machine, runs } = makeMachine({ environment: { PATH }, programs, links: { '/link': '/repo/tools' } });
    await (
      await findAzureCli(machine, ['/repo'])
    )?.(wanted);
    expect(runs.map(([file, , { env }]) => [file, env['PATH']])).toEqual([['/usr/bin/az', '/usr/bin']]);
  });

  it('is not offered where it leads into the workspace, by whatever name', async () => {
    expect(await isOffered({})).toBe(true);
    expect(await isOffered({}, '/usr/bin')).toBe(false);
    expect(await isOffered({}, '/usr/')).toBe(false);
    expect(await isOffered({}, '/')).toBe(false);
    expect(await isOffered({}, '/usr/bi')).toBe(true);
    expect(await isOffered({ links: { '/usr/bin/az': '/repo/az' } }, '/repo')).toBe(false);
    expect(await isOffered({ links: { '/repo': '/usr/bin' } }, '/repo')).toBe(false);
    expect(await isOffered({ home: '/repo/home' }, '/repo')).toBe(false);
    expect(await isOffered({ links: { '/home/me': '/repo' } }, '/repo')).toBe(false);
  });

  it('is not offered in a browser, on Windows, without PATH, and where there is none', async () => {
    expect(await findAzureCli(null, [])).toBeNull();
    expect(await isOffered({ platform: 'win32' })).toBe(false);
    expect(await isOffered({ environment: {} })).toBe(false);
    expect(await isOffered({ programs: [] })).toBe(false);
    expect(await isOffered({ platform: 'darwin' })).toBe(true);
  });
});
