import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  applyEdits,
  applyFix,
  diagnose,
  predictDocument,
  readPolicies,
  rewrite,
  severities,
  type DecodedToken,
  type Facts,
  type Fix,
  type PolicyDocument,
  type PolicyElement,
  type RewriteVariant,
  type RuleSeverity,
} from '../../src/core/index.js';
import { ruleCodes } from '../../src/core/rule-codes.js';
import { makeMistakes, mistakes } from '../harness/generated-mistakes.js';
import { generatedPolicy, world } from '../harness/generated-policies.js';
import { generatedClaims, isNeverIssued, moment, openForge, type TokenForge } from '../harness/generated-tokens.js';
import {
  fileMark,
  hostileClaims,
  hostileHosts,
  hostileMetadata,
  hostileNamedValues,
  hostileSources,
  strangerMark,
} from '../harness/hostile-facts.js';
import { seedOr, times } from '../harness/runs.js';

const settings = { seed: seedOr(20260704), numRuns: times(50) };

let forge: TokenForge;
let metadata: Readonly<Record<string, unknown>>;
/** Without the true documents of the tenant's name: only a stranger says whose it is. */
let withoutName: Readonly<Record<string, unknown>>;
beforeAll(async () => {
  forge = await openForge();
  const jwks = Object.keys(forge.metadata).find(address => address.endsWith('/keys')) ?? '';
  metadata = { ...forge.metadata, ...hostileMetadata(jwks) };
  const named = Object.keys(forge.metadata).filter(address => address.includes('contoso.onmicrosoft.com'));
  withoutName = Object.fromEntries(Object.entries(metadata).filter(([address]) => !named.includes(address)));
});

