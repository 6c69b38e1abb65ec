import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import { pathTo } from './element-path.js';
import type { DocumentRule } from './rule.js';

/** cors after a token policy that runs for every request. */
export const corsAfterToken: DocumentRule = {
  scope: 'document',
  code: 'cors-after-token',
  summary: 'cors stands after the token policy.',
  severity: 'warning',
  certainty: 'documented',
  *check({ document }) {
    if (document.tree === null) return;
    for (const policy of document.tokenPolicies) {
      if (policy.section !== 'inbound') continue;
      const section = pathTo(document.tree, policy.element).at(-2);
      const siblings = section?.name === 'inbound' ? childElements(section, 'cors') : [];
      if (siblings.some(({ end }) => end <= policy.start)) return;
      const late = siblings.find(({ start }) => start >= policy.end);
      if (late === undefined) continue;
      yield { ...late.nameSpan, message: say('cors-after-token', {}), data: { token: policy.start } };
      return;
    }
  },
};
