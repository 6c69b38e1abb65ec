import type { CheckContext, ReadToken } from '../check-context.js';
import { readTextClaim } from '../check-context.js';
import { fail, pass, uncertain, unresolved, type Checked } from '../outcome.js';

/**
 * The id lists of validate-azure-ad-token. That the client ids are compared with `azp` (version 2) or `appid` (version 1) is a deduction,
 * for nothing else could be meant; what the backend ids are compared with is not documented at all.
 */
export function checkApplication(context: CheckContext, token: ReadToken): Checked {
  const { policy } = context;
  if (policy.kind !== 'validate-azure-ad-token') return pass('application', { certainty: 'documented' });
  const client = policy.clientApplicationIds.length === 0 ? null : checkClient(context, token);
  if (client !== null && client.result.outcome !== 'pass') return client;
  if (policy.backendApplicationIds.length > 0) {
    const accepted = policy.backendApplicationIds.map(value => value.value);
    return uncertain('application', { certainty: 'inferred', reason: { code: 'backend-not-documented', values: { accepted } } });
  }
  return client ?? pass('application', { certainty: 'documented' });
}

function checkClient(context: CheckContext, token: ReadToken): Checked {
  const claim = readTextClaim(token.claims, 'ver') === '2.0' ? 'azp' : 'appid';
  const other = claim === 'azp' ? 'appid' : 'azp';
  const known = context.policy.clientApplicationIds.map(value => context.know(value));
  const accepted = known.flatMap(value => (value.known ? [value.text] : []));
  const missing = [...new Set(known.flatMap(value => (value.known ? [] : value.missing)))];
  const client = readTextClaim(token.claims, claim);
  if (client !== null && accepted.includes(client)) {
    return pass('application', { certainty: 'inferred', reason: { code: 'client-accepted', values: { claim } } });
  }
  if (client !== null && missing.length === 0 && accepted.some(id => isSameId(id, client))) {
    return uncertain('application', { certainty: 'inferred', reason: { code: 'client-written-differently', values: { claim, client } } });
  }
  const elsewhere = readTextClaim(token.claims, other);
  if (client === null && elsewhere !== null && (missing.length > 0 || accepted.some(id => isSameId(id, elsewhere)))) {
    return uncertain('application', {
      certainty: 'inferred',
      reason: { code: 'client-claim-of-other-version', values: { claim: other, expected: claim } },
    });
  }
  if (client !== null && missing.length > 0) {
    return unresolved('application', missing, {
      certainty: 'inferred',
      reason: { code: 'value-unknown', values: { what: 'client', missing } },
    });
  }
  if (client === null) {
    const names = context.policy.clientApplicationIds.map(value => value.value);
    return fail('application', {
      certainty: 'inferred',
      reason: { code: 'client-missing', values: { claim, accepted: names } },
    });
  }
  return fail('application', {
    certainty: 'inferred',
    reason: { code: 'client-not-accepted', values: { claim, client, accepted } },
  });
}

function isSameId(id: string, client: string): boolean {
  return id.trim().toLowerCase() === client.trim().toLowerCase();
}
