import { microsoftAccountTenant, tenantTemplate, wellKnownTenants, type WellKnownTenant } from '../knowledge/clouds.js';

const guidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a GUID, in any case. */
export function isGuid(text: string): boolean {
  return guidShape.test(text);
}

/** The tenant's id as it stands in issuers, in lower case; null where the text is a name, a word or a placeholder. */
export function readTenantId(tenant: string | null): string | null {
  return tenant !== null && isGuid(tenant) ? tenant.toLowerCase() : null;
}

/** The word in the place of a tenant (`common`, `organizations`, `consumers`), in any case; undefined for a tenant of its own. */
export function findTenantWord(tenant: string | null): WellKnownTenant | undefined {
  const wanted = tenant?.trim().toLowerCase();
  return wellKnownTenants.find(name => name === wanted);
}

/** Whether the word in the place of a tenant stands for many: `common` and `organizations` do, `consumers` is one tenant. */
export function namesManyTenants(tenant: string | null): boolean {
  const word = findTenantWord(tenant);
  return word !== undefined && word !== 'consumers';
}

/** What stands in an issuer where the address has this tenant: its id, or `{tenantid}` for many; null where only the document tells. */
export function tenantInIssuer(tenant: string): string | null {
  if (tenant === 'consumers') return microsoftAccountTenant;
  return readTenantId(tenant) ?? (wellKnownTenants.some(name => name === tenant) ? tenantTemplate : null);
}
