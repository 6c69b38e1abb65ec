import { say } from '../messages/message.js';
import type { PolicyRule } from './rule.js';

/** An ID token where an access token is needed. Said only where it does not pass: some gateways take ID tokens on purpose. */
export const idToken: PolicyRule = {
  scope: 'policy',
  code: 'id-token',
  summary: 'The token is an ID token.',
  severity: 'error',
  certainty: 'documented',
  *check({ policy, facts, policyPrediction }) {
    if (facts.token?.kind !== 'id-token' || policyPrediction === null) return;
    const failing = policyPrediction.checks.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check);
    if (!failing.some(check => check === 'audience' || check === 'application' || check === 'claims')) return;
    const { nameSpan } = policy.element;
    const severity = policy.chooses.length === 0 ? 'error' : 'warning';
    yield { ...nameSpan, message: say('id-token', { client: readClient(facts.token.claims) }), severity, data: { failing } };
  },
};

/** For whom it was issued; null where that is no plain text. */
function readClient(claims: Readonly<Record<string, unknown>>): string | null {
  const audience = claims['aud'];
  return typeof audience === 'string' ? audience : null;
}
