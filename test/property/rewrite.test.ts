import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { predictDocument, readPolicies, rewrite, type Fix, type Refusal, type RewriteVariant } from '../../src/core/index.js';
import { generatedPolicy, world, type GeneratedPolicy } from '../harness/generated-policies.js';
import {
  generatedClaims,
  isNeverIssued,
  issuerOf,
  moment,
  openForge,
  type TokenClaims,
  type TokenForge,
} from '../harness/generated-tokens.js';
import { seedOr, times } from '../harness/runs.js';

/** Tokens for each policy. */
const tokensEach = 5;
const settings = { seed: seedOr(20260704), numRuns: times(40) };

let forge: TokenForge;
beforeAll(async () => {
  forge = await openForge();
});

const cases = fc.tuple(generatedPolicy, fc.array(generatedClaims, { minLength: tokensEach, maxLength: tokensEach }));

interface Admission {
  /** Issuers that the variant is meant to admit. */
  readonly admits: readonly string[];
  /** Issuers that its title says it stops admitting. */
  readonly stops: readonly string[];
}

/** How often both sides were certain, so that a property over nothing but open outcomes shows itself. */
const certain = { pass: 0, fail: 0 };

async function findFlips(policy: GeneratedPolicy, fix: Fix, tokens: readonly TokenClaims[], admission: Admission): Promise<string[]> {
  const flips: string[] = [];
  for (const claims of tokens) {
    if (isNeverIssued(claims)) continue;
    const token = await forge.mint(claims);
    for (const namedValues of [undefined, world.namedValues]) {
      const facts = { now: moment, metadata: forge.metadata, ...(namedValues === undefined ? {} : { namedValues }) };
      const before = (await predictDocument(policy.text, token, facts)).predictions[0]?.outcome;
      const after = await outcomeAfter(fix, token, facts);
      if (before === after && (before === 'pass' || before === 'fail')) certain[before] += 1;
      const issuer = String(claims['iss']);
      const admitted = before === 'fail' && after === 'pass' && admission.admits.includes(issuer);
      const stopped = before === 'pass' && after === 'fail' && admission.stops.includes(issuer);
      const flipped = (before === 'pass' && after === 'fail') || (before === 'fail' && after === 'pass');
      if (flipped && !admitted && !stopped) flips.push(`${String(before)} → ${String(after)}: ${JSON.stringify(claims)}\n${fix.text}`);
    }
  }
  return flips;
}

/** What the element that took the original's place says: of a choice, the branch that the token takes. */
async function outcomeAfter(
  fix: Fix,
  token: Awaited<ReturnType<TokenForge['mint']>>,
  facts: Parameters<typeof predictDocument>[2],
): Promise<string | undefined> {
  // Alone in a document, so that nothing around the element decides.
  const alone = `<policies><inbound>${fix.edits[0]?.text ?? ''}</inbound></policies>`;
  return (await predictDocument(alone, token, facts)).outcome;
}

async function rewriteFor(policy: GeneratedPolicy, variant: RewriteVariant | undefined, claims?: TokenClaims): Promise<Fix | Refusal> {
  const token = claims === undefined ? {} : { token: await forge.mint(claims) };
  const results = await rewrite(policy.text, 'to-validate-jwt', variant, {
    now: moment,
    metadata: forge.metadata,
    namedValues: world.namedValues,
    ...token,
  });
  expect(results).toHaveLength(1);
  const [result] = results;
  if (result === undefined) throw new Error('one result for one element');
  return result;
}

const externalToken: TokenClaims = {
  iss: issuerOf('external-id-v2'),
  ver: '2.0',
  tid: world.tenant,
  azp: world.client,
  aud: world.api,
  scp: 'Orders.Read',
  exp: moment + 3000,
};

const workforce = [issuerOf('workforce-v1'), issuerOf('workforce-v2'), issuerOf('us-v2')];
const external = [issuerOf('external-id-v1'), issuerOf('external-id-v2')];

