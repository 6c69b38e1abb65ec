import { microsoftAccountTenant } from '../knowledge/clouds.js';
import { say } from '../messages/message.js';
import { tenantOf } from '../microsoft/read-address.js';
import { comesFromOtherTenant, refusedIssuer } from '../judgement/refused-issuer.js';
import { reportCheck } from './check-rule.js';
import { placeOfIssuers } from '../policy/policy-places.js';
import type { PolicyRule } from './rule.js';

/** The token comes from another tenant than the policy accepts: the cure is another token. */
export const wrongTenant: PolicyRule = {
  scope: 'policy',
  code: 'wrong-tenant',
  severity: 'error',
  certainty: 'library',
  silencedBy: { policy: ['graph-token'] },
  *check(context) {
    const refused = refusedIssuer(context);
    if (refused === null || !comesFromOtherTenant(refused)) return;
    const tenant = tenantOf(refused.issuer) ?? '';
    const accepted = [...new Set(refused.accepted.flatMap(issuer => tenantOf(issuer) ?? []))];
    const personal = tenant === microsoftAccountTenant;
    const why = say('wrong-tenant', { tenant, accepted, personal });
    yield reportCheck(context, refused.judged, placeOfIssuers(context.policy), why);
  },
};
