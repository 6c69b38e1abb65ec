import { developerTools } from '../knowledge/clouds.js';
import { say } from '../messages/message.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import { placeOfList } from '../policy/policy-places.js';
import type { PolicyRule } from './rule.js';

const reasons = [
  'client-not-accepted',
  'client-missing',
  'client-written-differently',
  'client-claim-of-other-version',
  'backend-not-documented',
] as const;

/** The token was issued to another client than the policy accepts. */
export const applicationMismatch: PolicyRule = {
  scope: 'policy',
  code: 'application-mismatch',
  summary: "The token's client is not one that the policy accepts.",
  severity: 'error',
  certainty: 'inferred',
  silencedBy: { policy: ['id-token'] },
  *check(context) {
    const judged = judgedCheck(context, 'application', reasons);
    if (judged === null) return;
    const { policy } = context;
    const { reason } = judged;
    const backend = reason.code === 'backend-not-documented';
    const span = backend
      ? placeOfList(policy, 'backend-application-ids', policy.backendApplicationIds)
      : placeOfList(policy, 'client-application-ids', policy.clientApplicationIds);
    const client = 'client' in reason.values ? reason.values.client : null;
    const tool = developerTools.find(({ clientId }) => clientId === client?.toLowerCase());
    const why = tool === undefined ? null : say('application-mismatch-tool', { title: tool.title });
    const report = reportCheck(context, judged, span, why);
    yield { ...report, data: { ...report.data, client, cause: tool === undefined ? 'other' : 'developer-tool' } };
  },
};
