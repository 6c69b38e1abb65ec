import { say } from '../messages/message.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { readAddress } from '../microsoft/read-address.js';
import { namesManyTenants } from '../microsoft/tenant.js';
import { isBroken, isTenantRead } from '../judgement/around-policy.js';
import type { PolicyRule, Report } from './rule.js';

/** Tokens of every tenant pass, and nothing narrows that down. */
export const anyTenant: PolicyRule = {
  scope: 'policy',
  code: 'any-tenant',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy, ask }) {
    if (limitsTenant(policy)) return;
    for (const report of listWide(policy)) {
      // Where a document breaks, what limits the tenant may stand behind the break.
      if (ask(isBroken) || ask(isTenantRead)) return;
      yield report;
    }
  },
};

/** Where the policy names many tenants. */
function* listWide({ kind, attributes, openidConfigs }: TokenPolicy): Iterable<Report> {
  const tenant = attributes['tenant-id'];
  if (kind === 'validate-azure-ad-token' && tenant?.state === 'literal') {
    const name =
      tenant.value
        .trim()
        .split('/')
        .filter(piece => piece !== '')
        .at(-1) ?? '';
    const { start, end } = tenant;
    if (namesManyTenants(name)) yield { start, end, message: say('any-tenant-azure-ad', { tenant: name }) };
  }
  for (const { start, end, value } of openidConfigs) {
    const address = readAddress(value);
    if (address.family === 'workforce' && address.tenant !== null && namesManyTenants(address.tenant))
      yield { start, end, message: say('any-tenant-jwt', { tenant: address.tenant }) };
  }
}

/** An issuer and a tenant id name the tenant; a subject, an object id, a group belong to one. */
function limitsTenant({ issuers, requiredClaims }: TokenPolicy): boolean {
  return (
    issuers.length > 0 || requiredClaims.some(({ name, values }) => values.length > 0 && /^(tid|iss|oid|sub|groups|wids)$/.test(name ?? ''))
  );
}
