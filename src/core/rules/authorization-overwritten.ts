import { say } from '../messages/message.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import { pathTo } from './element-path.js';
import type { PolicyRule } from './rule.js';

/** An earlier policy of the same section that certainly runs, and certainly replaces the header that this one reads. */
export const authorizationOverwritten: PolicyRule = {
  scope: 'policy',
  code: 'authorization-overwritten',
  summary: 'The Authorization header is replaced before it is validated.',
  severity: 'warning',
  certainty: 'observed',
  *check({ document, policy }) {
    if (document.tree === null || !readsAuthorization(policy.element)) return;
    const path = pathTo(document.tree, policy.element);
    // The section itself is one of two: below `policies`, or the fragment.
    const inSection = path.slice(document.root === 'policies' ? 1 : 0);
    for (const parent of inSection.slice(0, -1)) {
      const earlier = childElements(parent).find(child => child.end <= policy.start && replacesAuthorization(child));
      if (earlier === undefined) continue;
      yield { ...policy.element.nameSpan, message: say('authorization-overwritten', { by: earlier.name }), data: { by: earlier.start } };
      return;
    }
  },
};

function readsAuthorization(element: PolicyElement): boolean {
  const header = findAttribute(element, 'header-name');
  if (header !== undefined) return header.value.value.trim().toLowerCase() === 'authorization';
  const elsewhere = ['query-parameter-name', 'token-value'].some(name => findAttribute(element, name) !== undefined);
  return element.name === 'validate-azure-ad-token' && !elsewhere;
}

function replacesAuthorization(element: PolicyElement): boolean {
  switch (element.name) {
    case 'authentication-managed-identity':
      return findAttribute(element, 'output-token-variable-name') === undefined;
    case 'authentication-basic':
      return true;
    case 'set-header': {
      if (findAttribute(element, 'name')?.value.value.trim().toLowerCase() !== 'authorization') return false;
      const action = findAttribute(element, 'exists-action')?.value.value ?? 'override';
      if (action === 'delete') return true;
      // A value that is written out cannot be the request's; any other may be.
      const values = childElements(element, 'value');
      return action === 'override' && values.length > 0 && values.every(({ value }) => value.state === 'literal');
    }
    default:
      return false;
  }
}
