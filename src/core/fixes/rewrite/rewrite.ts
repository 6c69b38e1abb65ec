import type { Facts } from '../../facts.js';
import { say, type Message } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import type { PolicyDocument } from '../../policy/policy-document.js';
import { readPolicies } from '../../policy/read-policies.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import type { Fix, Refusal, RewriteName, RewriteVariant } from '../fix.js';
import { distrustToken, findIssuerTenant } from '../trust/token-trust.js';
import { isVerifiedByTenant } from '../trust/verified-by-tenant.js';
import { listVariants, planRewrite, type Plan, type TrustedKind } from './plan.js';
import { rewriteBack } from './to-validate-azure-ad-token.js';
import { writeRewrite } from './to-validate-jwt.js';
import { findTrust } from './trust.js';

/**
 * Rewrites every element of the one kind into the other: a fix for each, or the reason why there is none. Each fix is worked out
 * on the text as it stands; they touch different stretches, so that their edits can be applied together.
 *
 * @param variant without it, the one that is offered first: the first of those that can be written
 */
export async function rewrite(
  text: string,
  name: RewriteName,
  variant: RewriteVariant | undefined,
  facts: Facts,
): Promise<(Fix | Refusal)[]> {
  const document = readPolicies(text);
  if (name === 'to-validate-azure-ad-token') return rewriteBack(document, facts);
  const results: (Fix | Refusal)[] = [];
  for (const policy of document.tokenPolicies.filter(({ kind }) => kind === 'validate-azure-ad-token')) {
    const result = variant === undefined ? await rewriteFirst(document, policy, facts) : await rewriteOne(document, policy, variant, facts);
    results.push('edits' in result ? result : { reason: render(result), start: policy.start, end: policy.end });
  }
  return results;
}

/**
 * What an editor offers at a place of the text, finding or not: every variant of the rewrite of the token policy that stands there,
 * in either direction. Empty where none is possible.
 */
export async function offerRewritesAt(text: string, offset: number, facts: Facts): Promise<Fix[]> {
  const document = readPolicies(text);
  const policy = document.tokenPolicies.find(({ start, end }) => start <= offset && offset <= end);
  if (policy === undefined) return [];
  if (policy.kind === 'validate-azure-ad-token') return listRewrites(document, policy, facts);
  const place = document.tokenPolicies.filter(({ kind }) => kind === 'validate-jwt').indexOf(policy);
  const back = rewriteBack(document, facts)[place];
  return back !== undefined && 'edits' in back ? [back] : [];
}

/** Every variant of the rewrite of one validate-azure-ad-token that can be written, the one to offer first in front. */
export async function listRewrites(document: PolicyDocument, policy: TokenPolicy, facts: Facts): Promise<Fix[]> {
  const trust = findTrust(policy, document.text, facts);
  if (trust.kind === 'refused') return [];
  const fixes: Fix[] = [];
  for (const variant of variantsOf(trust)) {
    const result = await rewriteOne(document, policy, variant, facts);
    // Two variants that come to the same are offered once.
    if ('edits' in result && !fixes.some(fix => fix.text === result.text)) fixes.push(result);
  }
  return fixes;
}

/** The variant that an editor offers first: the first of those that can be written. Where none can, why not the advised one. */
async function rewriteFirst(document: PolicyDocument, policy: TokenPolicy, facts: Facts): Promise<Fix | Message> {
  const trust = findTrust(policy, document.text, facts);
  if (trust.kind === 'refused') return trust.reason;
  const [advised, ...others] = variantsOf(trust);
  const first = await rewriteOne(document, policy, advised, facts);
  if ('edits' in first) return first;
  for (const variant of others) {
    const result = await rewriteOne(document, policy, variant, facts);
    if ('edits' in result) return result;
  }
  return first;
}

function variantsOf(trust: TrustedKind): readonly (RewriteVariant | undefined)[] {
  return trust.kind === 'b2c' ? [undefined] : listVariants(trust);
}

async function rewriteOne(
  document: PolicyDocument,
  policy: TokenPolicy,
  variant: RewriteVariant | undefined,
  facts: Facts,
): Promise<Fix | Message> {
  const trust = findTrust(policy, document.text, facts, variant === 'keep-workforce' ? 'external-id' : undefined);
  if (trust.kind === 'refused') return trust.reason;
  const chosen = variant === 'token' ? variantOfToken(trust, facts) : (variant ?? null);
  if (chosen !== null && typeof chosen !== 'string') return chosen;
  if (trust.kind === 'b2c' && chosen !== null) return say('rewrite-refused-variant', { variant: chosen, offered: ['token'] });
  const plan = planRewrite(trust, chosen, policy, facts);
  if ('name' in plan) return plan;
  const preferred =
    plan.widens &&
    isOfferedFirst(trust, plan) &&
    (await isVerifiedByTenant(trust.kind === 'workforce' ? trust.tenant.guid : trust.guid, facts));
  return writeRewrite(document, policy, trust, plan, preferred, facts);
}

function isOfferedFirst(trust: TrustedKind, { variant }: Plan): boolean {
  return variant === (listVariants(trust)[0] ?? null);
}

/** The variant that fits the token at hand. */
function variantOfToken(trust: TrustedKind, { token }: Facts): 'v1' | 'v2' | null | Message {
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
