import type { CheckName, CheckResult } from '../../gateway/prediction.js';
import { openContext } from '../../gateway/check-context.js';
import { predictPolicy } from '../../gateway/predict.js';
import type { Facts } from '../../facts.js';
import { readAddress } from '../../microsoft/read-address.js';
import { readMetadata } from '../../metadata/read-metadata.js';
import { knowWritten } from '../../policy/known-value.js';
import type { PolicyDocument } from '../../policy/policy-document.js';
import { rereadDocument, rereadPiece } from '../../policy/reread-document.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import { buildFix, type Draft } from '../writing/build-fix.js';
import type { Fix } from '../fix.js';
import type { PolicyFixContext } from '../fix-maker.js';
import { findTenantOf } from './metadata-evidence.js';
import { readTenant } from '../rewrite/read-tenant.js';
import { distrustToken, findIssuerTenant, findTrustworthyToken } from './token-trust.js';
import { isVerifiedByTenant } from './verified-by-tenant.js';

/** What lets a fix be offered where the token alone would not. */
interface OfferTrust {
  /** The drafts name no issuer but one that the policy has in another form, or that a document of its own names. */
  readonly isNamed?: boolean;
  /** The drafts list a public client, and say so: such a token opens nothing else. Never preferred. */
  readonly isPublicClient?: boolean;
}

/**
 * Offers drafts that make a policy accept the token at hand, as far as trust allows: only for a token of the policy's own tenant (or
 * of an issuer that the policy accepts already, or that it names itself), none for tokens that are not meant for the API at all. What
 * does not help the check is left out. The first is preferred where nothing more is accepted or the tenant's own keys made the signature.
 */
export async function offerForToken(
  context: PolicyFixContext,
  check: CheckName,
  drafts: readonly Draft[],
  trust: OfferTrust = {},
): Promise<Fix[]> {
  const { document, policy, facts } = context;
  const { token: given } = facts;
  const isPublic = trust.isPublicClient === true && given?.status === 'decoded' && distrustToken(given) === 'public-client';
  const token = isPublic ? given : findTrustworthyToken(facts);
  if (token === null || drafts.length === 0) return [];
  const before = context.prediction?.checks ?? [];
  const tenant = findIssuerTenant(token);
  const isOwn = tenant !== null && listPolicyTenants(policy, document.text, facts).includes(tenant);
  if (!isOwn && trust.isNamed !== true && before.find(result => result.check === 'issuer')?.outcome !== 'pass') return [];
  const fixes: Fix[] = [];
  for (const draft of drafts) {
    const fix = buildFix(context, draft);
    const changed = readChanged(document, policy, fix);
    if (changed === undefined || !helps(before, (await predictPolicy(openContext(changed, facts), token)).checks, check)) continue;
    const verified = !draft.widens || (isOwn && trust.isPublicClient !== true && (await isVerifiedByTenant(tenant, context)));
    fixes.push({ ...fix, preferred: fixes.length === 0 && verified && draft.preferred !== false });
  }
  return fixes;
}

/** The token policy after a fix. What changes it alone is read alone: a document may hold thousands. */
function readChanged(document: PolicyDocument, policy: TokenPolicy, { edits }: Fix): TokenPolicy | undefined {
  const { start, end } = policy;
  if (!edits.every(edit => start <= edit.start && edit.end <= end)) {
    return rereadDocument(document, edits).tokenPolicies[document.tokenPolicies.indexOf(policy)];
  }
  return rereadPiece(document, policy, edits).tokenPolicies[0];
}

/** Whether the check does not fail any more, or fails for the next of several reasons. */
function helps(before: readonly CheckResult[], after: readonly CheckResult[], check: CheckName): boolean {
  const find = (results: readonly CheckResult[]): CheckResult | undefined => results.find(result => result.check === check);
  const [old, now] = [find(before), find(after)];
  if (now === undefined) return false;
  return now.outcome === 'pass' || now.outcome !== old?.outcome || JSON.stringify(now.reason) !== JSON.stringify(old.reason);
}

/** The tenants that a policy trusts by id, as its own values and the documents it names show them. */
function listPolicyTenants(policy: TokenPolicy, text: string, facts: Facts): string[] {
  if (policy.kind === 'validate-azure-ad-token') {
    const tenant = readTenant(policy, text, facts);
    if ('unreadable' in tenant) return [];
    const guid = tenant.guid ?? findTenantOf(tenant.name, [], facts.metadata);
    return guid === null ? [] : [guid];
  }
  const known = [...policy.openidConfigs, ...policy.issuers].flatMap(value => {
    const text = knowWritten(value, facts);
    return text.known ? [text.text] : [];
  });
  const issuers = known.flatMap(address =>
    Object.hasOwn(facts.metadata, address) ? (readMetadata(facts.metadata[address])?.issuer ?? []) : [],
  );
  return [...new Set([...known, ...issuers].flatMap(address => readAddress(address).tenantId ?? []))];
}
