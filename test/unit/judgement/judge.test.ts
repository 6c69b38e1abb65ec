import { describe, expect, it } from 'vitest';
import {
  judge,
  judgeText,
  parseToken,
  pathOf,
  predictDocument,
  readPolicies,
  type Facts,
  type JudgedPolicy,
} from '../../../src/core/index.js';
import { findTrust } from '../../../src/core/fixes/rewrite/trust.js';
import { tenant } from '../gateway/cases.js';

const facts: Facts = { now: 1798000000, metadata: {}, token: parseToken('no.token') };
const text = `<policies><inbound>
  <choose><when condition="@(true)"><validate-jwt><audiences><audience>a</audience></audiences></validate-jwt></when></choose>
  <validate-azure-ad-token tenant-id="${tenant}" />
</inbound></policies>`;

describe('a judged document', () => {
  it('has each token policy with what it holds, what it answers and whether the token comes to it', async () => {
    const judged = await judgeText(text, facts);
    const predicted = await predictDocument(text, parseToken('no.token'), facts);
    expect(judged.policies.map(({ index, policy, reach }) => [index, policy.kind, reach])).toEqual([
      [0, 'validate-jwt', 'undecided'],
      [1, 'validate-azure-ad-token', 'reached'],
    ]);
    expect(judged.policies.map(({ prediction }) => prediction)).toEqual(predicted.predictions);
    expect(judged.policies.map(({ elements }) => elements().map(({ facts }) => facts.name))).toEqual([
      ['validate-jwt', 'audiences', 'audience'],
      ['validate-azure-ad-token'],
    ]);
    expect(judged.policies.every(({ document }) => document === judged.document)).toBe(true);
  });

  it('names the token policy that decides', async () => {
    const { verdict, policies } = await judgeText(text, facts);
    expect(verdict).toMatchObject({ outcome: 'fail', because: null });
    expect(verdict?.decidedBy).toBe(policies[1]);
  });

  it('has no verdict without a token, and none where the text is no policy document', async () => {
    const { verdict, policies } = await judgeText(text, { now: facts.now, metadata: {} });
    expect([verdict, ...policies.map(({ prediction }) => prediction)]).toEqual([null, null, null]);
    expect(await judgeText('<list />', facts)).toMatchObject({ verdict: null, policies: [] });
  });

  it('keeps the documents of its path', async () => {
    const path = pathOf(readPolicies(text));
    const judged = await judge(path, facts);
    expect(judged.path).toBe(path);
    expect(path.documents).toEqual([judged.document]);
  });
});

describe('what is worked out of a token policy once', () => {
  it('is worked out when it is asked for first, by each work for itself', async () => {
    const [one, other] = (await judgeText(text, facts)).policies;
    const asked: number[] = [];
    const look = ({ index }: JudgedPolicy): { readonly index: number } => {
      asked.push(index);
      return { index };
    };
    const kind = ({ policy }: JudgedPolicy): string => policy.kind;
    expect(asked).toEqual([]);
    expect(one?.once(look)).toBe(one?.once(look));
    expect(other?.once(look)).toEqual({ index: 1 });
    expect(one?.once(kind)).toBe('validate-jwt');
    expect(asked).toEqual([0, 1]);
  });

  it('is worked out once where nothing comes of it, too', async () => {
    const [one] = (await judgeText(text, facts)).policies;
    const asked: number[] = [];
    const look = ({ index }: JudgedPolicy): undefined => void asked.push(index);
    one?.once(look);
    one?.once(look);
    expect(asked).toEqual([0]);
  });

  it('holds for who has the token policy together with a finding', async () => {
    const [, policy] = (await judgeText(text, facts)).policies;
    if (policy === undefined) throw new Error('There is no second token policy.');
    const context = { ...policy, finding: null };
    expect(context.once(findTrust)).toBe(policy.once(findTrust));
  });
});
