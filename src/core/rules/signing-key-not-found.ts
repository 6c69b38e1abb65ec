import type { Reason } from '../gateway/reason.js';
import { say, type Message } from '../messages/message.js';
import { readAddress, tenantOf } from '../microsoft/read-address.js';
import { childElements, findAttribute } from '../policy/policy-tree.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import { isFromEntra } from '../token/recognise-provider.js';
import { adviseOnIssuer } from '../judgement/causes/provider-advice.js';
import type { PolicyAlone } from '../judgement/judged.js';
import type { PolicyRule } from './rule.js';

/** None of the keys that the policy names made the signature. */
export const signingKeyNotFound: PolicyRule = {
  scope: 'policy',
  code: 'signing-key-not-found',
  severity: 'error',
  certainty: 'library',
  silencedBy: { policy: ['graph-token'] },
  *check(context) {
    const judged = judgedCheck(context, 'signature', ['signing-key-not-found', 'signing-key-not-named']);
    if (judged === null) return;
    const why = isSecretAlone(context) ? say('signing-key-secret', {}) : null;
    yield reportCheck(context, judged, context.policy.element.nameSpan, why, ...(why === null ? explain(context, judged.reason) : []));
  },
};

/** Whether the policy has nothing but shared secrets, for a token that is signed with one: no metadata helps then. */
function isSecretAlone({ policy, facts }: PolicyAlone): boolean {
  const keys = childElements(policy.element, 'issuer-signing-keys').flatMap(list => childElements(list, 'key'));
  const isShared = keys.length > 0 && keys.every(key => ['n', 'certificate-id'].every(name => findAttribute(key, name) === undefined));
  return policy.openidConfigs.length === 0 && isShared && /^HS\d{3}$/.test(String(facts.token?.header?.['alg']));
}

/** External ID and the workforce endpoint of one tenant publish different keys. */
function explain(context: PolicyAlone, reason: Reason): (Message | null)[] {
  const { facts } = context;
  const issuer = facts.token?.claims['iss'];
  if (reason.code !== 'signing-key-not-found' || typeof issuer !== 'string') return [];
  const tenant = tenantOf(issuer);
  const asked = reason.values.addresses.map(address => readAddress(address).family);
  const isElsewhere = asked.length > 0 && !asked.includes('external-id') && readAddress(issuer).family === 'external-id';
  if (isElsewhere && tenant !== null) return [say('signing-key-external-id', { tenant })];
  return [isFromEntra(facts.token) && readAddress(issuer).family === 'workforce' ? say('signing-key-own', {}) : adviseOnIssuer(context)];
}
