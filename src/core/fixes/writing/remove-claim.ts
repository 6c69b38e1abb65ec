import type { PolicyDocument } from '../../policy/policy-document.js';
import { childElements } from '../../policy/policy-tree.js';
import type { RequiredClaim, TokenPolicy } from '../../policy/token-policy.js';
import type { Edit } from '../../text/edit.js';
import { removeElement } from './edit-children.js';

/** Removes a required claim, and `required-claims` with its last one, for it must not be empty. */
export function removeClaim({ text }: PolicyDocument, policy: TokenPolicy, { element }: RequiredClaim): Edit {
  const list = childElements(policy.element, 'required-claims').find(({ start, end }) => start <= element.start && element.end <= end);
  const isLast = list !== undefined && childElements(list).length === 1;
  return removeElement(text, isLast ? list : element);
}
