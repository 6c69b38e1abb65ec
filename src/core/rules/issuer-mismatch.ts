import { explainB2c } from '../judgement/causes/explain-b2c-issuer.js';
import { explainOtherIssuer } from '../judgement/causes/explain-issuer.js';
import { adviseOnIssuer } from '../judgement/causes/provider-advice.js';
import { say, type Message } from '../messages/message.js';
import { readAddress, tenantOf } from '../microsoft/read-address.js';
import { otherCloudOf, otherVersionOf, refusedIssuer, type RefusedIssuer } from '../judgement/refused-issuer.js';
import { versionAsPolicyWants } from '../judgement/causes/version-pieces.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import { placeOfIssuers } from '../policy/policy-places.js';
import type { PolicyAlone } from '../judgement/judged.js';
import type { PolicyRule, Report } from './rule.js';

const others = [
  'issuer-missing',
  'issuer-only-in-document',
  'issuer-template',
  'issuer-differs',
  'tenant-in-token-differs',
  'consumer-under-organizations',
  'tenant-not-named',
] as const;

/** The issuer is not accepted. Another tenant, and a tenant kind that validate-azure-ad-token does not take, have rules of their own. */
export const issuerMismatch: PolicyRule = {
  scope: 'policy',
  code: 'issuer-mismatch',
  severity: 'error',
  certainty: 'library',
  silencedBy: { policy: ['graph-token'], check: ['wrong-tenant', 'external-id-unsupported', 'b2c-unsupported'] },
  *check(context) {
    const other = judgedCheck(context, 'issuer', others);
    if (other !== null) yield reportCheck(context, other, placeOfIssuers(context.policy));
    const refused = refusedIssuer(context);
    if (refused !== null) yield report(context, refused);
  },
};

function report(context: PolicyAlone, refused: RefusedIssuer): Report {
  const { judged, issuer, accepted } = refused;
  const [cause, why] = explain(context, refused);
  const said = reportCheck(context, judged, placeOfIssuers(context.policy), why ?? adviseOnIssuer(context));
  return { ...said, data: { ...said.data, issuer, accepted, cause } };
}

/** What the two have to do with each other, so that the cure can be named. */
function explain(context: PolicyAlone, refused: RefusedIssuer): [string, Message | null] {
  const { facts, policy } = context;
  const { issuer, form, accepted } = refused;
  const clouds = otherCloudOf(refused);
  if (clouds !== null) {
    const { own, other } = clouds;
    const values = { issuer, own: own.title, other: other.title, host: own.loginHost, hasEndpoint: policy.kind !== 'validate-jwt' };
    return ['cloud', say('issuer-mismatch-cloud', values)];
  }
  const version = otherVersionOf(refused);
  const wanted = versionAsPolicyWants(context);
  if (version !== null && wanted !== null)
    return ['policy-version', say('issuer-mismatch-policy-version', { issuer, accepted: version, version: wanted })];
  if (version !== null)
    return form.version === 1
      ? ['version-1', say('issuer-mismatch-version-1', { issuer, accepted: version })]
      : ['version-2', say('issuer-mismatch-version-2', { issuer, accepted: version })];
  const slash = accepted.find(candidate => candidate.replace(/\/$/, '') === issuer.replace(/\/$/, ''));
  if (slash !== undefined) return ['slash', say('issuer-mismatch-slash', { issuer, accepted: slash })];
  const letters = accepted.find(candidate => candidate.toLowerCase() === issuer.toLowerCase());
  if (letters !== undefined) return ['case', say('issuer-mismatch-case', { issuer, accepted: letters })];
  const space = accepted.find(candidate => candidate.trim() === issuer);
  if (space !== undefined) return ['space', say('issuer-mismatch-space', { issuer })];
  if (facts.token?.kind === 'b2c') return explainB2c(context, facts.token, issuer, accepted);
  const tenant = tenantOf(issuer);
  const named = accepted.find(candidate => form.family === 'external-id' && isNamedExternalId(candidate, tenant));
  if (named !== undefined) return ['external-id-name', say('issuer-mismatch-external-id-name', { issuer, accepted: named })];
  const sibling = accepted.find(candidate => tenant !== null && tenantOf(candidate) === tenant);
  const family = sibling === undefined ? null : readAddress(sibling).family;
  if (tenant !== null && sibling !== undefined && family === 'workforce' && form.family === 'external-id')
    return ['external-id', say('issuer-mismatch-external-id', { issuer, accepted: sibling, tenant })];
  if (sibling !== undefined && family === 'external-id' && form.family === 'workforce')
    return ['workforce', say('issuer-mismatch-workforce', { issuer, accepted: sibling })];
  return explainOtherIssuer(context, issuer, accepted);
}

/** External ID has the tenant's id as its host in every issuer; a name there is one that somebody made up from the address. */
function isNamedExternalId(accepted: string, tenant: string | null): boolean {
  const { family, host } = readAddress(accepted);
  return family === 'external-id' && tenant !== null && tenantOf(accepted) === tenant && !host.startsWith(tenant);
}
