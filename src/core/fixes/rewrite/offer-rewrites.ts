import type { Fix } from '../fix.js';
import type { PolicyFixContext } from '../fix-maker.js';
import { listRewrites } from './rewrite.js';
import { findTrust } from './trust.js';

/**
 * The rewrite, for a policy element that does not take the tenant's tokens at all: every variant, the advised one first. None for a
 * workforce tenant: its tokens are taken by either element, so rewriting cures nothing.
 */
export async function makeRewrites(context: PolicyFixContext): Promise<Fix[]> {
  if (context.policy.kind !== 'validate-azure-ad-token' || context.once(findTrust).kind === 'workforce') return [];
  return listRewrites(context);
}
