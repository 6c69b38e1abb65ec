import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToken, predict, predictDocument, readPolicies, type Facts, type Outcome, type Prediction } from '../../src/core/index.js';
import { fittingCases, makeFittingFacts, writeFitting, writings, type FittingCase, type FittingPolicy } from '../harness/fitting-cases.js';
import { seedOr, times } from '../harness/runs.js';
import { Mint } from '../harness/mint.js';

const seed = seedOr(20261123);
const numRuns = times(300);
const mint = new Mint();
const outcomes: readonly Outcome[] = ['pass', 'fail', 'uncertain', 'unresolved'];

async function sign({ header, payload, signing }: FittingCase): Promise<string> {
  return mint.mint({ header, payload }, signing);
}

async function predictText(text: string, token: string, facts: Facts): Promise<Prediction> {
  const [policy] = readPolicies(text).tokenPolicies;
  if (policy === undefined) throw new Error('the document has no token policy');
  return predict(policy, parseToken(token), facts);
}

function show({ checks }: Prediction): string[] {
  return checks.map(({ check, outcome }) => `${check} ${outcome}`);
}

describe('predictions of policies and tokens that mostly fit', () => {
  it('reach every outcome, and every check passes and does not', async () => {
    const reached = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fittingCases, async one => {
        const { outcome, checks } = await predictText(
          writeFitting(one.policy),
          await sign(one),
          await makeFittingFacts(mint, one.header['alg']),
        );
        for (const name of [outcome, ...checks.map(check => `${check.check} ${check.outcome === 'pass' ? 'pass' : 'other'}`)])
          reached.set(name, (reached.get(name) ?? 0) + 1);
      }),
      { seed, numRuns },
    );
    for (const outcome of outcomes) expect(reached.get(outcome) ?? 0, outcome).toBeGreaterThan(numRuns / 40);
    for (const check of ['signature', 'lifetime', 'audience', 'issuer', 'application', 'claims'])
      for (const kind of ['pass', 'other']) expect(reached.get(`${check} ${kind}`) ?? 0, `${check} ${kind}`).toBeGreaterThan(5);
  });

  it('do not depend on how the policy is written, alone and as a document', async () => {
    await fc.assert(
      fc.asyncProperty(fittingCases, writings, async (one, writing) => {
        const [token, facts] = [await sign(one), await makeFittingFacts(mint, one.header['alg'])];
        const [first, second] = [writeFitting(one.policy), writeFitting(one.policy, writing)];
        const [plain, other] = [await predictText(first, token, facts), await predictText(second, token, facts)];
        expect([show(other), other.reports, other.status]).toEqual([show(plain), plain.reports, plain.status]);
        const [whole, wholeOther] = [
          await predictDocument(first, parseToken(token), facts),
          await predictDocument(second, parseToken(token), facts),
        ];
        expect([wholeOther.outcome, wholeOther.policy]).toEqual([whole.outcome, whole.policy]);
      }),
      { seed, numRuns },
    );
  });

  it('never go from a pass to a failure when one value more is accepted', async () => {
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(fittingCases, fc.constantFrom('other', 'api', 'API', '', ' ', '{{hidden}}', '@(x)', 'read'), async (one, value) => {
        const [token, facts] = [await sign(one), await makeFittingFacts(mint, one.header['alg'])];
        const before = await predictText(writeFitting(one.policy), token, facts);
        for (const wider of widen(one.policy, value)) {
          const after = await predictText(writeFitting(wider), token, facts);
          for (const [place, result] of after.checks.entries())
            if (before.checks[place]?.outcome === 'pass') expect(`${result.check} ${result.outcome}`).not.toBe(`${result.check} fail`);
          if (before.outcome !== 'pass') continue;
          passed++;
          expect(after.outcome).not.toBe('fail');
        }
      }),
      { seed, numRuns },
    );
    expect(passed).toBeGreaterThan(numRuns / 10);
  });

  it('that are certain although a value is hidden hold whatever the value is', async () => {
    let certain = 0;
    let open = 0;
    const fills = ['api', 'other', '60', 'false', 'read', 'https://idp.example', 'client', '', ' '];
    await fc.assert(
      fc.asyncProperty(fittingCases, fc.constantFrom(...fills), fc.nat(), async (one, hidden, place) => {
        const [token, facts] = [await sign(one), await makeFittingFacts(mint, one.header['alg'])];
        const policy = hide(one.policy, place);
        const text = writeFitting(policy);
        const unknown = await predictText(text, token, facts);
        const known = await predictText(text, token, { ...facts, namedValues: { ...facts.namedValues, hidden, seconds: '60' } });
        for (const [index, { check, outcome, missing }] of unknown.checks.entries()) {
          if (outcome === 'pass' || outcome === 'fail') {
            certain++;
            expect(`${check} ${known.checks[index]?.outcome ?? ''}`).toBe(`${check} ${outcome}`);
          }
          if (outcome === 'unresolved') open++;
          if (missing.includes('hidden')) expect(outcome).toBe('unresolved');
        }
        if (unknown.checks.some(({ outcome }) => outcome === 'unresolved')) expect(['fail', 'unresolved']).toContain(unknown.outcome);
        if (unknown.outcome === 'pass') expect(known.outcome).toBe('pass');
      }),
      { seed, numRuns },
    );
    expect(Math.min(certain, open)).toBeGreaterThan(numRuns / 10);
  });
});

/** The policy with the value in each of the lists that accept any of theirs. */
function widen(policy: FittingPolicy, value: string): FittingPolicy[] {
  const lists = (['audiences', 'issuers', 'clients'] as const).filter(list => policy[list].length > 0);
  const claims = policy.claims.filter(({ match, values }) => match === 'any' && values.length > 0);
  return [
    ...lists.flatMap(list => [
      { ...policy, [list]: [...policy[list], value] },
      { ...policy, [list]: [value, ...policy[list]] },
    ]),
    ...claims.map(claim => ({
      ...policy,
      claims: policy.claims.map(entry => (entry === claim ? { ...claim, values: [...claim.values, value] } : entry)),
    })),
  ];
}

/** One of the values behind a named value. */
function hide(policy: FittingPolicy, place: number): FittingPolicy {
  const swap = (values: readonly string[]): string[] =>
    values.map((value, index) => (index === place % values.length ? '{{hidden}}' : value));
  const lists = (['audiences', 'issuers', 'clients', 'configs'] as const).filter(list => policy[list].length > 0);
  const list = lists[place % Math.max(lists.length, 1)];
  const hidden = list === undefined ? policy : { ...policy, [list]: swap(policy[list]) };
  return place % 3 === 0 ? { ...hidden, claims: policy.claims.map(claim => ({ ...claim, values: swap(claim.values) })) } : hidden;
}
