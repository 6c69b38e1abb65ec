import { CancellationTokenSource } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { decodeToken, readScopes, withText, type PathFacts, type Scopes } from '../../../src/core/index.js';
import { WorkspacePaths } from '../../../src/server/workspace-paths.js';
import { writeTestToken } from '../token/test-token.js';

const inbound = (content: string): string => `<policies><inbound>${content}</inbound></policies>`;
const refusing = '<validate-jwt header-name="Authorization"><audiences><audience>other</audience></audiences></validate-jwt>';
const token = decodeToken(writeTestToken({ alg: 'RS256' }, { iss: 'https://idp.example/', aud: 'mine' }));

/** Twenty APIs with one operation each: two paths an API, and one fragment in the first two. */
function readTwenty(): Scopes {
  const names = Array.from({ length: 20 }, (_, index) => `a${index}`);
  const files = names.flatMap((name, index) => [
    { path: `apis/${name}/policy.xml`, text: inbound('<base />') },
    {
      path: `apis/${name}/operations/get/policy.xml`,
      text: inbound(index < 2 ? '<base /><include-fragment fragment-id="check" />' : '<base />'),
    },
  ]);
  const check = { path: 'policyFragments/check/policy.xml', text: `<fragment>${refusing}</fragment>` };
  return readScopes([...files, check, { path: 'policy.xml', text: inbound('') }]);
}

function open(): { readonly paths: WorkspacePaths; readonly state: { scopes: Scopes; worked: number; facts: PathFacts } } {
  const facts: PathFacts = { facts: { now: 1_798_000_000, metadata: {}, token } };
  const state = { scopes: readTwenty(), worked: 0, facts };
  const paths = new WorkspacePaths({
    grounds: { pathFactsFor: () => Promise.resolve(state.facts) },
    scopes: {
      get current() {
        return state.scopes;
      },
    },
    pause: () => {
      state.worked += 1;
      return Promise.resolve();
    },
  });
  return { paths, state };
}

const wanted = new CancellationTokenSource().token;

/** An edit of one file; how many paths were judged again. */
async function edit(path: string, text: string): Promise<number> {
  const { paths, state } = open();
  await paths.judge('', wanted);
  const scopes = withText(state.scopes, path, text);
  if (scopes === null) throw new Error(`${path} is no policy among these`);
  state.scopes = scopes;
  state.worked = 0;
  await paths.judge('', wanted);
  return state.worked;
}

describe('the paths of a workspace', () => {
  it('are judged once for all who ask', async () => {
    const { paths, state } = open();
    const [one, other] = await Promise.all([paths.judge('', wanted), paths.judge('', wanted)]);
    expect(state.worked).toBe(40);
    expect(other?.paths).toEqual(one?.paths);
  });

  it.each([
    ['an operation', 'apis/a5/operations/get/policy.xml', inbound(`<base />${refusing}`), 1],
    ['an API', 'apis/a5/policy.xml', inbound(`<base />${refusing}`), 2],
    ['a fragment', 'policyFragments/check/policy.xml', '<fragment />', 2],
    ['the global policy', 'policy.xml', inbound(refusing), 40],
  ])('are judged again after an edit of %s where they meet it, and nowhere else', async (_what, path, text, count) => {
    expect(await edit(path, text)).toBe(count);
  });

  it('are judged anew on other facts', async () => {
    const { paths, state } = open();
    await paths.judge('', wanted);
    state.facts = { facts: { ...state.facts.facts } };
    await paths.judge('', wanted);
    expect(state.worked).toBe(80);
  });

  it('are left in the middle where nobody waits any more', async () => {
    const { paths, state } = open();
    const asking = new CancellationTokenSource();
    const judged = paths.judge('', asking.token);
    await Promise.resolve();
    asking.cancel();
    expect(await judged).toBeNull();
    expect(state.worked).toBeLessThan(40);
  });
});
