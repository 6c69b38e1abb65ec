import { say } from '../messages/message.js';
import { explainAudience, explainNoAudience } from '../judgement/causes/explain-audience.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import { placeOfList } from '../policy/policy-places.js';
import { findNotPlain } from '../policy/plain-text.js';
import type { PolicyRule } from './rule.js';

/** The token is for another audience than the policy accepts. */
export const audienceMismatch: PolicyRule = {
  scope: 'policy',
  code: 'audience-mismatch',
  severity: 'error',
  certainty: 'library',
  silencedBy: { policy: ['graph-token', 'id-token'] },
  *check(context) {
    const judged = judgedCheck(context, 'audience', ['audience-missing', 'audience-not-accepted', 'audience-slash', 'audience-differs']);
    if (judged === null) return;
    const { policy } = context;
    const span = placeOfList(policy, 'audiences', policy.audiences);
    const { reason } = judged;
    if (reason.code !== 'audience-not-accepted') {
      const { why, more } =
        reason.code === 'audience-missing' ? explainNoAudience(context, reason.values.accepted) : { why: null, more: [] };
      yield reportCheck(context, judged, span, why, ...more);
      return;
    }
    const { audiences, accepted } = reason.values;
    const { cause, why, more } = explainAudience(context, audiences, accepted);
    const unwritten = audiences.map(findNotPlain).find(found => found !== null) ?? null;
    const report = reportCheck(context, judged, span, why, ...more, unwritten === null ? null : say('value-not-plain', { why: unwritten }));
    yield { ...report, data: { ...report.data, audiences, accepted, cause } };
  },
};
