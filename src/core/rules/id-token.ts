import { say } from '../messages/message.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** What an ID token fails by: it is made for the client, and has neither scopes nor roles of an API. */
const telling: readonly string[] = ['audience', 'application', 'claims'];

/** An ID token where an access token is needed. Said only where it does not pass: some gateways take ID tokens on purpose. */
export const idToken: PolicyRule = {
  scope: 'policy',
  code: 'id-token',
  severity: 'error',
  certainty: 'documented',
  *check(context) {
    const { policy, facts, prediction } = context;
    if (facts.token?.kind !== 'id-token' || context.reach === 'skipped') return;
    const result = prediction?.checks.find(({ check, outcome }) => outcome === 'fail' && telling.includes(check));
    if (result === undefined || result.reason === null) return;
    const audience = facts.token.claims['aud'];
    const why = say('id-token', { client: typeof audience === 'string' ? audience : null });
    yield reportCheck(context, { result, reason: result.reason }, policy.element.nameSpan, why);
  },
};
