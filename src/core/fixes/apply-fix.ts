import type { Facts } from '../facts.js';
import type { Finding } from '../finding.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { readPolicies } from '../policy/read-policies.js';
import type { Fix } from './fix.js';
import { findFixMaker } from './registry.js';

/**
 * The fixes of one finding, worked out on the text as it is now: the finding says what it is about, every position is found anew.
 * The best stands first; none where no edit of the policy is the cure. At most one is preferred.
 */
export async function applyFix(text: string, finding: Finding, facts: Facts): Promise<Fix[]> {
  return findFixMaker(finding.code) === undefined ? [] : fixInDocument(readPolicies(text), finding, facts);
}

/** The same for a document that was read already. */
export async function fixInDocument(document: PolicyDocument, finding: Finding, facts: Facts): Promise<Fix[]> {
  const maker = findFixMaker(finding.code);
  if (maker === undefined) return [];
  if (maker.scope === 'document') return maker.make({ document, finding, facts });
  const policy = finding.policy === null ? undefined : document.tokenPolicies[finding.policy];
  return policy === undefined ? [] : maker.make({ document, finding, facts, policy });
}
