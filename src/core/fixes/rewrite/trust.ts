import type { Facts } from '../../facts.js';
import type { JudgedPolicy } from '../../judgement/judged.js';
import { say, type Message } from '../../messages/message.js';
import { findCloud } from '../../microsoft/read-address.js';
import { isGuid } from '../../microsoft/tenant.js';
import { configurationUnder, externalIdConfiguration, publicEndpoint } from '../../microsoft/write-address.js';
import { findIssuerTenant, findTrustworthyToken } from '../trust/token-trust.js';
import { joinAddress } from './address-text.js';
import { findB2cTrust } from './b2c-trust.js';
import { listIdentityHosts } from '../trust/identity-hosts.js';
import { findTenantOf, listExternalIdEvidence } from '../trust/metadata-evidence.js';
import { isManyTenants, readEndpoint, readTenant, type PolicyEndpoint, type PolicyTenant } from './read-tenant.js';
import type { Trust } from './trust-kinds.js';

const refuse = (reason: Message): Trust => ({ kind: 'refused', reason });

/**
 * Whom the rewritten policy trusts. The policy's own tenant decides, and metadata of that tenant; a pasted token at most shows
 * which of the tenant's own issuers to take, never another tenant. Asked for by `once`.
 */
export function findTrust(judged: JudgedPolicy): Trust {
  return readTrust(judged, undefined);
}

/** The same where the user asked for a variant that only External ID has: then metadata alone may show it. */
export function findExternalTrust(judged: JudgedPolicy): Trust {
  return readTrust(judged, 'external-id');
}

function readTrust({ document: { text }, policy, facts }: JudgedPolicy, wanted: 'external-id' | undefined): Trust {
  const tenant = readTenant(policy, text, facts);
  const endpoint = readEndpoint(policy, text, facts);
  if ('unreadable' in tenant) return refuse(say('rewrite-refused-value', { attribute: 'tenant-id', why: tenant.unreadable }));
  if ('unreadable' in endpoint)
    return refuse(say('rewrite-refused-value', { attribute: 'authentication-endpoint', why: endpoint.unreadable }));
  if (tenant.address?.family === 'workforce' && tenant.name === tenant.address.host)
    return refuse(say('rewrite-refused-value', { attribute: 'tenant-id', why: 'broken-address' }));

  const named = [tenant.address?.family, endpoint.family];
  const token = findTrustworthyToken(facts);
  if (named.includes('b2c') || token?.kind === 'b2c') {
    const found = findB2cTrust(tenant, endpoint, facts, token?.kind === 'b2c' ? token : null, named.includes('b2c'));
    if (found !== null) return found;
  }
  const isExternalToken = token?.kind === 'external-id-v1' || token?.kind === 'external-id-v2';
  const external = findExternalIdTrust(tenant, endpoint, facts, isExternalToken ? findIssuerTenant(token) : null, wanted);
  if (external !== null) return external;
  if (tenant.address?.family === 'other' && tenant.name !== tenant.address.host)
    return refuse(say('rewrite-refused-custom-domain', { host: tenant.address.host }));
  return findWorkforceTrust(tenant, endpoint, facts);
}

/** Null where neither the policy nor a token of its own tenant nor metadata says External ID. */
function findExternalIdTrust(
  tenant: PolicyTenant,
  endpoint: PolicyEndpoint,
  facts: Facts,
  tokenTenant: string | null,
  wanted: 'external-id' | undefined,
): Trust | null {
  const ownHost = tenant.address !== null && tenant.address.family !== 'workforce' ? tenant.address.host : endpoint.host;
  const namesIt = tenant.address?.family === 'external-id' || endpoint.family === 'external-id';
  const policyHosts = ownHost === null ? [] : [ownHost];
  const namedHosts = [...policyHosts, ...listIdentityHosts(facts)];
  const guid = tenant.guid ?? findTenantOf(tenant.name, namedHosts, facts.metadata);
  const evidence = guid === null ? [] : listExternalIdEvidence(guid, namedHosts, facts.metadata);
  const customDomain = evidence.some(({ read }) => read.family !== 'external-id' && policyHosts.includes(read.host));
  const shownByToken = guid !== null && tokenTenant === guid;
  if (!namesIt && !shownByToken && !customDomain && wanted === undefined) {
    // A token of External ID is at hand, and only the tenant's id is missing to tell whether it is the policy's own.
    if (tokenTenant === null || guid !== null || isManyTenants(tenant)) return null;
    return refuse(unknownTenant(tenant));
  }
  if (guid === null) return refuse(unknownTenant(tenant));
  // A policy that names External ID says by itself whom it trusts; a token's issuer serves its own document.
  if (evidence.length === 0 && !namesIt && !shownByToken) return refuse(say('rewrite-refused-not-external-id', { tenant: guid }));
  const verbatim = 'text' in tenant.part && tenant.name === guid ? tenant.part.text : guid;
  const fromEndpoint =
    endpoint.family === 'external-id' && tenant.guid !== null
      ? joinAddress(endpoint.part, { text: '/' }, tenant.part, { text: configurationUnder('', 2) })
      : null;
  // A name host or a custom domain only where the policy or the user names it, whatever else is at hand; the policy's goes before.
  const atHand = namedHosts.flatMap(host => evidence.filter(({ read }) => read.host === host))[0]?.address;
  const canonical = externalIdConfiguration(verbatim);
  const address = fromEndpoint ?? atHand ?? canonical;
  const authority = endpoint.family === 'workforce' && 'text' in endpoint.part ? endpoint.part.text : publicEndpoint;
  const inAddress = tenant.guid !== null && 'text' in tenant.part ? tenant.part.text : guid;
  return { kind: 'external-id', address, tenantText: verbatim, guid, workforce: `${authority}/${inAddress}` };
}

function unknownTenant(tenant: PolicyTenant): Message {
  return tenant.name === null
    ? say('rewrite-refused-tenant-unknown', { missing: tenant.missing })
    : say('rewrite-refused-tenant-name', { tenant: tenant.name });
}

/** Domain names that only tenants of a national cloud have. */
const nationalDomains = ['.onmicrosoft.us', '.partner.onmschina.cn', '.onmschina.cn', '.onmicrosoft.cn', '.onmicrosoft.de'];

function findWorkforceTrust(tenant: PolicyTenant, endpoint: PolicyEndpoint, facts: Facts): Trust {
  const { address, name } = tenant;
  const national =
    !endpoint.explicit &&
    ((address?.family === 'workforce' && findCloud(address.host)?.name !== 'public') ||
      nationalDomains.some(domain => name?.toLowerCase().endsWith(domain)));
  if (national) return refuse(say('rewrite-refused-national-cloud', { tenant: name ?? address?.host ?? '' }));
  if (!isManyTenants(tenant)) return { kind: 'workforce', endpoint, tenants: [tenant.part], tenant, listed: false };
  const listed = [...new Set((facts.tenants ?? []).map(id => id.trim().toLowerCase()).filter(isGuid))];
  if (listed.length === 0) return refuse(say('rewrite-refused-many-tenants', { tenant: name ?? '' }));
  return { kind: 'workforce', endpoint, tenants: listed.map(text => ({ text })), tenant, listed: true };
}
