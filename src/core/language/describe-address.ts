// What an address in a token policy is: metadata of which kind of tenant, which issuer, which cloud.
import { tenantTemplate, wellKnownTenants } from '../knowledge/clouds.js';
import { say, type Message } from '../messages/message.js';
import { isSignInHost, readAddress } from '../microsoft/read-address.js';
import { isGuid } from '../microsoft/tenant.js';
import { discoveryPath, findDocumentedIssuer } from '../microsoft/write-address.js';

/** The address of an OpenID configuration; empty for anything else. Named values and placeholders in it may stand as they are. */
export function describeMetadataAddress(address: string): readonly (Message | null)[] {
  const read = readAddress(address);
  const path = address.trim().split(/[?#]/)[0] ?? '';
  if (read.scheme === null || !path.toLowerCase().endsWith(discoveryPath)) return [];
  if (read.family === 'b2c') return [say('hover-metadata-b2c', {})];
  if (read.family === 'external-id') return [say('hover-metadata-external', {}), describeIssuerOf(address.trim())];
  if (!isSignInHost(read) || read.cloud === null) return [say('hover-metadata-other', {})];
  return [
    say('hover-metadata-workforce', { version: read.version, cloud: read.cloud.title }),
    describeTenantWord(read.tenant ?? ''),
    describeIssuerOf(address.trim()),
  ];
}

function describeIssuerOf(address: string): Message {
  const issuer = findDocumentedIssuer(address);
  return issuer === null
    ? say('hover-issuer-in-document', {})
    : say('hover-issuer-is', { issuer, template: issuer.includes(tenantTemplate) });
}

/** What stands as an accepted issuer; null for one that is not Microsoft's, and for what is no issuer of its host. */
export function describeIssuer(issuer: string): Message | null {
  const read = readAddress(issuer);
  const { family, version, cloud } = read;
  if (read.scheme === null) return null;
  if (family === 'b2c') return say('hover-issuer-b2c', {});
  if (family === 'external-id') return version === null ? null : say('hover-issuer-external', { version });
  if (version === null || cloud === null) return null;
  const isIssuer = isSignInHost(read) === (version === 2);
  return isIssuer ? say('hover-issuer-workforce', { version, cloud: cloud.title }) : null;
}

/** The value of `authentication-endpoint`; `https://` may be left out. */
export function describeEndpoint(endpoint: string): Message | null {
  const read = readAddress(endpoint);
  if (!/^[a-z0-9.-]+(?::\d+)?$/.test(read.host)) return null;
  return isSignInHost(read) && read.cloud !== null ? say('hover-endpoint', { cloud: read.cloud.title }) : say('hover-endpoint-foreign', {});
}

/** The value of `tenant-id`. */
export function describeTenant(tenant: string): Message | null {
  const text = tenant.trim();
  if (text === '') return null;
  const { family } = readAddress(text);
  if (family === 'external-id') return say('hover-tenant-foreign', { kind: 'external' });
  if (family === 'b2c') return say('hover-tenant-foreign', { kind: 'b2c' });
  return describeTenantWord(text) ?? (isGuid(text) ? say('hover-tenant-guid', {}) : say('hover-tenant-name', {}));
}

function describeTenantWord(tenant: string): Message | null {
  const known = wellKnownTenants.find(name => name === tenant);
  return known === undefined ? null : say('hover-tenant-word', { word: known });
}
