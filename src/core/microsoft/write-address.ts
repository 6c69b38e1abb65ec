import { externalIdHostSuffix, publicCloud, type Cloud } from '../knowledge/clouds.js';
import { isSignInHost, readAddress, type MicrosoftAddress } from './read-address.js';
import { isGuid, tenantInIssuer } from './tenant.js';

/** What an OpenID configuration's address ends in. Source: openid.net/specs/openid-connect-discovery-1_0.html */
export const discoveryPath = '/.well-known/openid-configuration';

/** The public cloud's sign-in address, with scheme and without a slash at the end. */
export const publicEndpoint = `https://${publicCloud.loginHost}`;

/** The host that External ID puts into a tenant's issuers. `tenant`: its id in lower case, or the placeholder that stands for it. */
export function externalIdHost(tenant: string): string {
  return tenant + externalIdHostSuffix;
}

/**
 * An issuer of External ID. That of version 2 is documented (v2-protocols-oidc, security-tokens of the identity platform); that of
 * version 1 was seen in tokens only.
 *
 * @param tenant its id in lower case, or the placeholder that stands for it
 */
export function externalIdIssuer(tenant: string, version: 1 | 2): string {
  return `https://${externalIdHost(tenant)}/${tenant}/${version === 2 ? 'v2.0' : ''}`;
}

/**
 * An issuer of a workforce tenant; null where no source says which host stands in that cloud's version 1 issuers.
 *
 * @param tenant its id in lower case, `{tenantid}`, or the placeholder that stands for it
 */
export function workforceIssuer({ loginHost, issuerHostV1 }: Cloud, tenant: string, version: 1 | 2): string | null {
  if (version === 2) return `https://${loginHost}/${tenant}/v2.0`;
  return issuerHostV1 === null ? null : `https://${issuerHostV1}/${tenant}/`;
}

/** The same in the public cloud, whose hosts are known. */
export function publicIssuer(tenant: string, version: 1 | 2): string {
  return version === 2 ? `${publicEndpoint}/${tenant}/v2.0` : `https://${publicCloud.issuerHostV1}/${tenant}/`;
}

/** The version 2 document of an External ID tenant, at the host that is the tenant's by its id. */
export function externalIdConfiguration(tenant: string): string {
  return configurationUnder(`https://${externalIdHost(tenant)}/${tenant}`, 2);
}

/** The address of the OpenID configuration of a version under an authority: `https://{host}/{tenant}`, without a slash at the end. */
export function configurationUnder(authority: string, version: 1 | 2): string {
  return `${authority}${version === 2 ? '/v2.0' : ''}${discoveryPath}`;
}

/**
 * The address of a user flow's OpenID configuration. On the login host, where B2C stood before it had hosts of its own, `tfp` stands
 * in front of the tenant, as in the example of the gateway's documentation (validate-jwt-policy, "Azure Active Directory B2C token validation").
 */
export function userFlowConfiguration(host: string, tenant: string, userFlow: string): string {
  const prefix = isSignInHost(readAddress(host)) ? 'tfp/' : '';
  return configurationUnder(`https://${host}/${prefix}${tenant}/${userFlow}`, 2);
}

/**
 * The issuer that is documented for the tokens behind an address: of a workforce tenant or External ID, by the tenant's GUID, or
 * `{tenantid}` for the words in its place. Null where only the document tells: names, placeholders, B2C, custom domains, paths that
 * nothing documents.
 * Exported for tests.
 */
export function issuerOf({ family, cloud, tenant, version }: MicrosoftAddress): string | null {
  const inIssuer = tenant === null ? null : tenantInIssuer(tenant);
  if (inIssuer === null || version === null) return null;
  if (family === 'external-id') return isGuid(inIssuer) ? externalIdIssuer(inIssuer, version) : null;
  return family === 'workforce' && cloud !== null ? workforceIssuer(cloud, inIssuer, version) : null;
}

/**
 * The address of the OpenID configuration that belongs to an address; null where something of it is not known. The host of version 1
 * issuers gives way to the login host of its cloud.
 * Exported for tests.
 */
export function configurationOf({ family, cloud, host, tenant, version, userFlow }: MicrosoftAddress): string | null {
  if (tenant === null) return null;
  if (family === 'b2c') return userFlow === null ? null : userFlowConfiguration(host, tenant, userFlow);
  if (family === 'other' || version === null) return null;
  const own = cloud === null || cloud.loginHosts.includes(host) ? host : cloud.loginHost;
  return configurationUnder(`https://${own}/${tenant}`, version);
}

/**
 * The issuer that Microsoft documents for the OpenID configuration at an address; null where it is not documented, or the address is
 * not letter by letter that of such a document. The document itself wins where it is at hand.
 *
 * @param read what the address says, where that is known already
 */
export function findDocumentedIssuer(address: string, read = readAddress(address)): string | null {
  if (read.scheme !== 'https' || read.tenant === null || read.version === null) return null;
  const path = /^https:\/\/[^/?#]*([^?#]*)/i.exec(address.trim())?.[1];
  if (path !== configurationUnder(`/${read.tenant}`, read.version)) return null;
  // The version 1 form of External ID's issuer was seen in tokens only; older names of login hosts are not documented to serve the same.
  if (read.family === 'external-id' ? read.version === 1 : read.host !== read.cloud?.loginHost) return null;
  return issuerOf(read);
}

/**
 * Where the issuer of a token serves its own OpenID configuration, for issuers on Microsoft's hosts only: a pasted token must not
 * choose whom anybody asks. The tenant stands in the issuer by GUID, and for External ID the host is made of it, whatever name stands
 * before the suffix in the token. External ID is asked for its version 2 document, because the version 1 address was reported not to
 * be served.
 */
export function findIssuerAddress(issuer: string): string | null {
  const { scheme, family, cloud, tenantId, version } = readAddress(issuer);
  if (scheme !== 'https' || tenantId === null) return null;
  if (family === 'external-id') return externalIdConfiguration(tenantId);
  if (family !== 'workforce' || cloud === null || version === null) return null;
  return configurationUnder(`https://${cloud.loginHost}/${tenantId}`, version);
}
