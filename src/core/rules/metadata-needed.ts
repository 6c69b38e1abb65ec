import { say } from '../messages/message.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** What could not be checked, because a document of the tenant is not at hand. One that could not be fetched has its own rule. */
export const metadataNeeded: PolicyRule = {
  scope: 'policy',
  code: 'metadata-needed',
  severity: 'information',
  certainty: 'documented',
  silencedBy: { policy: ['graph-token'] },
  *check(context) {
    const signature = judgedCheck(context, 'signature', ['documents-missing']);
    const judged = signature ?? judgedCheck(context, 'issuer', ['issuer-documents-missing']);
    if (judged === null) return;
    const { sources } = context.facts;
    if (judged.reason.values.addresses.some(address => sources?.[address]?.problem !== undefined)) return;
    yield reportCheck(context, judged, context.policy.element.nameSpan, null, say('metadata-needed', {}));
  },
};
