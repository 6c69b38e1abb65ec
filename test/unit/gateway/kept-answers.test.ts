import { describe, expect, test } from 'vitest';
import {
  createSampleTenant,
  decodeToken,
  judge,
  KeptAnswers,
  openKeyRing,
  pathOf,
  readPolicies,
  type Facts,
} from '../../../src/core/index.js';
import { ids } from '../../harness/growing-texts.js';

const now = 1798000000;
const tenant = await createSampleTenant(ids);
const token = decodeToken((await tenant.mint('workforce-v2', now)).reveal());
const facts: Facts = { now, token, metadata: tenant.metadata };
const [address = ''] = Object.keys(tenant.metadata).filter(each => each.includes('/v2.0/.well-known'));

const write = (audience: string): string =>
  `<validate-jwt><openid-config url="${address}" /><audiences><audience>${audience}</audience></audiences></validate-jwt>`;
const around = (inside: string): string => `<policies><inbound>${inside}</inbound></policies>`;

/** Judges texts one after the other with the same answers; gives those of the last one. */
async function judgeAll(texts: readonly string[], moments: readonly number[] = []): Promise<(readonly object[])[]> {
  const kept = new KeptAnswers();
  const all: (readonly object[])[] = [];
  for (const [index, text] of texts.entries()) {
    const { policies } = await judge(pathOf(readPolicies(text)), { ...facts, now: moments[index] ?? now }, { kept });
    all.push(policies.map(({ prediction }) => prediction ?? {}));
  }
  return all;
}

describe('what a token policy answered before', () => {
  test('is what it answers wherever it stands now', async () => {
    const [before, after] = await judgeAll([around(write('a') + write('b')), around(`<base />${write('b')}\n${write('a')}`)]);
    expect(after?.[1]).toBe(before?.[0]);
    expect(after?.[0]).toBe(before?.[1]);
  });

  test('counts for no other text', async () => {
    const [before, after] = await judgeAll([around(write(String(token.claims['aud']))), around(write('b'))]);
    const audience = (outcome: string): object => ({
      checks: expect.arrayContaining([expect.objectContaining({ check: 'audience', outcome })]) as unknown,
    });
    expect(before?.[0]).toMatchObject(audience('pass'));
    expect(after?.[0]).toMatchObject(audience('fail'));
  });

  test('is forgotten where the text is gone for one judgement', async () => {
    const [first, , last] = await judgeAll([around(write('a')), around(''), around(write('a'))]);
    expect(last?.[0]).not.toBe(first?.[0]);
    expect(last).toEqual(first);
  });

  test('is not forgotten by a judgement that ends early', async () => {
    const kept = new KeptAnswers();
    const path = pathOf(readPolicies(around(write('a') + write('b'))));
    const before = await judge(path, facts, { kept });
    let steps = 0;
    const pause = (): Promise<void> => ((steps += 1) === 2 ? Promise.reject(new RangeError('typed')) : Promise.resolve());
    await expect(judge(pathOf(readPolicies(around(write('c') + write('b')))), facts, { kept, pause })).rejects.toThrow('typed');
    const after = await judge(path, facts, { kept });
    expect(steps).toBe(2);
    for (const [index, { prediction }] of after.policies.entries()) expect(prediction).toBe(before.policies[index]?.prediction);
  });

  test('rests on a token that was read once, by the same keys', async () => {
    const kept = new KeptAnswers();
    const judgeOne = (audience: string, own = facts) => judge(pathOf(readPolicies(around(write(audience)))), own, { kept });
    const [first, second] = [await judgeOne('a'), await judgeOne('b')];
    expect(first.policies[0]?.memory.tokens.size).toBe(1);
    expect(second.policies[0]?.memory).toBe(first.policies[0]?.memory);
    const other = await judgeOne('c', { ...facts, keyRing: openKeyRing() });
    expect(other.policies[0]?.memory).not.toBe(first.policies[0]?.memory);
  });

  test('counts for nothing in a document that breaks', async () => {
    const [before, after] = await judgeAll([around(write('a')), around(`${write('a')}<base>`)]);
    expect(after?.[0]).not.toBe(before?.[0]);
  });

  test('is said anew at another moment where it says how long ago something was', async () => {
    const expired = now + 7200;
    const [before, after] = await judgeAll([around(write('a')), around(write('a'))], [expired, expired + 5]);
    expect(after).not.toEqual(before);
    const [early, late] = await judgeAll([around(write('a')), around(write('a'))], [now, now + 5]);
    expect(late?.[0]).toBe(early?.[0]);
  });
});
