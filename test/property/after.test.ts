import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  judgeText,
  listRewrites,
  makeFixes,
  offerFixes,
  runRules,
  sortOffers,
  type Facts,
  type Judged,
  type Offer,
} from '../../src/core/index.js';
import { makeMistakes, mistakes } from '../harness/generated-mistakes.js';
import { generatedPolicy, world } from '../harness/generated-policies.js';
import { generatedClaims, moment, openForge, type TokenForge } from '../harness/generated-tokens.js';
import { seedOr, times } from '../harness/runs.js';

const settings = { seed: seedOr(20261129), numRuns: times(150) };

let forge: TokenForge;
beforeAll(async () => {
  forge = await openForge();
});

/** What may surround the element: nothing, what is not read, what answers on its own, another token policy. */
const surroundings = fc.constantFrom(
  '',
  '<base />',
  '<include-fragment fragment-id="check" />',
  '<return-response />',
  '<validate-jwt header-name="Authorization"><audiences><audience>nobody</audience></audiences></validate-jwt>',
);

const branches = fc.constantFrom<readonly [string, string]>(['', ''], ['<choose><when condition="@(true)">', '</when></choose>']);

function surround(text: string, before: string, after: string, [open, close]: readonly [string, string]): string {
  return text.replace('<inbound>', `<inbound>${before}${open}`).replace('</inbound>', `${close}${after}</inbound>`);
}

async function offerAll(judged: Judged): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const finding of await runRules(judged)) offers.push(...(await offerFixes(judged, await makeFixes(judged, finding))));
  for (const policy of judged.policies) offers.push(...(await offerFixes(judged, await listRewrites(policy))));
  return offers;
}

describe('what is said to follow from a fix', () => {
  it('is what a check of the fixed document says, and "200" means that all of it was read and passes', async () => {
    const seen = { whole: 0, asFarAsRead: 0, ifSigned: 0, refused: 0, open: 0 };
    await fc.assert(
      fc.asyncProperty(
        generatedPolicy,
        mistakes(),
        generatedClaims,
        surroundings,
        surroundings,
        branches,
        fc.boolean(),
        async (policy, wrong, claims, before, after, branch, withDocuments) => {
          const text = surround(makeMistakes(policy.text, wrong).replace('<base />', ''), before, after, branch);
          const metadata = withDocuments ? forge.metadata : {};
          const facts: Facts = { now: moment, metadata, namedValues: world.namedValues, token: await forge.mint(claims) };
          const judged = await judgeText(text, facts);
          for (const { fix, after: said } of await offerAll(judged)) {
            if (said === null) continue;
            const { verdict, policies } = await judgeText(fix.text, facts);
            if (verdict === null) throw new Error('A fixed policy is none any more.');
            expect([said.outcome, said.status], fix.title).toEqual([
              verdict.outcome,
              verdict.outcome === 'pass' ? 200 : verdict.outcome === 'fail' ? (verdict.decidedBy?.prediction?.status ?? null) : null,
            ]);
            if (verdict.outcome === 'fail') expect(said.check).toBe(verdict.decidedBy?.prediction?.reports?.check);
            const reached = policies.flatMap(({ reach, prediction }) => (reach === 'skipped' ? [] : (prediction?.checks ?? [])));
            expect(said.failures).toBe(reached.filter(({ outcome }) => outcome === 'fail').length);
            if (said.words === '→ 200') {
              seen.whole++;
              expect([verdict.outcome, verdict.complete, verdict.notRead]).toEqual(['pass', true, []]);
              expect(reached.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
            } else if (said.words === '→ 200 as far as read') seen.asFarAsRead++;
            else if (said.words.startsWith('→ 200 if the signature is right')) {
              seen.ifSigned++;
              expect(new Set(reached.flatMap(({ check, outcome }) => (outcome === 'pass' ? [] : [`${check} ${outcome}`])))).toEqual(
                new Set(['signature unresolved']),
              );
              expect(verdict.complete).toBe(!said.words.includes('as far as read'));
            } else if (said.outcome === 'fail') seen.refused++;
            else seen.open++;
          }
        },
      ),
      settings,
    );
    expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
  });

  it('orders the fixes and adds none', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPolicy, mistakes(), generatedClaims, async (policy, wrong, claims) => {
        const text = makeMistakes(policy.text, wrong);
        const facts: Facts = { now: moment, metadata: forge.metadata, namedValues: world.namedValues, token: await forge.mint(claims) };
        const judged = await judgeText(text, facts);
        for (const finding of await runRules(judged)) {
          const advised = await makeFixes(judged, finding);
          const offers = await offerFixes(judged, advised);
          expect(new Set(offers.map(({ fix }) => fix.text))).toEqual(new Set(advised.map(fix => fix.text)));
          expect(offers).toHaveLength(advised.length);
          expect(sortOffers(offers)).toEqual(offers);
          const allowed = advised.some(fix => fix.preferred);
          for (const [place, { fix }] of offers.entries()) if (fix.preferred) expect([place, allowed]).toEqual([0, true]);
        }
      }),
      { ...settings, numRuns: times(60) },
    );
  });
});
