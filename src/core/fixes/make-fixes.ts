import type { Finding } from '../finding.js';
import type { Judged } from '../judgement/judged.js';
import type { Fix } from './fix.js';
import { findFixMaker } from './registry.js';

/**
 * The fixes of one finding, worked out on the document as it is now: the finding says what it is about, every position is found anew.
 * The best stands first; none where no edit of the policy is the cure. At most one is preferred.
 */
export async function makeFixes(judged: Judged, finding: Finding): Promise<Fix[]> {
  const maker = findFixMaker(finding.code);
  if (maker === undefined) return [];
  if (maker.scope === 'document') return maker.make({ ...judged, finding });
  const policy = finding.policy === null ? undefined : judged.policies[finding.policy];
  return policy === undefined ? [] : maker.make({ ...policy, finding });
}
