import type { Cloud } from '../knowledge/clouds.js';
import { readAddress, tenantOf, type MicrosoftAddress } from '../microsoft/read-address.js';
import type { Reason } from '../gateway/reason.js';
import { judgedCheck, type JudgedCheck } from './judged-check.js';
import { publicIssuer } from '../microsoft/write-address.js';
import type { PolicyAlone } from './judged.js';

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
  readonly form: MicrosoftAddress;
  readonly accepted: readonly string[];
}

/** The issuer check, where it says no to the token's issuer; null otherwise. */
export function refusedIssuer(context: PolicyAlone): RefusedIssuer | null {
  const judged = judgedCheck(context, 'issuer', refusals);
  if (judged === null) return null;
  const { values } = judged.reason;
  const accepted = 'accepted' in values ? values.accepted : 'tenant' in values ? [publicIssuer(values.tenant, 2)] : [];
  return { judged, issuer: values.issuer, form: readAddress(values.issuer), accepted };
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
    const { family, version, cloud } = readAddress(candidate);
    const fits = own !== null && tenantOf(candidate) === own && family === form.family && version !== form.version;
    return fits && version !== null && cloud === form.cloud;
  });
  return other ?? null;
}

/** The clouds of issuer and policy, where they are not the same; null where they are, or where one of them is not known. */
export function otherCloudOf({ form, accepted }: RefusedIssuer): { readonly own: Cloud; readonly other: Cloud } | null {
  const own = form.cloud;
  const clouds = accepted.map(candidate => readAddress(candidate).cloud);
  const [other] = clouds;
  return own === null || other === null || other === undefined || clouds.includes(own) ? null : { own, other };
}
