import type { Cloud } from '../knowledge/clouds.js';
import { findClouds, isGuid } from '../metadata/microsoft-address.js';
import type { Reason } from '../gateway/reason.js';
import { judgedCheck, type JudgedCheck } from './check-rule.js';
import { readMetadataAddress, type MetadataAddress } from './metadata-address.js';
import type { JudgedPolicy } from '../judgement/judged.js';

/** The reasons for which a token's issuer is not accepted. */
const refusals = [
  'issuer-not-accepted',
  'tenant-issuer-not-accepted',
  'external-id-not-supported',
  'external-id-own-endpoint',
  'b2c-issuer-with-policy',
] as const satisfies readonly Reason['code'][];

/** A token's issuer that the policy does not accept, beside what it accepts. */
export interface RefusedIssuer {
  readonly judged: JudgedCheck<(typeof refusals)[number]>;
  readonly issuer: string;
  readonly form: MetadataAddress;
  readonly accepted: readonly string[];
}

/** The issuer check, where it says no to the token's issuer; null otherwise. */
export function refusedIssuer(context: JudgedPolicy): RefusedIssuer | null {
  const judged = judgedCheck(context, 'issuer', refusals);
  if (judged === null) return null;
  const { values } = judged.reason;
  const accepted =
    'accepted' in values ? values.accepted : 'tenant' in values ? [`https://login.microsoftonline.com/${values.tenant}/v2.0`] : [];
  return { judged, issuer: values.issuer, form: readMetadataAddress(values.issuer), accepted };
}

/** The tenant in an issuer of Microsoft's; null where it holds no GUID. */
export function tenantOf(issuer: string): string | null {
  const { family, tenant } = readMetadataAddress(issuer);
  return family !== 'other' && tenant !== null && isGuid(tenant) ? tenant.toLowerCase() : null;
}

/** Whether the issuer names a tenant, and every accepted issuer names another one. */
export function comesFromOtherTenant({ issuer, accepted }: RefusedIssuer): boolean {
  const own = tenantOf(issuer);
  const tenants = accepted.map(tenantOf);
  return own !== null && tenants.length > 0 && tenants.every(tenant => tenant !== null && tenant !== own);
}

/** The accepted issuer that is the same tenant's, of the same kind, in the other version's form; null where there is none. */
export function otherVersionOf({ issuer, form, accepted }: RefusedIssuer): string | null {
  if (form.family !== 'workforce' && form.family !== 'external-id') return null;
  const own = tenantOf(issuer);
  const other = accepted.find(candidate => {
    const { family, version, host } = readMetadataAddress(candidate);
    const fits = own !== null && tenantOf(candidate) === own && family === form.family && version !== form.version;
    return fits && (family === 'external-id' || sharesCloud(host, form.host));
  });
  return other ?? null;
}

function sharesCloud(host: string, other: string): boolean {
  return findClouds(host).some(cloud => findClouds(other).includes(cloud));
}

/** The clouds of issuer and policy, where they are not the same; null where they are, or where one of them is not known. */
export function otherCloudOf({ form, accepted }: RefusedIssuer): { readonly own: Cloud; readonly other: Cloud } | null {
  const [own] = findClouds(form.host);
  const hosts = accepted.map(candidate => readMetadataAddress(candidate).host);
  const [other] = findClouds(hosts[0] ?? '');
  if (own === undefined || other === undefined || hosts.some(host => sharesCloud(host, form.host))) return null;
  return { own, other };
}
