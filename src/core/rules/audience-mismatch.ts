import { firstPartyApis } from '../knowledge/clouds.js';
import { say, type Message } from '../messages/message.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import { placeOfList } from '../policy/policy-places.js';
import { findNotPlain } from '../policy/plain-text.js';
import type { PolicyRule } from './rule.js';

/** The token is for another audience than the policy accepts. */
export const audienceMismatch: PolicyRule = {
  scope: 'policy',
  code: 'audience-mismatch',
  summary: "The token's audience is not one that the policy accepts.",
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
      yield reportCheck(context, judged, span);
      return;
    }
    const { audiences, accepted } = reason.values;
    const [cause, why] = explain(audiences, accepted);
    const unwritten = audiences.map(findNotPlain).find(found => found !== null) ?? null;
    const report = reportCheck(context, judged, span, why, unwritten === null ? null : say('value-not-plain', { why: unwritten }));
    yield { ...report, data: { ...report.data, audiences, accepted, cause } };
  },
};

/** What the token's audiences have to do with the accepted ones, so that the cure can be named. */
function explain(audiences: readonly string[], accepted: readonly string[]): [string, Message | null] {
  for (const audience of audiences) {
    const plain = audience.replace(/\/$/, '').toLowerCase();
    const api = firstPartyApis.find(known => known.audiences.includes(plain));
    if (api !== undefined) return ['microsoft-api', say('audience-mismatch-microsoft', { audience, title: api.title })];
    const space = accepted.find(value => value.trim() === audience);
    if (space !== undefined) return ['space', say('audience-mismatch-space', { audience })];
    const letters = accepted.find(value => value.toLowerCase() === audience.toLowerCase());
    if (letters !== undefined) return ['case', say('audience-mismatch-case', { audience, accepted: letters })];
    const form = accepted.find(
      value =>
        value
          .toLowerCase()
          .replace(/^api:\/\//, '')
          .replace(/\/$/, '') === plain.replace(/^api:\/\//, ''),
    );
    if (form !== undefined) return ['form', say('audience-mismatch-form', { audience, accepted: form })];
  }
  return ['other', null];
}
