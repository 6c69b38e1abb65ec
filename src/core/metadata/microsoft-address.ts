import { clouds, externalIdHostSuffix, microsoftAccountTenant, tenantTemplate, wellKnownTenants, type Cloud } from '../knowledge/clouds.js';

const guidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const wellKnownPath = '/.well-known/openid-configuration';

/** Whether the text is a GUID, in any case. */
export function isGuid(text: string): boolean {
  return guidShape.test(text);
}

/** The URL, or null for what is none. */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Whether the host is one of External ID's: `{name or tenant id}.ciamlogin.com`. */
export function isExternalIdHost(host: string): boolean {
  return host.toLowerCase().endsWith(externalIdHostSuffix);
}

/** Whether the host serves authorities of Microsoft Entra ID, in any cloud. */
export function isWorkforceHost(host: string): boolean {
  return clouds.some(cloud => cloud.loginHosts.includes(host.toLowerCase()));
}

/** The clouds that have this host, to sign in or as issuer; none for hosts that are not Microsoft Entra ID's. */
export function findClouds(host: string): readonly Cloud[] {
  return clouds.filter(cloud => [...cloud.loginHosts, ...cloud.issuerHostsV1].includes(host.toLowerCase()));
}

/**
 * The issuer that Microsoft documents for the OpenID configuration at an address; null where it is not documented. It is for
 * addresses on a login host that name a tenant by its GUID (access-tokens, v2-protocols-oidc, security-tokens of the Microsoft
 * identity platform) and for the words in a tenant's place, whose issuer holds `{tenantid}`. The document itself wins where it is at hand.
 */
export function findDocumentedIssuer(address: string): string | null {
  const url = parseUrl(address);
  if (url === null || url.protocol !== 'https:' || !url.pathname.endsWith(wellKnownPath)) return null;
  const [, first, version, ...rest] = url.pathname.slice(0, -wellKnownPath.length).split('/');
  if (first === undefined || rest.length > 0 || (version !== undefined && version !== 'v2.0')) return null;
  const tenant = tenantInIssuer(first);
  if (tenant === null) return null;
  if (isExternalIdHost(url.hostname)) {
    // The version 1 form of External ID's issuer was seen in tokens only.
    return version === 'v2.0' && isGuid(first) ? `https://${tenant}${externalIdHostSuffix}/${tenant}/v2.0` : null;
  }
  const cloud = clouds.find(candidate => candidate.loginHost === url.hostname);
  if (cloud === undefined) return null;
  if (version === 'v2.0') return `https://${cloud.loginHost}/${tenant}/v2.0`;
  return cloud.issuerHostV1 === null ? null : `https://${cloud.issuerHostV1}/${tenant}/`;
}

/** The version 2 document of an External ID tenant, at the host that is the tenant's by its id. */
export function writeExternalIdAddress(tenant: string): string {
  const id = tenant.toLowerCase();
  return `https://${id}${externalIdHostSuffix}/${id}/v2.0${wellKnownPath}`;
}

function tenantInIssuer(tenant: string): string | null {
  if (isGuid(tenant)) return tenant.toLowerCase();
  if (tenant === 'consumers') return microsoftAccountTenant;
  return wellKnownTenants.some(known => known.name === tenant) ? tenantTemplate : null;
}

/**
 * Where the tenant in a token's issuer serves its own OpenID configuration, for issuers on Microsoft's login hosts only: a pasted token
 * must not choose whom anybody asks. The tenant stands in the issuer by GUID, and for External ID the host is made of it, whatever name
 * stands before ciamlogin.com in the token. External ID is asked for its version 2 document, because the version 1 address was reported
 * not to be served.
 */
export function findIssuerAddress(issuer: string): string | null {
  const url = parseUrl(issuer);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '') return null;
  const [, tenant, version] = url.pathname.split('/');
  if (tenant === undefined || !isGuid(tenant)) return null;
  const host = url.hostname;
  if (isExternalIdHost(host)) return writeExternalIdAddress(tenant);
  const cloud = clouds.find(candidate => candidate.loginHosts.includes(host) || candidate.issuerHostsV1.includes(host));
  if (cloud === undefined) return null;
  return `https://${cloud.loginHost}/${tenant.toLowerCase()}${version === 'v2.0' ? '/v2.0' : ''}${wellKnownPath}`;
}
