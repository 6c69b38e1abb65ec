import { b2cHostSuffix, clouds, externalIdHostSuffix, type Cloud } from '../knowledge/clouds.js';
import { placeholderAt } from '../expression/placeholders.js';
import { readTenantId } from './tenant.js';

/** Who answers at an address: a workforce tenant of Microsoft Entra ID, External ID, Azure AD B2C, or anybody else. */
export type AddressFamily = 'workforce' | 'external-id' | 'b2c' | 'other';

/**
 * What an address of Microsoft's identity platform says. It may be an issuer, the address of an OpenID configuration or of keys, an
 * authority, or a sign-in host alone; placeholders may stand anywhere in it.
 */
export interface MicrosoftAddress {
  /** `other` for custom domains, too: that a host of one's own belongs to External ID or B2C, no address shows. */
  readonly family: AddressFamily;
  /** The cloud that the host belongs to; null for the hosts of External ID and B2C, and for those that are not Microsoft's. */
  readonly cloud: Cloud | null;
  /** In lower case; null where it is left out. */
  readonly scheme: string | null;
  /** In lower case, without the port 443; a placeholder in it as written. Empty where there is none. */
  readonly host: string;
  /** As written: a GUID, a domain name, a word such as `common`, a placeholder. Null where none stands in the path. */
  readonly tenant: string | null;
  /** The tenant, where it is a GUID, in lower case. */
  readonly tenantId: string | null;
  /**
   * The version of the tokens and issuers that belong to it, for workforce and External ID. Null where nothing documents what such a
   * path is (`/v2.0/x`), where no tenant stands in it, and for the other families. The letters of `V2.0` count as those of `v2.0`, as
   * they do at the end of an issuer for the gateway's library.
   */
  readonly version: 1 | 2 | null;
  /** The user flow or custom policy of B2C; null where none is named. */
  readonly userFlow: string | null;
  /** What B2C's older addresses have in front of the tenant. */
  readonly prefix: 'tfp' | 'te' | null;
}

const cloudsByHost: ReadonlyMap<string, Cloud> = new Map(
  clouds.flatMap(cloud => [...cloud.loginHosts, ...cloud.issuerHostsV1].map((host): [string, Cloud] => [host, cloud])),
);

/** Paths behind a tenant whose version is documented. */
const paths = {
  1: /^(?:\.well-known(?:\/openid-configuration)?|oauth2(?:\/[a-z]+)?|discovery\/keys)?$/,
  2: /^(?:v2\.0(?:\/\.well-known(?:\/openid-configuration)?)?|oauth2\/v2\.0(?:\/[a-z]+)?|discovery\/v2\.0\/keys)$/,
} as const;

/** Words in a path that are never the name of a tenant or a user flow. */
const reserved = /^(?:v2\.0|oauth2|discovery|\.well-known)$/i;

/** Reads any text as an address; what is none has the family `other`, perhaps without host. */
export function readAddress(text: string): MicrosoftAddress {
  const { masked, restore } = mask(text.trim());
  const pieces = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(masked);
  const authority = pieces?.[2] ?? '';
  const path = pieces?.[3] ?? '';
  // No other sign belongs into a host; browsers and libraries take some of them for slashes, or drop them.
  const plainHost = /^[a-z0-9.\-\ue000-\uf8ff]*(?::\d+)?$/i.test(authority) ? authority.toLowerCase().replace(/:443$/, '') : null;
  const segments = path.split('/').filter(segment => segment !== '');
  const kind = familyOf(plainHost ?? '');
  // What would be decoded or resolved before anybody reads it is not what it seems to be.
  const isPlain = !/[\s%\\]|\/\.{1,2}(?:\/|$)/.test(path);
  const parts = isPlain ? readPath(segments, pieces?.[4] ?? '', kind.family) : nothing;
  const tenant = parts.tenant === null ? null : restore(parts.tenant);
  return {
    cloud: kind.cloud,
    family: kind.family === 'workforce' && parts.isB2c ? 'b2c' : kind.family,
    scheme: pieces?.[1]?.toLowerCase() ?? null,
    host: restore(plainHost ?? authority.toLowerCase()),
    tenant,
    tenantId: readTenantId(tenant),
    version: parts.isB2c ? null : parts.version,
    userFlow: parts.userFlow === null ? null : restore(parts.userFlow),
    prefix: parts.prefix,
  };
}

/** The cloud of a host, whether people sign in there or it stands in issuers; null for every other host. */
export function findCloud(host: string): Cloud | null {
  return cloudsByHost.get(host.toLowerCase()) ?? null;
}

