// What an address in a token policy is: metadata of which kind of tenant, which issuer, which cloud.
import { b2cHostSuffix, clouds, tenantTemplate, wellKnownTenants, type Cloud } from '../knowledge/clouds.js';
import { say, type Message } from '../messages/message.js';
import { findDocumentedIssuer, isExternalIdHost, isGuid, parseUrl } from '../metadata/microsoft-address.js';

/** The address of an OpenID configuration; empty for anything else. Named values and placeholders in it may stand as they are. */
export function describeMetadataAddress(address: string): readonly (Message | null)[] {
  const url = parseUrl(address.trim());
  if (url === null || !url.pathname.endsWith('/.well-known/openid-configuration')) return [];
  if (isB2cHost(url.hostname)) return [say('hover-metadata-b2c', {})];
  if (isExternalIdHost(url.hostname)) return [say('hover-metadata-external', {}), describeIssuerOf(address.trim())];
  const cloud = cloudOf(url.hostname);
  if (cloud === undefined) return [say('hover-metadata-other', {})];
  const [, tenant = '', next] = url.pathname.split('/');
  return [
    say('hover-metadata-workforce', { version: next === 'v2.0' ? '2.0' : '1.0', cloud: cloud.title }),
    describeTenantWord(tenant),
    describeIssuerOf(address.trim()),
  ];
}

function describeIssuerOf(address: string): Message {
  const issuer = findDocumentedIssuer(address);
  return issuer === null
    ? say('hover-issuer-in-document', {})
    : say('hover-issuer-is', { issuer, template: issuer.includes(tenantTemplate) });
}

/** What stands as an accepted issuer; null for one that is not Microsoft's. */
export function describeIssuer(issuer: string): Message | null {
  const url = parseUrl(issuer.trim());
  if (url === null) return null;
  const version = /\/v2\.0\/?$/.test(url.pathname) ? '2.0' : '1.0';
  if (isB2cHost(url.hostname)) return say('hover-issuer-b2c', {});
  if (isExternalIdHost(url.hostname)) return say('hover-issuer-external', { version });
  const cloud = clouds.find(({ issuerHostsV1, loginHosts }) => (version === '2.0' ? loginHosts : issuerHostsV1).includes(url.hostname));
  return cloud === undefined ? null : say('hover-issuer-workforce', { version, cloud: cloud.title });
}

/** The value of `authentication-endpoint`; `https://` may be left out. */
export function describeEndpoint(endpoint: string): Message | null {
  const text = endpoint.trim();
  const url = parseUrl(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null) return null;
  const cloud = cloudOf(url.hostname);
  return cloud === undefined ? say('hover-endpoint-foreign', {}) : say('hover-endpoint', { cloud: cloud.title });
}

/** The value of `tenant-id`. */
export function describeTenant(tenant: string): Message | null {
  const text = tenant.trim();
  if (text === '') return null;
  const host = parseUrl(text)?.hostname ?? text;
  if (isExternalIdHost(host)) return say('hover-tenant-foreign', { kind: 'external' });
  if (isB2cHost(host)) return say('hover-tenant-foreign', { kind: 'b2c' });
  return describeTenantWord(text) ?? (isGuid(text) ? say('hover-tenant-guid', {}) : say('hover-tenant-name', {}));
}

function describeTenantWord(tenant: string): Message | null {
  const known = wellKnownTenants.find(({ name }) => name === tenant);
  return known === undefined ? null : say('hover-tenant-word', { word: known.name, meaning: known.meaning });
}

function cloudOf(host: string): Cloud | undefined {
  return clouds.find(({ loginHosts }) => loginHosts.includes(host.toLowerCase()));
}

function isB2cHost(host: string): boolean {
  return host.toLowerCase().endsWith(b2cHostSuffix);
}
