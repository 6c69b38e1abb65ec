import type { Facts } from '../../facts.js';
import { say } from '../../messages/message.js';
import { readAddress } from '../../microsoft/read-address.js';
import { userFlowConfiguration } from '../../microsoft/write-address.js';
import { isPlainText } from '../../policy/plain-text.js';
import type { DecodedToken } from '../../token/token.js';
import { findIssuerTenant } from '../trust/token-trust.js';
import { listIdentityHosts } from '../trust/identity-hosts.js';
import { findTenantOf, listEvidence } from '../trust/metadata-evidence.js';
import type { PolicyEndpoint, PolicyTenant } from './read-tenant.js';
import type { Trust } from './trust-kinds.js';

/**
 * Where a B2C tenant publishes the metadata of one of its user flows. Its issuer is no discovery address, so host, tenant and user
 * flow are all needed. The host comes from the policy or the user, never from a token or a document; the user flow may come from a
 * token of the policy's own tenant.
 * Null where the token is of another tenant and the policy itself does not say B2C.
 */
export function findB2cTrust(
  tenant: PolicyTenant,
  endpoint: PolicyEndpoint,
  facts: Facts,
  token: DecodedToken | null,
  namedByPolicy: boolean,
): Trust | null {
  const policyHost = tenant.address?.family === 'b2c' ? tenant.address.host : endpoint.family === 'b2c' ? endpoint.host : null;
  const customHost = tenant.address?.family === 'other' ? tenant.address.host : endpoint.family === 'other' ? endpoint.host : null;
  const identityHosts = listIdentityHosts(facts);
  const namedHosts = customHost === null ? identityHosts : [customHost, ...identityHosts];
  const guid = tenant.guid ?? findTenantOf(tenant.name, namedHosts, facts.metadata);
  const tokenTenant = token === null ? null : findIssuerTenant(token);
  const isOwn = tokenTenant !== null && tokenTenant === guid;
  if (!isOwn && !namedByPolicy) {
    if (guid !== null || tokenTenant === null) return null;
    return {
      kind: 'refused',
      reason:
        tenant.name === null
          ? say('rewrite-refused-tenant-unknown', { missing: tenant.missing })
          : say('rewrite-refused-tenant-name', { tenant: tenant.name }),
    };
  }
  const tokenHost = isOwn ? hostOfIssuer(token) : null;
  const named = tokenHost !== null && namedHosts.includes(tokenHost) ? tokenHost : null;
  const host = policyHost ?? named ?? identityHosts.find(isB2cHost) ?? null;
  const userFlow = tenant.address?.userFlow ?? (isOwn ? readUserFlow(token) : null);
  if (userFlow === null) return missing(host, tokenHost, tenant);
  // The name of a user flow is compared without regard to case: tokens have it as it was typed at sign-in.
  const atHand = listEvidence(facts.metadata, namedHosts).find(
    found =>
      found.guid === guid &&
      readAddress(found.issuer).family !== 'external-id' &&
      found.read.userFlow?.toLowerCase() === userFlow.toLowerCase() &&
      (found.read.host === host || (host === null && namedHosts.includes(found.read.host))),
  );
  if (atHand !== undefined) return { kind: 'b2c', address: atHand.address, userFlow, guid };
  if (host === null || tenant.name === null || tenant.name === host) return missing(host, tokenHost, tenant);
  const inPath = 'text' in tenant.part ? tenant.part.text : tenant.name;
  return { kind: 'b2c', address: userFlowConfiguration(host, inPath, userFlow), userFlow, guid };
}

function missing(host: string | null, tokenHost: string | null, tenant: PolicyTenant): Trust {
  const hasTenant = tenant.name !== null && tenant.name !== host;
  // Only the name of a Microsoft host is worth repeating: any other stands in a forged token.
  const claimed = host === null && tokenHost !== null && isB2cHost(tokenHost) ? tokenHost : null;
  return { kind: 'refused', reason: say('rewrite-refused-b2c', { host: host !== null, tenant: hasTenant, claimed }) };
}

/** Whether the host is one of B2C's own: `{name}` before its suffix. */
function isB2cHost(host: string): boolean {
  return readAddress(host).family === 'b2c';
}

function hostOfIssuer(token: DecodedToken | null): string | null {
  const issuer = token?.claims['iss'];
  return typeof issuer === 'string' ? readAddress(issuer).host : null;
}

/** The user flow or custom policy that issued the token. Only names that cannot change the address they are written into. */
function readUserFlow(token: DecodedToken | null): string | null {
  for (const name of ['tfp', 'acr']) {
    const value = token?.claims[name];
    if (typeof value === 'string' && /^b2c_1a?_[a-z0-9_-]+$/i.test(value) && isPlainText(value)) return value;
  }
  return null;
}
