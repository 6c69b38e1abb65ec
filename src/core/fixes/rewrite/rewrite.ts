import type { Facts } from '../../facts.js';
import { withoutValues, type Judged, type JudgedPolicy } from '../../judgement/judged.js';
import { languageOf } from '../../messages/catalogue.js';
import { say, type Message } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import type { Fix, Refusal } from '../fix.js';
import { isSameEdits } from '../../text/edit.js';
import { findWrittenSecret } from '../writing/keep-secret.js';
import { distrustToken, findIssuerTenant } from '../trust/token-trust.js';
import { isVerifiedByTenant } from '../trust/verified-by-tenant.js';
import { planRewrite, type Plan, type GrantedTrust } from './plan.js';
import { rewriteBack } from './to-validate-azure-ad-token.js';
import { writeRewrite } from './to-validate-jwt.js';
import { findExternalTrust, findTrust } from './trust.js';
import { variantsOf, type RewriteName, type RewriteVariant, type WrittenVariant } from './variants.js';

/**
 * Rewrites every element of the one kind into the other: a fix for each, or the reason why there is none. Each fix is worked out
 * on the text as it stands; they touch different stretches, so that their edits can be applied together.
 *
 * @param variant without it, the one that is offered first: the first of those that can be written
 */
export async function rewriteEach(filled: Judged, name: RewriteName, variant: RewriteVariant | undefined): Promise<(Fix | Refusal)[]> {
  const judged = withoutValues(filled);
  if (name === 'to-validate-azure-ad-token') return rewriteBack(judged.document, judged.facts).map(each => keepSecret(each, judged));
  const results: (Fix | Refusal)[] = [];
  for (const each of judged.policies.filter(({ policy }) => policy.kind === 'validate-azure-ad-token')) {
    const result = variant === undefined ? await rewriteFirst(each) : await rewriteOne(each, variant);
    results.push(
      'edits' in result ? result : { reason: render(result, languageOf(judged.facts)), start: each.policy.start, end: each.policy.end },
    );
  }
  return results;
}

/** A rewrite, or why there is none: not where it would write a secret into the policy. */
function keepSecret(result: Fix | Refusal, { document, facts }: Pick<Judged, 'document' | 'facts'>): Fix | Refusal {
  const secret = 'edits' in result ? findWrittenSecret(document.text, result.edits, facts) : null;
  const [first] = 'edits' in result ? result.edits : [];
  if (secret === null || first === undefined) return result;
  return { reason: render(say('rewrite-refused-secret', secret), languageOf(facts)), start: first.start, end: first.end };
}

/** Every rewrite of one token policy, in either direction, finding or not. Empty where none is possible. */
export async function listRewrites(filled: JudgedPolicy): Promise<Fix[]> {
  const judged = withoutValues(filled);
  const { document, policy, facts } = judged;
  if (policy.kind === 'validate-azure-ad-token') return listVariantFixes(judged);
  const place = document.tokenPolicies.filter(({ kind }) => kind === 'validate-jwt').indexOf(policy);
  const back = rewriteBack(document, facts)[place];
  const kept = back === undefined ? null : keepSecret(back, judged);
  return kept !== null && 'edits' in kept ? [kept] : [];
}

/** Every variant of the rewrite of one validate-azure-ad-token that can be written, the one to offer first in front. */
async function listVariantFixes(judged: JudgedPolicy): Promise<Fix[]> {
  const trust = judged.once(findTrust);
  if (trust.kind === 'refused') return [];
  const fixes: Fix[] = [];
  for (const variant of listVariants(trust)) {
    const result = await rewriteOne(judged, variant);
    // Two variants that come to the same are offered once.
    if ('edits' in result && !fixes.some(fix => isSameEdits(fix.edits, result.edits))) fixes.push(result);
  }
  return fixes;
}

/** The variant that an editor offers first: the first of those that can be written. Where none can, why not the advised one. */
async function rewriteFirst(judged: JudgedPolicy): Promise<Fix | Message> {
  const trust = judged.once(findTrust);
  if (trust.kind === 'refused') return trust.reason;
  const [advised, ...others] = listVariants(trust);
  const first = await rewriteOne(judged, advised);
  if ('edits' in first) return first;
  for (const variant of others) {
    const result = await rewriteOne(judged, variant);
    if ('edits' in result) return result;
  }
  return first;
}

/** What the element can be written as, the first offered first; undefined for the one form without a name. */
function listVariants({ kind }: GrantedTrust): readonly (WrittenVariant | undefined)[] {
  return kind === 'b2c' ? [undefined] : variantsOf[kind];
}

async function rewriteOne(judged: JudgedPolicy, variant: RewriteVariant | undefined): Promise<Fix | Message> {
  const { document, policy, facts } = judged;
  const trust = judged.once(variant === 'keep-workforce' ? findExternalTrust : findTrust);
  if (trust.kind === 'refused') return trust.reason;
  const chosen = variant === 'token' ? variantOfToken(trust, facts) : (variant ?? null);
  if (chosen !== null && typeof chosen !== 'string') return chosen;
  const plan = planRewrite(trust, chosen, policy, facts);
  if ('name' in plan) return plan;
  const preferred =
    plan.widens &&
    isOfferedFirst(trust, plan) &&
    (await isVerifiedByTenant(trust.kind === 'workforce' ? trust.tenant.guid : trust.guid, judged));
  const fix = writeRewrite(document, policy, trust, plan, preferred, facts);
  const secret = 'edits' in fix ? findWrittenSecret(document.text, fix.edits, facts) : null;
  return secret === null ? fix : say('rewrite-refused-secret', secret);
}

function isOfferedFirst(trust: GrantedTrust, { variant }: Plan): boolean {
  return variant === (variantsOf[trust.kind][0] ?? null);
}

/** The variant that fits the token at hand. */
function variantOfToken(trust: GrantedTrust, { token }: Facts): 'v1' | 'v2' | null | Message {
  if (token?.status !== 'decoded') return say('rewrite-refused-token-kind', { kind: token?.kind ?? null });
  if (distrustToken(token) !== null) return say('rewrite-refused-token-trust', {});
  const { kind } = token;
  if (trust.kind === 'b2c') return kind === 'b2c' ? null : say('rewrite-refused-token-kind', { kind });
  const prefix = trust.kind === 'workforce' ? 'workforce' : 'external-id';
  const guid = trust.kind === 'workforce' ? trust.tenant.guid : trust.guid;
  const tokenTenant = findIssuerTenant(token);
  if (guid !== null && tokenTenant !== null && guid !== tokenTenant) return say('rewrite-refused-token-tenant', {});
  if (kind === `${prefix}-v1`) return 'v1';
  return kind === `${prefix}-v2` ? 'v2' : say('rewrite-refused-token-kind', { kind });
}
