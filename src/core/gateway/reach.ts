import { findTakenBranch } from './predict-path.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { childElements, type PolicyElement } from '../policy/policy-tree.js';
import { findTemplateBlock } from '../policy/template-blocks.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { DecodedToken, TokenProblem } from '../token/token.js';

/** Whether the token comes to a token policy: `undecided` inside a branch whose condition is not known. */
export type Reach = 'reached' | 'skipped' | 'undecided';

/**
 * Whether the token comes to each token policy, in their order. A condition is never run; the one that a rewrite writes is
 * recognised.
 */
export function findReach({ tree, tokenPolicies, blocks }: PolicyDocument, token: DecodedToken | TokenProblem | undefined): Reach[] {
  const reachPlain = (policy: TokenPolicy): Reach => reachInTemplate(reachUnseen(policy), policy, blocks);
  if (tree === null || token === undefined || tokenPolicies.every(({ chooses }) => chooses.length === 0))
    return tokenPolicies.map(reachPlain);
  const known = new Map<number, Reach>();
  const waiting: { element: PolicyElement; reach: Reach }[] = [{ element: tree, reach: 'reached' }];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { element, reach } = here;
    known.set(element.start, reach);
    const children = childElements(element);
    const branches = element.name === 'choose' ? children.filter(isBranch) : [];
    const taken = findTakenBranch({ policies: tokenPolicies, token }, branches);
    for (const child of children) {
      const isOpen = branches.length > 0 && isBranch(child);
      waiting.push({ element: child, reach: isOpen ? reachOf(child, taken, reach) : reach });
    }
  }
  return tokenPolicies.map(policy => {
    const reach = known.get(policy.start);
    return reach === undefined ? reachPlain(policy) : reachInTemplate(reach, policy, blocks);
  });
}

/** What a template may take away is not reached for certain. */
function reachInTemplate(reach: Reach, { start }: TokenPolicy, blocks: PolicyDocument['blocks']): Reach {
  return reach === 'reached' && findTemplateBlock(blocks, { start, end: start }) !== null ? 'undecided' : reach;
}

function isBranch({ name }: PolicyElement): boolean {
  return name === 'when' || name === 'otherwise';
}

function reachOf(branch: PolicyElement, taken: PolicyElement | null, around: Reach): Reach {
  if (around === 'skipped' || (taken !== null && taken !== branch)) return 'skipped';
  return taken === null ? 'undecided' : around;
}

function reachUnseen({ chooses }: TokenPolicy): Reach {
  return chooses.length === 0 ? 'reached' : 'undecided';
}
