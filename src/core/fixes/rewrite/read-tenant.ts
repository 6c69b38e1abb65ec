import { publicCloud } from '../../knowledge/clouds.js';
import { readAddress, type AddressFamily, type MicrosoftAddress } from '../../microsoft/read-address.js';
import { namesManyTenants, readTenantId } from '../../microsoft/tenant.js';
import { publicEndpoint } from '../../microsoft/write-address.js';
import { knowWritten } from '../../policy/known-value.js';
import type { KnownTexts } from '../../policy/resolve-value.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import type { PolicyValue } from '../../policy/value.js';
import type { AddressPart } from './address-text.js';
import { withoutEnd } from '../../text/endings.js';

/** The tenant of a validate-azure-ad-token, as far as the policy and the supplied named values tell. */
export interface PolicyTenant {
  /** How the tenant is written into an address. */
  readonly part: AddressPart;
  /** The tenant's id in lower case; null where it is not known. */
  readonly guid: string | null;
  /** The tenant as known text: a GUID, a domain name, a word. Null where a named value or expression hides it. */
  readonly name: string | null;
  /** What hides it. */
  readonly missing: readonly string[];
  /** The address from which the tenant was taken. */
  readonly address: { readonly host: string; readonly family: AddressFamily; readonly userFlow: string | null } | null;
}

export interface PolicyEndpoint {
  /** With scheme, without a slash at the end. */
  readonly part: AddressPart;
  /** Its host, in lower case; null where it is not known. */
  readonly host: string | null;
  readonly family: AddressFamily;
  /** Whether the policy names it, or it is the documented default. */
  readonly explicit: boolean;
}

/** Why a tenant or an endpoint cannot be carried into an address. */
type Unreadable = { readonly unreadable: 'missing' | 'several-statements' | 'mixed' | 'broken-address' };

/** Reads `tenant-id`. */
export function readTenant(policy: TokenPolicy, text: string, knownTexts: KnownTexts): PolicyTenant | Unreadable {
  const value = policy.attributes['tenant-id'];
  if (value === undefined || value.value.trim() === '') return { unreadable: 'missing' };
  const part = readPart(value, text);
  if ('unreadable' in part) return part;
  const known = knowWritten(value, knownTexts);
  const raw = 'text' in part ? part.text : null;
  // An address is taken apart as it stands in the document, so that a named value inside it survives.
  const rawAddress = raw === null ? null : splitAddress(raw);
  if (rawAddress !== null) {
    const { host, family, tenant, userFlow } = rawAddress;
    const tenantText = tenant ?? host;
    if (!known.known)
      return {
        part: { text: tenantText },
        guid: null,
        name: null,
        missing: known.missing,
        address: { host, family, userFlow },
      };
    const resolved = splitAddress(known.text.trim());
    const name = resolved === null ? known.text.trim() : (resolved.tenant ?? resolved.host);
    return {
      part: { text: tenantText },
      guid: readTenantId(name),
      name,
      missing: [],
      address: { host, family, userFlow },
    };
  }
  if (!known.known) return { part, guid: null, name: null, missing: known.missing, address: null };
  const name = known.text.trim();
  // A named value that holds a whole address cannot stand inside another one: what it holds is written out.
  const hidden = splitAddress(name);
  if (hidden === null) return { part, guid: readTenantId(name), name, missing: [], address: null };
  const tenant = hidden.tenant ?? hidden.host;
  return {
    part: { text: tenant },
    guid: readTenantId(tenant),
    name: tenant,
    missing: [],
    address: { host: hidden.host, family: hidden.family, userFlow: hidden.userFlow },
  };
}

/** Reads `authentication-endpoint`, or the documented default. */
export function readEndpoint(policy: TokenPolicy, text: string, knownTexts: KnownTexts): PolicyEndpoint | Unreadable {
  const value = policy.attributes['authentication-endpoint'];
  if (value === undefined || value.value.trim() === '')
    return { part: { text: publicEndpoint }, host: publicCloud.loginHost, family: 'workforce', explicit: false };
  const part = readPart(value, text);
  if ('unreadable' in part) return part;
  const known = knowWritten(value, knownTexts);
  const seen = known.known ? known.text.trim() : null;
  // Unknown text is taken to be whole: with https:// and without a slash at its end.
  const prefix = seen === null ? value.state === 'mixed' && !startsWithScheme(value.value.trim()) : !startsWithScheme(seen);
  const host = seen === null ? null : hostOf(seen);
  if (seen !== null && host === null) return { unreadable: 'broken-address' };
  const family = host === null ? 'workforce' : readAddress(host).family;
  if ('expression' in part) return prefix ? { unreadable: 'mixed' } : { part, host, family, explicit: true };
  const body = cutSlashes(part.text);
  const slash = seen !== null && seen.endsWith('/') && !part.text.endsWith('/');
  // A named value with a slash at its end cannot be cut: what it holds is written out.
  return { part: { text: (prefix ? 'https://' : '') + (slash ? cutSlashes(seen) : body) }, host, family, explicit: true };
}

function cutSlashes(text: string): string {
  return withoutEnd(text, '/');
}

function readPart(value: PolicyValue, text: string): AddressPart | Unreadable {
  if (!value.parts.some(part => part.kind === 'expression')) return { text: text.slice(value.start, value.end).trim() };
  const [part, ...rest] = value.parts.filter(({ kind, text: piece }) => kind !== 'literal' || piece.trim() !== '');
  if (part === undefined || rest.length > 0) return { unreadable: 'mixed' };
  const inner = /^@\(([\s\S]*)\)$/.exec(text.slice(part.start, part.end))?.[1]?.trim();
  // A line comment inside would swallow what follows it.
  return inner === undefined || inner.includes('//') ? { unreadable: 'several-statements' } : { expression: inner };
}

/** Takes `https://host/tenant/…` apart; null for what is no address (a GUID, a domain name, a word, a placeholder alone). */
function splitAddress(text: string): MicrosoftAddress | null {
  const address = readAddress(text);
  const isAddress = address.scheme === 'https' || address.scheme === 'http' || (address.scheme === null && text.includes('/'));
  return isAddress || address.family !== 'other' ? address : null;
}

function startsWithScheme(text: string): boolean {
  return readAddress(text).scheme !== null;
}

/** The host of an endpoint; null where anything else stands in it. */
function hostOf(endpoint: string): string | null {
  return /^(?:https?:\/\/)?[a-z0-9.-]+\/*$/i.test(endpoint) ? readAddress(endpoint).host : null;
}

/** Whether the tenant is a word that stands for many tenants. */
export function isManyTenants(tenant: PolicyTenant): boolean {
  return namesManyTenants(tenant.name);
}
