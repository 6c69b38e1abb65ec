import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import type { DocumentRule } from './rule.js';

/** cors after a token policy that runs for every request, and none before it. */
export const corsAfterToken: DocumentRule = {
  scope: 'document',
  code: 'cors-after-token',
  severity: 'warning',
  certainty: 'documented',
  *check({ document }) {
    if (document.tree === null) return;
    const tokenPolicies = new Set(document.tokenPolicies.map(({ start }) => start));
    for (const inbound of childElements(document.tree, 'inbound')) {
      const policies = childElements(inbound);
      const token = policies.findIndex(({ start }) => tokenPolicies.has(start));
      const cors = policies.findIndex(({ name }) => name === 'cors');
      const late = token >= 0 && cors > token ? policies[cors] : undefined;
      if (late !== undefined) yield { ...late.nameSpan, message: say('cors-after-token', {}), data: { at: late.start } };
    }
  },
};
