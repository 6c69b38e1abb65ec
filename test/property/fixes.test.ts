import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits, applyFix, diagnose, predictDocument, rewrite, type DecodedToken, type Facts, type Fix } from '../../src/core/index.js';
import { generatedPolicy, world } from '../harness/generated-policies.js';
import { generatedClaims, moment, openForge, type TokenForge } from '../harness/generated-tokens.js';
import { seedOr, times } from '../harness/runs.js';
import { unwelcomeTokens } from '../harness/unwelcome-tokens.js';

const settings = { seed: seedOr(20260704), numRuns: times(30) };

let forge: TokenForge;
let stranger: TokenForge;
beforeAll(async () => {
  [forge, stranger] = await Promise.all([openForge(), openForge()]);
});

/** The generated policy as it is, or rewritten, so that both token policies are met. */
const documents = fc.tuple(generatedPolicy, fc.constantFrom<'as-is' | 'both' | 'v2' | 'v1'>('as-is', 'both', 'v2', 'v1'));

async function writeDocument([policy, form]: [{ readonly text: string }, 'as-is' | 'both' | 'v2' | 'v1']): Promise<string> {
  if (form === 'as-is') return policy.text;
  const [result] = await rewrite(policy.text, 'to-validate-jwt', form, {
    now: moment,
    metadata: forge.metadata,
    namedValues: world.namedValues,
  });
  return result !== undefined && 'edits' in result ? result.text : policy.text;
}

interface Offered {
  readonly fix: Fix;
  readonly before: string;
  readonly after: string;
}

/** Every fix of every finding, with what the gateway says to the token before and after it. */
async function offerAll(text: string, token: DecodedToken): Promise<Offered[]> {
  const facts: Facts = { now: moment, metadata: forge.metadata, namedValues: world.namedValues, token };
  const before = (await predictDocument(text, token, facts)).predictions;
  const offered: Offered[] = [];
  for (const finding of await diagnose(text, facts)) {
    const fixes = await applyFix(text, finding, facts);
    expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1);
    for (const fix of fixes) {
      const after = (await predictDocument(fix.text, token, facts)).predictions;
      const passes = (list: typeof before): string =>
        list.some(({ outcome }) => outcome === 'pass') ? 'pass' : (list[0]?.outcome ?? 'none');
      offered.push({ fix, before: passes(before), after: passes(after) });
    }
  }
  return offered;
}

/** Codes whose findings come from the token: their fixes open the policy for it. */
const fromToken = [
  'external-id-unsupported',
  'b2c-unsupported',
  'issuer-mismatch',
  'audience-mismatch',
  'application-mismatch',
  'claim-mismatch',
  'to-validate-jwt',
];

describe('no fix trusts more than it says', () => {
  for (const { name, change, signedByTenant } of unwelcomeTokens) {
    it(`opens no policy for a token of ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(documents, generatedClaims, async (document, claims) => {
          const text = await writeDocument(document);
          const token = await (signedByTenant ? forge : stranger).mint(change(claims));
          for (const { fix, before, after } of await offerAll(text, token)) {
            const opens = before !== 'pass' && after === 'pass';
            if (fix.preferred) expect(opens, `${fix.title}\n${text}`).toBe(false);
            // What lists the tool itself says so in its title, is never preferred and never one of many.
            const listsTool = fix.code === 'application-mismatch' && /^List Azure CLI \(04b07795-[0-9a-f-]+\): anyone who/.test(fix.title);
            if (listsTool) {
              expect([fix.preferred, fix.widens, fix.alone], text).toEqual([false, true, true]);
              continue;
            }
            // A forged token may get a fix offered, but never a preferred one that accepts more.
            if (signedByTenant) expect(fix.widens && fromToken.includes(fix.code), `${fix.title}\n${text}`).toBe(false);
            else expect(fix.widens && fix.preferred, `${fix.title}\n${text}`).toBe(false);
          }
        }),
        settings,
      );
    });
  }

  it('says of every fix that makes a refused token pass that it accepts more', async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(documents, generatedClaims, async (document, claims) => {
        const text = await writeDocument(document);
        for (const { fix, before, after } of await offerAll(text, await forge.mint(claims))) {
          if (before !== 'fail' || after !== 'pass') continue;
          opened += 1;
          expect(fix.widens, `${fix.title}\n${text}`).toBe(true);
          expect(fix.title).toMatch(/\baccept(?:s|ed)\b/);
        }
      }),
      { ...settings, numRuns: 4 * settings.numRuns },
    );
    expect(opened).toBeGreaterThan(5);
  });

  it('changes nothing for anybody with a neutral fix', async () => {
    await fc.assert(
      fc.asyncProperty(documents, generatedClaims, async (document, claims) => {
        const text = await writeDocument(document);
        for (const { fix, before, after } of await offerAll(text, await forge.mint(claims)))
          if (fix.neutral === true) expect(after).toBe(before);
      }),
      settings,
    );
  });

  it('works on half-typed and damaged documents without a throw', async () => {
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 30 }),
      put: fc.constantFrom('', '<', '>', '"', "'", '&', '@(', '{{', '-->', '<!--', '\r', ']]>'),
    });
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        generatedClaims,
        async (document, damages, truncated, claims) => {
          let text = await writeDocument(document);
          for (const { at, cut, put } of damages) {
            const place = Math.floor(at * text.length);
            text = truncated ? text.slice(0, place) : text.slice(0, place) + put + text.slice(place + cut);
          }
          for (const name of ['to-validate-jwt', 'to-validate-azure-ad-token'] as const) {
            for (const result of await rewrite(text, name, undefined, {
              now: moment,
              metadata: forge.metadata,
              namedValues: world.namedValues,
            })) {
              if ('edits' in result) expect(applyEdits(text, result.edits)).toBe(result.text);
              else expect(result.reason).not.toBe('');
            }
          }
          for (const { fix } of await offerAll(text, await forge.mint(claims))) expect(applyEdits(text, fix.edits)).toBe(fix.text);
        },
      ),
      { ...settings, numRuns: 3 * settings.numRuns },
    );
  });
});
