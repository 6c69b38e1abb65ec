import { findTakenBranch } from './predict-path.js';
import type { PolicyDocument } from '../policy/policy-document.js';
import { elementsAround } from '../policy/elements-named.js';
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
  const inBranches = tokenPolicies.filter(({ chooses }) => chooses.length > 0);
  const known = tree === null || token === undefined ? null : walkBranches(tree, inBranches, { policies: tokenPolicies, token });
  return tokenPolicies.map(policy => {
    const isOpen = policy.chooses.length > 0;
    return reachInTemplate(isOpen ? (known?.get(policy.start) ?? 'undecided') : 'reached', policy, blocks);
  });
}

/** How far a token comes into the branches that hold one of these token policies: by where each element begins. */
function walkBranches(
  tree: PolicyElement,
  policies: readonly TokenPolicy[],
  taking: Parameters<typeof findTakenBranch>[0],
): ReadonlyMap<number, Reach> {
  const known = new Map<number, Reach>();
  const around = elementsAround(
    tree,
    policies.map(({ start }) => start),
  );
  for (const element of around) {
    const reach = known.get(element.start) ?? 'reached';
    known.set(element.start, reach);
    const children = childElements(element);
    const branches = element.name === 'choose' ? children.filter(isBranch) : [];
    const taken = findTakenBranch(taking, branches);
    for (const child of children) known.set(child.start, branches.length > 0 && isBranch(child) ? reachOf(child, taken, reach) : reach);
  }
  return known;
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
