import type { Facts } from '../facts.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { knowValue } from '../policy/known-value.js';
import { resolvePolicy } from '../policy/resolve-document.js';
import { asWritten } from '../policy/value.js';
import { isSignInHost, readAddress } from '../microsoft/read-address.js';
import { configurationUnder, publicEndpoint } from '../microsoft/write-address.js';
import { fillAddress, listAddressValues, nameAddress, type AddressValues, type FilledAddress } from './fill-address.js';
import { withoutEnd } from '../text/endings.js';

/** Whom a validate-azure-ad-token trusts: `{endpoint}/{tenant}`, and where that authority publishes its two OpenID configurations. */
export interface Authority {
  /** With scheme, without a slash at the end. */
  readonly endpoint: string;
  readonly tenant: string;
  /** Whether the policy names the tenant by an address, from which the tenant was taken (nothing documents how the gateway does that). */
  readonly fromAddress: boolean;
  /** Address of the version 1 document. */
  readonly v1: string;
  /** Address of the version 2 document. */
  readonly v2: string;
}

type KnownAuthority =
  | { readonly known: true; readonly authority: Authority }
  | { readonly known: false; readonly missing: readonly string[]; readonly endpoint: string | null };

/**
 * The authority that a validate-azure-ad-token names, with named values filled in. Without `authentication-endpoint` it is the
 * public cloud's. Where the tenant is unknown, the endpoint may still be known.
 */
export function findAuthority(policy: TokenPolicy, namedValues: Readonly<Record<string, string>> | undefined): KnownAuthority {
  const endpointValue = policy.attributes['authentication-endpoint'];
  const knownEndpoint =
    endpointValue === undefined ? { known: true as const, text: publicEndpoint } : knowValue(endpointValue, namedValues);
  const tenantValue = policy.attributes['tenant-id'];
  const knownTenant = tenantValue === undefined ? { known: false as const, missing: ['tenant-id'] } : knowValue(tenantValue, namedValues);
  const endpoint = knownEndpoint.known ? writeEndpoint(knownEndpoint.text) : null;
  if (!knownTenant.known || endpoint === null) {
    const missing = [...(knownTenant.known ? [] : knownTenant.missing), ...(knownEndpoint.known ? [] : knownEndpoint.missing)];
    return { known: false, missing: [...new Set(missing)], endpoint };
  }
  const { tenant, fromAddress } = readTenant(knownTenant.text);
  return { known: true, authority: nameAuthority(endpoint, tenant, fromAddress) };
}

/** The addresses of the authority's two documents (version 2 first), with what may be said and requested of them. */
export function fillAuthority(given: TokenPolicy, values: AddressValues): FilledAddress[] {
  const policy = resolvePolicy(given, values);
  const parts = [
    ['authentication-endpoint', 'address'],
    ['tenant-id', 'tenant'],
  ] as const;
  const found = findAuthority(policy, values.namedValues);
  if (!found.known) return [];
  const filled = parts.flatMap(([name, as]) => {
    const value = policy.attributes[name];
    return value === undefined ? [] : [fillAddress(value, values, as)];
  });
  const writtenText = (name: string): string | undefined => {
    const value = policy.attributes[name];
    return value === undefined ? undefined : asWritten(value).value;
  };
  const endpoint = writeEndpoint(writtenText('authentication-endpoint') ?? publicEndpoint);
  const { tenant, fromAddress } = readTenant(writtenText('tenant-id') ?? '');
  const written = nameAuthority(endpoint, tenant, fromAddress);
  const about = { filled: filled.flatMap(each => each.filled), withheld: filled.flatMap(each => each.withheld) };
  return [
    { ...about, text: found.authority.v2, written: written.v2 },
    { ...about, text: found.authority.v1, written: written.v1 },
  ];
}

/** What is said of one of the authority's two documents: its address, or what the policy writes where a value does not belong into an address. */
export function nameConfiguration(policy: TokenPolicy, facts: Facts, address: string): string {
  const found = fillAuthority(policy, listAddressValues(facts)).find(({ text }) => text === address);
  return found === undefined ? address : (nameAddress(found, facts) ?? address);
}

function nameAuthority(endpoint: string, tenant: string, fromAddress: boolean): Authority {
  // Version 1 has no `organizations`: the library asks `common` in its place.
  const tenantV1 = tenant === 'organizations' ? 'common' : tenant;
  return {
    endpoint,
    tenant,
    fromAddress,
    v1: configurationUnder(`${endpoint}/${tenantV1}`, 1),
    v2: configurationUnder(`${endpoint}/${tenant}`, 2),
  };
}

/** The prefix `https://` is optional in `authentication-endpoint`. */
function writeEndpoint(text: string): string {
  const trimmed = withoutEnd(text, '/');
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
}

/** A tenant may be written as `https://contoso.onmicrosoft.com` or as `https://login.microsoftonline.com/organizations`. */
function readTenant(text: string): { tenant: string; fromAddress: boolean } {
  const address = readAddress(text);
  if (address.scheme !== 'https' && address.scheme !== 'http') return { tenant: text, fromAddress: false };
  return { tenant: isSignInHost(address) ? (address.tenant ?? address.host) : address.host, fromAddress: true };
}