describe('the rewrite to validate-jwt', () => {
  const variants: readonly (readonly [RewriteVariant, Admission])[] = [
    ['both', { admits: [], stops: [] }],
    ['v2', { admits: [], stops: [issuerOf('workforce-v1')] }],
    ['v1', { admits: [], stops: [issuerOf('workforce-v2'), issuerOf('us-v2')] }],
  ];
  for (const [variant, admission] of variants) {
    it(`flips no certain outcome (workforce, ${variant})`, async () => {
      let written = 0;
      await fc.assert(
        fc.asyncProperty(cases, async ([policy, tokens]) => {
          const result = await rewriteFor(policy, variant);
          if ('reason' in result) return;
          written += 1;
          expect(await findFlips(policy, result, tokens, admission)).toEqual([]);
        }),
        settings,
      );
      // A property over refusals or open outcomes alone would prove nothing.
      expect(written).toBeGreaterThan(settings.numRuns / 2);
      expect(certain.pass).toBeGreaterThan(settings.numRuns / 20);
      expect(certain.fail).toBeGreaterThan(settings.numRuns / 2);
    });
  }

  const externalVariants: readonly (readonly [RewriteVariant, Admission])[] = [
    ['v2', { admits: external.slice(1), stops: workforce }],
    ['v1', { admits: external, stops: workforce }],
    ['both', { admits: external, stops: workforce }],
    ['keep-workforce', { admits: external.slice(1), stops: [] }],
  ];
  for (const [variant, admission] of externalVariants) {
    it(`flips only what its title says (External ID, ${variant})`, async () => {
      let written = 0;
      await fc.assert(
        fc.asyncProperty(cases, async ([policy, tokens]) => {
          const result = await rewriteFor(policy, variant, externalToken);
          if ('reason' in result || !result.title.includes('External ID')) return;
          written += 1;
          expect(result.widens).toBe(true);
          expect(await findFlips(policy, result, tokens, admission)).toEqual([]);
        }),
        settings,
      );
      expect(written).toBeGreaterThan(settings.numRuns / 5);
    });
  }

  it('leaves everything else as it is, keeps every comment and expression, and offers nothing more afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPolicy, fc.constantFrom<RewriteVariant>('both', 'v2', 'v1'), async (policy, variant) => {
        const result = await rewriteFor(policy, variant);
        if ('reason' in result) return;
        expect(result.text.startsWith(policy.before)).toBe(true);
        expect(result.text.endsWith(policy.after)).toBe(true);
        for (const comment of policy.comments) expect(result.text).toContain(comment);
        for (const text of policy.texts) expect(result.text).toContain(text);
        const inside = result.text.slice(policy.before.length, result.text.length - policy.after.length);
        if (policy.text.includes('\r\n')) expect(inside).not.toMatch(/[^\r]\n/);
        else expect(inside).not.toContain('\r');
        const read = readPolicies(result.text);
        expect(read.break).toEqual(readPolicies(policy.text).break);
        expect(read.tokenPolicies.map(({ kind }) => kind)).not.toContain('validate-azure-ad-token');
        expect(await rewrite(result.text, 'to-validate-jwt', variant, { now: moment, metadata: forge.metadata })).toEqual([]);
      }),
      settings,
    );
  });

  it('reads back with the same values', async () => {
    await fc.assert(
      fc.asyncProperty(generatedPolicy, fc.constantFrom<RewriteVariant>('both', 'v2', 'v1'), async (policy, variant) => {
        const result = await rewriteFor(policy, variant);
        if ('reason' in result) return;
        const [before] = readPolicies(policy.text).tokenPolicies;
        for (const after of readPolicies(result.text).tokenPolicies) {
          expect(after.audiences.map(({ value }) => value)).toEqual(before?.audiences.map(({ value }) => value));
          expect(after.decryptionKeys).toBe(before?.decryptionKeys);
          for (const name of [
            'query-parameter-name',
            'token-value',
            'failed-validation-httpcode',
            'failed-validation-error-message',
            'output-token-variable-name',
          ]) {
            expect(after.attributes[name]?.value).toBe(before?.attributes[name]?.value);
          }
          expect(after.attributes['header-name']?.value ?? null).toBe(
            before?.attributes['header-name']?.value ??
              ((before?.attributes['query-parameter-name'] ?? before?.attributes['token-value']) ? null : 'Authorization'),
          );
          const added = (policy.hasClients ? 1 : 0) + (policy.hasBackend ? 1 : 0);
          const claims = after.requiredClaims.slice(added);
          const plain = (list: typeof claims): unknown[] =>
            list.map(({ name, match, separator, values }) => [name, match, separator, values.map(({ value }) => value)]);
          expect(plain(claims)).toEqual(plain([...(before?.requiredClaims ?? [])]));
        }
      }),
      settings,
    );
  });

  it('finds its way back to where it came from', async () => {
    let returned = 0;
    await fc.assert(
      fc.asyncProperty(generatedPolicy, async policy => {
        const there = await rewriteFor(policy, 'both');
        if ('reason' in there) return;
        const [back] = await rewrite(there.text, 'to-validate-azure-ad-token', undefined, {
          now: moment,
          metadata: forge.metadata,
          namedValues: world.namedValues,
        });
        if (back === undefined || 'reason' in back) return;
        returned += 1;
        const [before] = readPolicies(policy.text).tokenPolicies;
        const [after] = readPolicies(back.text).tokenPolicies;
        const values = (list: readonly { readonly value: string }[] | undefined): string[] =>
          (list ?? []).map(({ value }) => value.toLowerCase());
        expect(values(after?.clientApplicationIds)).toEqual(values(before?.clientApplicationIds));
        expect(values(after?.audiences)).toEqual(values(before?.audiences));
        for (const comment of policy.comments) expect(back.text).toContain(comment);
        expect(await rewrite(back.text, 'to-validate-azure-ad-token', undefined, { now: moment, metadata: forge.metadata })).toEqual([]);
        expect(back.text.startsWith(policy.before)).toBe(true);
        expect(back.text.endsWith(policy.after)).toBe(true);
      }),
      settings,
    );
    expect(returned).toBeGreaterThan(10);
  });
});
