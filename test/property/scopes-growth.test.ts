// Telling which scopes there are asks for no policy, however large they are, and judging many paths judges each token policy once.
import { describe, expect, test } from 'vitest';
// Before anything that loads the core.
import { core, countSteps } from '../harness/count-steps.js';

const facts = { now: 1_798_000_000, metadata: {}, token: core.parseToken('no.token') };

/** An instance with so many APIs of one operation each; every text is asked for by name. */
function instance(apis: number, policy: string, ask: (path: string) => void): { path: string; text: () => string }[] {
  const file = (path: string, text: string): { path: string; text: () => string } => ({
    path,
    text: () => {
      ask(path);
      return text;
    },
  });
  const own = Array.from({ length: apis }, (_, index) => [
    file(`apis/a${String(index)}/policy.xml`, policy),
    file(`apis/a${String(index)}/apiInformation.json`, '{"properties": {"path": "x"}}'),
    file(`apis/a${String(index)}/operations/get/policy.xml`, policy),
    file(`products/p/apis/a${String(index)}/productApiInformation.json`, '{}'),
  ]);
  return [file('policy.xml', policy), file('products/p/policy.xml', policy), ...own.flat()];
}

const policyOf = (statements: number): string =>
  `<policies><inbound><base />${'<set-header name="x"><value>1</value></set-header>'.repeat(statements)}<validate-jwt header-name="Authorization" /></inbound></policies>`;

describe('telling which scopes there are', () => {
  test('asks for no text of a policy', () => {
    const asked: string[] = [];
    const { services } = core.readScopes(instance(250, policyOf(1), path => void asked.push(path)));
    expect(services[0]?.apis).toHaveLength(250);
    expect(asked).toHaveLength(250);
    expect(asked.every(path => path.endsWith('apiInformation.json'))).toBe(true);
  });

  test('takes as many steps however large the policies are, and a few for each file', async () => {
    const small = await countSteps(() => core.readScopes(instance(250, policyOf(1), () => undefined)));
    const large = await countSteps(() => core.readScopes(instance(250, policyOf(1000), () => undefined)));
    expect(large).toBeLessThan(small * 1.1);
    const more = await countSteps(() => core.readScopes(instance(1000, policyOf(1), () => undefined)));
    expect(more).toBeLessThan(small * 6);
  });
});

describe('judging all paths', () => {
  test('takes steps in proportion to their number', async () => {
    const judge = (apis: number): Promise<number> =>
      countSteps(async () => core.judgePaths(core.readScopes(instance(apis, policyOf(2), () => undefined)), { facts }));
    const [few, many] = [await judge(10), await judge(80)];
    expect(many).toBeLessThan(few * 8 * 1.3);
  });

  test('takes steps in proportion to the length of a path, however its branches are nested', async () => {
    const nested = (depth: number): string =>
      `<policies><inbound>${'<choose><when condition="@(context.Request.Method == &quot;GET&quot;)">'.repeat(depth)}<validate-jwt header-name="Authorization" />${'</when></choose>'.repeat(depth)}</inbound></policies>`;
    const judge = (depth: number): Promise<number> =>
      countSteps(async () => core.judgePaths(core.readScopes(instance(1, nested(depth), () => undefined)), { facts }));
    const [few, many] = [await judge(200), await judge(1600)];
    expect(many).toBeLessThan(few * 8 * 1.5);
  });
});