/** Whether the address is on a host where a cloud's workforce tenants sign in and publish their documents. */
export function isSignInHost({ cloud, host }: Pick<MicrosoftAddress, 'cloud' | 'host'>): boolean {
  return cloud !== null && cloud.loginHosts.includes(host);
}

/** Whether Microsoft publishes documents and keys at the address's host: a cloud's sign-in host, External ID or B2C, by https. */
export function isPublishedByMicrosoft(address: MicrosoftAddress): boolean {
  return address.scheme === 'https' && address.family !== 'other' && (address.cloud === null || isSignInHost(address));
}

function familyOf(host: string): { readonly family: AddressFamily; readonly cloud: Cloud | null } {
  if (endsWithSuffix(host, externalIdHostSuffix)) return { family: 'external-id', cloud: null };
  if (endsWithSuffix(host, b2cHostSuffix)) return { family: 'b2c', cloud: null };
  const cloud = findCloud(host);
  return { family: cloud === null ? 'other' : 'workforce', cloud };
}

function endsWithSuffix(host: string, suffix: string): boolean {
  return host.length > suffix.length && host.endsWith(suffix);
}

interface PathParts {
  readonly tenant: string | null;
  readonly version: 1 | 2 | null;
  readonly userFlow: string | null;
  readonly prefix: 'tfp' | 'te' | null;
  /** Whether the path or the query says B2C on a host that has other tenants, too. */
  readonly isB2c: boolean;
}

const nothing: PathParts = { tenant: null, version: null, userFlow: null, prefix: null, isB2c: false };

/**
 * B2C has its own hosts; before, it stood on the login host: `/tfp/{tenant}/{user flow}/…`, the same with `te`, with neither, or with
 * the user flow as `?p=`. On a custom domain only what is unmistakable counts.
 */
function readPath(segments: readonly string[], query: string, family: AddressFamily): PathParts {
  const word = segments[0]?.toLowerCase();
  const prefix = word === 'tfp' || (word === 'te' && family !== 'other' && family !== 'external-id') ? word : null;
  const [first = null, ...rest] = prefix === null ? segments : segments.slice(1);
  const tenant = first === null || reserved.test(first) ? null : first;
  const [second] = rest;
  const fromQuery = query === '' ? null : (/(?:^|&(?:amp;)?)p=([^&]+)/i.exec(query)?.[1] ?? null);
  const isNamed = second !== undefined && !reserved.test(second) && (family === 'b2c' || prefix !== null || /^b2c_1/i.test(second));
  const isB2c = prefix !== null || fromQuery !== null || rest.some(segment => /^b2c_1/i.test(segment));
  return {
    tenant,
    version: tenant === null || family === 'b2c' || family === 'other' ? null : versionOf(rest.join('/').toLowerCase()),
    userFlow: isNamed ? second : family === 'b2c' || family === 'workforce' ? fromQuery : null,
    prefix,
    isB2c,
  };
}

function versionOf(path: string): 1 | 2 | null {
  if (paths[2].test(path)) return 2;
  return paths[1].test(path) ? 1 : null;
}

/** How many braces of one address are looked at: what comes after so many is no address of anybody's. */
const mostBraces = 32;

/** One sign of Unicode's private use in the place of each placeholder, so that its letters and slashes are nobody's. */
function mask(text: string): { masked: string; restore: (text: string) => string } {
  if (!text.includes('{')) return { masked: text, restore: piece => piece };
  const held: string[] = [];
  let masked = '';
  let from = 0;
  let seen = 0;
  for (let brace = text.indexOf('{'); brace >= 0 && seen < mostBraces; seen++) {
    const start = brace > from && /[$%#]/.test(text.charAt(brace - 1)) ? brace - 1 : brace;
    const end = placeholderAt(text, start)?.end;
    if (end !== undefined) {
      masked += text.slice(from, start) + String.fromCharCode(0xe000 + held.length);
      held.push(text.slice(start, end));
      from = end;
    }
    brace = text.indexOf('{', end ?? brace + 1);
  }
  masked += text.slice(from);
  return { masked, restore: piece => piece.replace(/[\ue000-\uf8ff]/g, sign => held[sign.charCodeAt(0) - 0xe000] ?? sign) };
}

/** The tenant in an issuer of Microsoft's; null where it holds no GUID. */
export function tenantOf(issuer: string): string | null {
  const { family, tenantId } = readAddress(issuer);
  return family === 'other' ? null : tenantId;
}
