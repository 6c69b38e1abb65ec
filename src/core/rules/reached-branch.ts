import { findTakenBranch } from '../gateway/predict-document.js';
import { childElements } from '../policy/policy-tree.js';
import { pathTo } from './element-path.js';
import type { PolicyContext } from './rule.js';

/**
 * Whether the token comes to this policy: `undecided` inside a branch whose condition is not known. A condition is never run; the
 * one that a rewrite writes is recognised.
 */
export function reachedBranch({ document, policy, facts }: PolicyContext): 'reached' | 'skipped' | 'undecided' {
  const { tree, tokenPolicies } = document;
  if (policy.chooses.length === 0) return 'reached';
  if (tree === null || facts.token === undefined) return 'undecided';
  const path = pathTo(tree, policy.element);
  let reached: 'reached' | 'undecided' = 'reached';
  for (const [index, element] of path.entries()) {
    if (element.name !== 'choose') continue;
    const branches = childElements(element).filter(({ name }) => name === 'when' || name === 'otherwise');
    const taken = findTakenBranch({ policies: tokenPolicies, token: facts.token }, branches);
    if (taken === null) reached = 'undecided';
    else if (taken !== path[index + 1]) return 'skipped';
  }
  return reached;
}
