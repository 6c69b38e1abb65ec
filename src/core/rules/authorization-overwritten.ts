import { say } from '../messages/message.js';
import { childElements, findAttribute, type PolicyElement } from '../policy/policy-tree.js';
import type { DocumentRule } from './rule.js';

/** An earlier policy of the same section that certainly runs, and certainly replaces the header that a token policy reads. */
export const authorizationOverwritten: DocumentRule = {
  scope: 'document',
  code: 'authorization-overwritten',
  summary: 'The Authorization header is replaced before it is validated.',
  severity: 'warning',
  certainty: 'observed',
  *check({ document }) {
    if (document.tree === null || document.tokenPolicies.length === 0) return;
    const tokenPolicies = new Set(document.tokenPolicies.map(({ start }) => start));
    const sections = document.root === 'policies' ? childElements(document.tree) : [document.tree];
    // Elements whose children are still to be looked at, and who has replaced the header before them.
    const waiting = sections.map((element): Waiting => ({ element, by: null }));
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      let { by } = here;
      for (const child of childElements(here.element)) {
        if (by !== null && tokenPolicies.has(child.start) && readsAuthorization(child)) {
          yield { ...child.nameSpan, message: say('authorization-overwritten', { by: by.name }), data: { by: by.start } };
        }
        if (replacesAuthorization(child)) by ??= child;
        // What a branch replaces is not certain after it; what was replaced before it is certain in it.
        waiting.push({ element: child, by });
      }
    }
  },
};

interface Waiting {
  readonly element: PolicyElement;
  readonly by: PolicyElement | null;
}

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