const variants: readonly (RewriteVariant | undefined)[] = [undefined, 'both', 'v2', 'v1', 'token', 'keep-workforce'];
const cases = fc.record({
  policy: generatedPolicy,
  form: fc.constantFrom<'as-is' | 'both' | 'v2' | 'v1'>('as-is', 'as-is', 'both', 'v2', 'v1'),
  wrong: fc.option(mistakes(), { freq: 2 }),
  claims: hostileClaims,
  others: fc.array(fc.oneof(generatedClaims, hostileClaims), { minLength: 2, maxLength: 2 }),
  namedValues: hostileNamedValues,
  sources: hostileSources([...Object.keys(world.namedValues), 'unknown-client', 'unknown-api', 'role', 'header', 'message', 'tenant']),
  identityHosts: hostileHosts,
  knowsName: fc.boolean(),
  severities: fc.dictionary(fc.constantFrom(...ruleCodes), fc.constantFrom<RuleSeverity>(...severities, 'off'), { maxKeys: 8 }),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

interface Offered {
  readonly fix: Fix;
  /** What may change: one token policy, or, for fixes of the document, all of it. */
  readonly within: { readonly start: number; readonly end: number };
}

async function writeDocument({ policy, form, wrong }: Case): Promise<string> {
  const facts: Facts = { now: moment, metadata: forge.metadata, namedValues: world.namedValues };
  const [result] = form === 'as-is' ? [] : await rewrite(policy.text, 'to-validate-jwt', form, facts);
  const text = result !== undefined && 'edits' in result ? result.text : policy.text;
  return wrong === null ? text : makeMistakes(text, wrong);
}

/** Every fix of every finding, and every rewrite. Whatever the rules' severities are. */
async function offerAll(text: string, facts: Facts, levels: Case['severities']): Promise<Offered[]> {
  const { tokenPolicies } = readPolicies(text);
  const all = { start: 0, end: text.length };
  const offered: Offered[] = [];
  for (const finding of await diagnose(text, facts, { severities: levels })) {
    expect(levels[finding.code]).not.toBe('off');
    const policy = finding.policy === null ? undefined : tokenPolicies[finding.policy];
    for (const fix of await applyFix(text, finding, facts)) offered.push({ fix, within: policy ?? all });
  }
  for (const name of ['to-validate-jwt', 'to-validate-azure-ad-token'] as const)
    for (const variant of name === 'to-validate-jwt' ? variants : [undefined])
      for (const result of await rewrite(text, name, variant, facts))
        if ('edits' in result) {
          const [edit] = result.edits;
          offered.push({ fix: result, within: { start: edit?.start ?? 0, end: result.edits.at(-1)?.end ?? 0 } });
          // One element, or the choice that the rewrite wrote itself.
          expect(text.slice(edit?.start).match(/^<(validate-azure-ad-token|validate-jwt|choose)/), result.title).not.toBeNull();
        }
  return offered;
}

/** Every value of the document that is no literal, piece by piece. */
function listPlaceholders({ tree }: PolicyDocument): string[] {
  const found: string[] = [];
  const visit = (element: PolicyElement): void => {
    for (const value of [...element.attributes.map(({ value }) => value), element.value])
      found.push(...value.parts.filter(({ kind }) => kind !== 'literal').map(({ text }) => text));
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  if (tree !== null) visit(tree);
  return found;
}

/** Fixes that write an expression or a placeholder of their own on purpose. */
const writesPlaceholders = new Set([
  'secret-in-policy',
  'no-audience',
  'no-keys',
  'as-jwt-with-scheme',
  'last-error-in-header',
  'token-source',
]);

/** The addresses and issuers that a document trusts. */
function listTrusted({ tokenPolicies }: PolicyDocument): string[] {
  return tokenPolicies.flatMap(({ openidConfigs, issuers }) => [...openidConfigs, ...issuers].map(({ value }) => value));
}

const guids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Whether every tenant in an address is one that the policy knows, by its id or by its name. */
function isTenantOf(address: string, text: string, facts: Facts): boolean {
  const known = [text, ...Object.values(facts.namedValues ?? {})].join('\n').toLowerCase();
  return (address.match(guids) ?? []).every(
    guid => known.includes(guid.toLowerCase()) || (guid === world.tenant && text.includes('contoso.onmicrosoft.com')),
  );
}

const publicHosts = /^(?:login\.microsoftonline\.(?:com|us)|sts\.windows\.net|login\.windows\.net)$/;

function isHostOf(address: string, text: string, facts: Facts): boolean {
  const host = /^https:\/\/([^/]+)/.exec(address)?.[1] ?? address;
  if (host.startsWith('@(') || publicHosts.test(host) || text.includes(host)) return true;
  const tenant = /^(.+)\.ciamlogin\.com$/.exec(host)?.[1];
  // The tenant's name in the policy, whose id the document of that name shows.
  if (tenant === world.tenant && text.includes('contoso.onmicrosoft.com')) return true;
  const known = [text, ...Object.values(facts.namedValues ?? {})].some(
    each => tenant !== undefined && each.toLowerCase().includes(tenant.toLowerCase()),
  );
  return tenant !== undefined && known;
}

function checkText(text: string, { fix, within }: Offered, facts: Facts): void {
  const about = `${fix.code}: ${fix.title}\n${text}\n${fix.text}`;
  expect(applyEdits(text, fix.edits), about).toBe(fix.text);
  expect(fix.text + fix.title, about).not.toContain(fileMark);
  for (const { start, end } of fix.edits) expect(within.start <= start && end <= within.end, about).toBe(true);
  const [before, after] = [readPolicies(text), readPolicies(fix.text)];
  if (before.break === null) expect(after.break, about).toBeNull();
  const trusted = listTrusted(before);
  for (const address of listTrusted(after)) {
    if (trusted.includes(address)) continue;
    expect(address, about).not.toMatch(strangerMark);
    expect([isHostOf(address, text, facts), isTenantOf(address, text, facts)], `${address}\n${about}`).toEqual([true, true]);
  }
  if (writesPlaceholders.has(fix.code) || before.break !== null) return;
  const known = listPlaceholders(before);
  for (const placeholder of listPlaceholders(after)) {
    // The rewrite's own condition, and an address that it puts together from the policy's own expression.
    const own = known.includes(placeholder) || known.some(each => placeholder.includes(each.replace(/^@\(|\)$/g, '').trim()));
    expect(own || (!strangerMark.test(placeholder) && placeholder.includes('context.')), `${placeholder}\n${about}`).toBe(true);
  }
}

async function predictAll(text: string, tokens: readonly DecodedToken[], facts: Facts): Promise<string[]> {
  return Promise.all(tokens.map(async token => (await predictDocument(text, token, facts)).outcome));
}

it('no fix lets a stranger into a policy, out of its place, or past its title', async () => {
  const seen = new Map<string, number>();
  /** How often the promises about outcomes came to be tried. */
  const tried = { widening: 0, neutral: 0 };
  await fc.assert(
    fc.asyncProperty(cases, async one => {
      const text = await writeDocument(one);
      const token = await forge.mint(one.claims);
      const tokens = [token, ...(await Promise.all(one.others.map(claims => forge.mint(claims))))];
      const { namedValues, identityHosts, sources } = one;
      const facts: Facts = { now: moment, metadata: one.knowsName ? metadata : withoutName, namedValues, identityHosts, sources };
      const before = await predictAll(text, tokens, facts);
      for (const withToken of [{ ...facts, token }, facts]) {
        for (const offered of await offerAll(text, withToken, one.severities)) {
          const { fix } = offered;
          seen.set(fix.code, (seen.get(fix.code) ?? 0) + 1);
          checkText(text, offered, facts);
          const after = await predictAll(fix.text, tokens, facts);
          for (const [index, outcome] of before.entries()) {
            const about = `${fix.title}\n${JSON.stringify(tokens[index]?.claims)}\n${text}`;
            // A rewrite is equivalent for the tokens that Microsoft Entra issues.
            const counts = !fix.code.startsWith('to-validate-') || !isNeverIssued(tokens[index]?.claims ?? {});
            if (counts && outcome === 'fail' && after[index] === 'pass') {
              tried.widening += 1;
              expect(fix.widens, about).toBe(true);
              expect(fix.title, about).toMatch(/\baccept(?:s|ed)\b/);
            }
            const certain = [outcome, after[index]].every(each => each === 'pass' || each === 'fail');
            if (fix.neutral !== true || !certain) continue;
            tried.neutral += 1;
            expect(after[index], about).toBe(outcome);
          }
        }
      }
    }),
    settings,
  );
  // A property over fixes that never come proves nothing.
  for (const code of ['to-validate-jwt', 'audience-mismatch', 'unknown-attribute', 'issuer-mismatch'])
    expect(seen.get(code) ?? 0, code).toBeGreaterThan(0);
  for (const [promise, count] of Object.entries(tried)) expect(count, promise).toBeGreaterThan(settings.numRuns / 20);
});

it('no document of a stranger’s says what a tenant is: with it and without, the same is offered', async () => {
  const text = `<policies><inbound><validate-azure-ad-token tenant-id="${world.tenant}" /></inbound></policies>`;
  const strangers = Object.fromEntries(
    Object.entries(hostileMetadata('x')).filter(([address]) => /\/\/evil(?:\.example)?\//.test(address)),
  );
  expect(Object.keys(strangers).length).toBeGreaterThan(2);
  for (const variant of variants) {
    const [without, withThem] = await Promise.all(
      [{}, strangers].map(each => rewrite(text, 'to-validate-jwt', variant, { now: moment, metadata: each })),
    );
    expect(withThem).toEqual(without);
  }
});
