import { findPublicClient } from '../knowledge/public-clients.js';
import { say, type Message } from '../messages/message.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyAlone } from '../judgement/judged.js';
import type { Reason } from '../gateway/reason.js';
import { placeOfList } from '../policy/policy-places.js';
import { findInOtherClaim } from '../token/elsewhere/find-elsewhere.js';
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
    const [cause, why] = explain(context, reason);
    const report = reportCheck(context, judged, span, why);
    yield { ...report, data: { ...report.data, client, cause } };
  },
};

/** What the token's client has to do with the listed ids, so that the cure can be named. */
function explain({ facts }: PolicyAlone, reason: Reason): [string, Message | null] {
  if (reason.code !== 'client-not-accepted') return ['other', null];
  const { client, claim: own, accepted } = reason.values;
  const elsewhere = findInOtherClaim(own, accepted, facts.token?.claims ?? {});
  if (elsewhere !== null && !elsewhere.isNested)
    return ['claim', say('client-other-claim', { wanted: elsewhere.wanted, claim: elsewhere.claim, client, own })];
  const known = findPublicClient(client);
  return known === undefined ? ['other', null] : ['public-client', say('client-public', { title: known.title, client })];
}
