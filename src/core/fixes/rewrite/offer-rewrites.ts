import type { Fix } from '../fix.js';
import type { FixMaker, PolicyFixContext } from '../fix-maker.js';
import { listRewrites } from './rewrite.js';
import { findTrust } from './trust.js';

/** The rewrite, for a policy element that does not take the tenant's tokens at all: every variant, the advised one first. */
export const offerRewrites: FixMaker = { scope: 'policy', make: makeRewrites };

/** None for a workforce tenant: its tokens are taken by either element, so rewriting cures nothing. */
export async function makeRewrites({ document, policy, facts }: PolicyFixContext): Promise<Fix[]> {
  if (policy.kind !== 'validate-azure-ad-token' || findTrust(policy, document.text, facts).kind === 'workforce') return [];
  return listRewrites(document, policy, facts);
}
