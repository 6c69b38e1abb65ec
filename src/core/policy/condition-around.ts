import type { PolicyDocument } from './policy-document.js';
import { allElements, findAttribute } from './policy-tree.js';
import type { TokenPolicy } from './token-policy.js';

/** What has to hold for a token policy to run: the condition of the innermost branch around it; `otherwise` where that is the rest. */
type BranchCondition = { readonly when: string } | 'otherwise';

/** Null where it stands in no branch, or where the document is too broken to tell. */
export function conditionAround({ tree }: PolicyDocument, { start, end }: Pick<TokenPolicy, 'start' | 'end'>): BranchCondition | null {
  const around = (tree === null ? [] : allElements(tree)).filter(
    element => (element.name === 'when' || element.name === 'otherwise') && element.start <= start && end <= element.end,
  );
  const innermost = around.at(-1);
  if (innermost === undefined) return null;
  return innermost.name === 'otherwise' ? 'otherwise' : { when: findAttribute(innermost, 'condition')?.value.value ?? '' };
}
