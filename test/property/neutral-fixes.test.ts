import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  applyEdits,
  diagnose,
  fixAll,
  fixEach,
  judgeText,
  makeFixes,
  neutralChoice,
  predictDocument,
  readPolicies,
  rewrite,
  runRules,
  type DocumentPrediction,
  type Facts,
  type Fix,
} from '../../src/core/index.js';
import { makeMistakes, mistakes } from '../harness/generated-mistakes.js';
import { generatedPolicy, world } from '../harness/generated-policies.js';
import { generatedClaims, moment, openForge, type TokenClaims, type TokenForge } from '../harness/generated-tokens.js';
import { seedOr, times } from '../harness/runs.js';
import { unwelcomeTokens } from '../harness/unwelcome-tokens.js';

const settings = { seed: seedOr(20260704), numRuns: times(200) };

let forge: TokenForge;
let stranger: TokenForge;
beforeAll(async () => {
  [forge, stranger] = await Promise.all([openForge(), openForge()]);
});

/** A document with mistakes: the generated policy, or what the rewrite makes of it, so that both token policies are met. */
const documents = fc
  .tuple(generatedPolicy, fc.constantFrom<'as-is' | 'both' | 'v2' | 'v1'>('as-is', 'both', 'v2', 'v1'), mistakes())
  .map(([policy, form, wrong]) => ({ policy, form, wrong }));

const tokens = fc.array(generatedClaims, { minLength: 3, maxLength: 3 });

async function writeDocument({ policy, form, wrong }: typeof documents extends fc.Arbitrary<infer T> ? T : never): Promise<string> {
  const facts = { now: moment, metadata: forge.metadata, namedValues: world.namedValues };
  const [result] = form === 'as-is' ? [] : await rewrite(policy.text, 'to-validate-jwt', form, facts);
  return makeMistakes(result !== undefined && 'edits' in result ? result.text : policy.text, wrong);
}

/** Every fix that needs no token. */
async function offerAll(text: string, facts: Facts): Promise<Fix[]> {
  const judged = await judgeText(text, facts);
  const fixes: Fix[] = [];
  for (const finding of await runRules(judged)) fixes.push(...(await makeFixes(judged, finding)));
  return fixes;
}

/** Where the one says pass and the other fail: of the document, and of each token policy in it. */
function flips(before: DocumentPrediction, after: DocumentPrediction): string[] {
  const list = ({ outcome, predictions }: DocumentPrediction): string[] => [outcome, ...predictions.map(each => each.outcome)];
  const [old, now] = [list(before), list(after)];
  expect(now).toHaveLength(old.length);
  return old.flatMap((outcome, index) => {
    const change = `${outcome} → ${now[index] ?? ''}`;
    return change === 'pass → fail' || change === 'fail → pass' ? [change] : [];
  });
}

async function predictAll(text: string, claims: readonly TokenClaims[], facts: Facts): Promise<DocumentPrediction[]> {
  return Promise.all(claims.map(async each => predictDocument(text, await forge.mint(each), facts)));
}

describe('fixes of what is wrong in a policy', () => {
  it('change no certain outcome for any token where they are neutral', async () => {
    const neutral = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(documents, tokens, fc.boolean(), async (document, claims, named) => {
        const text = await writeDocument(document);
        const facts: Facts = { now: moment, metadata: forge.metadata, ...(named ? { namedValues: world.namedValues } : {}) };
        const before = await predictAll(text, claims, facts);
        for (const fix of await offerAll(text, facts)) {
          if (fix.neutral !== true) continue;
          neutral.set(fix.code, (neutral.get(fix.code) ?? 0) + 1);
          expect(fix.widens).toBe(false);
          const after = await predictAll(fix.text, claims, facts);
          for (const [index, prediction] of before.entries())
            expect(flips(prediction, after[index] ?? prediction), `${fix.title}\n${JSON.stringify(claims[index])}\n${text}`).toEqual([]);
        }
      }),
      settings,
    );
    // A property over fixes that never come proves nothing.
    for (const code of ['element-order', 'invisible-characters', 'scheme-ignored', 'unknown-attribute'])
      expect(neutral.get(code) ?? 0, code).toBeGreaterThan(settings.numRuns / 50);
  });

  it('say so where they make a refused token pass, and are not preferred then', async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(documents, tokens, async (document, claims) => {
        const text = await writeDocument(document);
        const facts: Facts = { now: moment, metadata: forge.metadata, namedValues: world.namedValues };
        const before = await predictAll(text, claims, facts);
        for (const fix of await offerAll(text, facts)) {
          const after = await predictAll(fix.text, claims, facts);
          for (const [index, { outcome }] of before.entries()) {
            if (outcome !== 'fail' || after[index]?.outcome !== 'pass') continue;
            opened += 1;
            expect({ widens: fix.widens, preferred: fix.preferred }, `${fix.title}\n${JSON.stringify(claims[index])}\n${text}`).toEqual({
              widens: true,
              preferred: false,
            });
            expect(fix.title).toMatch(/\baccept(?:s|ed)\b/);
          }
        }
      }),
      settings,
    );
    expect(opened).toBeGreaterThan(settings.numRuns / 100);
  });

  it('come to an end: applied everywhere, they offer nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async document => {
        const text = await writeDocument(document);
        const facts: Facts = { now: moment, metadata: forge.metadata, namedValues: world.namedValues };
        const codes = new Set((await diagnose(text, facts)).map(({ code }) => code));
        for (const code of codes) {
          const first = (fixes: readonly Fix[], finding: { readonly code: string }): Fix | undefined =>
            finding.code === code ? fixes[0] : undefined;
          const done = await fixEach(await judgeText(text, facts), first);
          expect(applyEdits(text, done.edits)).toBe(done.text);
          expect(
            (await fixEach(await judgeText(done.text, facts), first)).titles,
            `${done.titles.join('\n')}\n${text}\n${done.text}`,
          ).toEqual([]);
        }
        const harmless = await fixAll(await judgeText(text, facts), neutralChoice);
        expect((await fixAll(await judgeText(harmless.text, facts), neutralChoice)).titles).toEqual([]);
        // What was whole stays whole.
        if (readPolicies(text).break === null) expect(readPolicies(harmless.text).break).toBeNull();
      }),
      { ...settings, numRuns: settings.numRuns / 2 },
    );
  });

  for (const { name, change, signedByTenant } of unwelcomeTokens) {
    it(`do not open the policy for a token of ${name} unnamed`, async () => {
      await fc.assert(
        fc.asyncProperty(documents, generatedClaims, async (document, claims) => {
          const text = await writeDocument(document);
          const token = await (signedByTenant ? forge : stranger).mint(change(claims));
          const facts: Facts = { now: moment, metadata: forge.metadata, namedValues: world.namedValues, token };
          const before = (await predictDocument(text, token, facts)).outcome;
          if (before !== 'fail') return;
          for (const fix of await offerAll(text, facts)) {
            if ((await predictDocument(fix.text, token, facts)).outcome !== 'pass') continue;
            expect({ widens: fix.widens, preferred: fix.preferred }, `${fix.title}\n${text}`).toEqual({ widens: true, preferred: false });
            expect(fix.title).toMatch(/\baccept(?:s|ed)\b/);
          }
        }),
        { ...settings, numRuns: settings.numRuns / 5 },
      );
    });
  }
});
