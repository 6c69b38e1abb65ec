import { describe, expect, it } from 'vitest';
import { judgePaths, parseToken, readScopes, withText, type JudgedPaths, type ScopeFile } from '../../../src/core/index.js';

const facts = { facts: { now: 1_798_000_000, metadata: {}, token: parseToken('no.token') } };
const policy = (inbound: string): string => `<policies><inbound><base />${inbound}</inbound></policies>`;

const files: readonly ScopeFile[] = [
  { path: 'policy.xml', text: '<policies><inbound /></policies>' },
  { path: 'apis/a/policy.xml', text: policy('<include-fragment fragment-id="f" />') },
  { path: 'apis/a/operations/get/policy.xml', text: policy('') },
  { path: 'apis/b/policy.xml', text: policy('<validate-jwt header-name="Authorization" />') },
  { path: 'policyFragments/f/policy.xml', text: '<fragment><one /></fragment>' },
];

/** The paths that were worked out anew. */
function touched(before: JudgedPaths, after: JudgedPaths): string[] {
  const kept = new Set(before.paths.map(({ verdict }) => verdict));
  return after.paths.filter(({ verdict }) => !kept.has(verdict)).map(({ target }) => `${target.api} ${target.operation ?? '*'}`);
}

describe('after an edit', () => {
  it('only the paths are judged again that meet the file', async () => {
    const scopes = readScopes(files);
    const before = await judgePaths(scopes, facts);
    const edit = async (path: string, text: string): Promise<string[]> => {
      const changed = withText(scopes, path, text);
      return changed === null ? ['?'] : touched(before, await judgePaths(changed, facts, { before }));
    };
    expect(await edit('apis/b/policy.xml', policy(''))).toEqual(['b *']);
    expect(await edit('apis/a/operations/get/policy.xml', policy(''))).toEqual(['a get']);
    expect(await edit('policyFragments/f/policy.xml', '<fragment />')).toEqual(['a get', 'a *']);
    expect(await edit('policy.xml', '<policies />')).toEqual(['a get', 'a *', 'b *']);
  });

  it('a file that comes or goes touches the paths that meet it or missed it', async () => {
    const scopes = readScopes(files);
    const before = await judgePaths(scopes, facts);
    const read = async (changed: readonly ScopeFile[]): Promise<string[]> =>
      touched(before, await judgePaths(readScopes(changed, scopes), facts, { before }));
    expect(await read([...files])).toEqual([]);
    expect(await read(files.filter(({ path }) => !path.startsWith('policyFragments')))).toEqual(['a get', 'a *']);
    expect(await read([...files, { path: 'apis/b/operations/put/policy.xml', text: policy('') }])).toEqual(['b put', 'b *']);
    expect(await read([...files, { path: 'apis/a/apiInformation.json', text: '{"properties":{"path":"x"}}' }])).toEqual(['a get', 'a *']);
  });

  it('everything is judged again on other facts', async () => {
    const scopes = readScopes(files);
    const before = await judgePaths(scopes, facts);
    const after = await judgePaths(scopes, { facts: { ...facts.facts } }, { before });
    expect(touched(before, after)).toHaveLength(3);
  });

  it('stops where nobody waits any more', async () => {
    const signal = { aborted: false };
    const pause = (): Promise<void> => {
      signal.aborted = true;
      return Promise.resolve();
    };
    expect((await judgePaths(readScopes(files), facts, { pause, signal })).paths).toHaveLength(1);
  });
});

describe('without a token', () => {
  it('a path has no verdict', async () => {
    const { paths } = await judgePaths(readScopes(files), { facts: { now: 0, metadata: {} } });
    expect(paths.map(({ verdict }) => verdict)).toEqual([null, null, null]);
  });
});

describe('a second <base /> in one section', () => {
  const answer = '<return-response><set-status code="403" /></return-response>';
  const judge = async (global: string, api: string): Promise<unknown> => {
    const texts = [
      { path: 'policy.xml', text: `<policies><inbound>${global}</inbound></policies>` },
      { path: 'apis/a/policy.xml', text: `<policies><inbound>${api}</inbound></policies>` },
      { path: 'apis/a/apiInformation.json', text: '{"properties":{}}' },
    ];
    const { paths } = await judgePaths(readScopes(texts), facts);
    const verdict = paths[0]?.verdict;
    return [verdict?.answer.outcome, verdict?.answer.status, verdict?.answer.certain, verdict?.notRead.map(({ reason }) => reason)];
  };
  const refusal = '<validate-jwt header-name="Authorization" />';

  it('leaves nothing open where every meaning that it may have leads to the same', async () => {
    expect(await judge('<rate-limit />', '<base /><base />')).toEqual(['pass', 200, true, []]);
    expect(await judge(refusal, `<base /><set-header name="x" /><base />`)).toEqual(['fail', 401, true, []]);
    expect(await judge('<rate-limit />', `<base />${answer}<base />`)).toEqual([null, 403, true, []]);
  });

  it('is said where it matters', async () => {
    expect(await judge(refusal, `<base />${answer}<base />`)).toEqual(['fail', 401, false, ['base-twice']]);
  });
});
