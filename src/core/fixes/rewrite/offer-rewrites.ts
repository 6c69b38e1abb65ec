import type { FixMaker } from '../fix-maker.js';
import { listRewrites } from './rewrite.js';
import { findTrust } from './trust.js';

/** The rewrite, for a policy element that does not take the tenant's tokens at all: every variant, the advised one first. */
export const offerRewrites: FixMaker = {
  scope: 'policy',
  async make({ document, policy, facts }) {
    if (policy.kind !== 'validate-azure-ad-token') return [];
    // A workforce tenant's tokens are taken by either element: rewriting cures nothing there.
    if (findTrust(policy, document.text, facts).kind === 'workforce') return [];
    return listRewrites(document, policy, facts);
  },
};
