import { findAttribute, type PolicyElement } from './policy-tree.js';

/** Whether a token policy reads its token from the Authorization header of the request. */
export function readsAuthorization(element: PolicyElement): boolean {
  const header = findAttribute(element, 'header-name');
  if (header !== undefined) return header.value.value.trim().toLowerCase() === 'authorization';
  const value = findAttribute(element, 'token-value')?.value.value;
  if (value !== undefined) return /\.\s*Request\s*\.\s*Headers\b[^;]{0,40}"Authorization"/i.test(value);
  return element.name === 'validate-azure-ad-token' && findAttribute(element, 'query-parameter-name') === undefined;
}
