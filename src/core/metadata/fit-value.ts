import { wellKnownTenants } from '../knowledge/clouds.js';
import { isGuid } from '../microsoft/tenant.js';
import { parseUrl } from '../text/parse-url.js';

/**
 * Where in an address a named value stands. `start`: it begins the address (and may be all of it). `host`, `path` and `query`: it is,
 * or is inside of, that part. `tenant`: the attribute tenant-id. `elsewhere`: nobody can tell.
 */
export type AddressPlace = 'start' | 'host' | 'tenant' | 'path' | 'query' | 'elsewhere';

const discovery = '/.well-known/openid-configuration';

/**
 * Whether the value of a named value may stand in that place of an address that is requested, shown or logged. A stranger's policy
 * chooses the place and the name, so only what has the form of a tenant's name goes there, never free text: that could be a secret.
 */
export function isFit(value: string, place: AddressPlace): boolean {
  if (isGuid(value)) return true;
  switch (place) {
    case 'host':
      return isDomainName(value);
    case 'tenant':
      return isTenantName(value) || isTenantAddress(value);
    case 'path':
      return isPathPart(value);
    case 'query':
      return isUserFlow(value);
    case 'start':
      return isDomainName(value) || isTenantAddress(value) || isDiscoveryAddress(value);
    case 'elsewhere':
      return false;
  }
}

/**
 * Whether a value that was supplied from outside may be shown: an id, a domain, an address of an identity platform, or an identifier
 * made of those. Everything else may be a secret that somebody forgot.
 */
export function isShowable(value: string): boolean {
  const text = value.trim();
  const inside = /^api:\/\/([^/]+)\/?$/i.exec(text)?.[1] ?? text;
  const isName = isGuid(inside) || (isTenantName(inside) && (/\.(?:[a-z]{2,24}|xn--[a-z0-9-]+)$/i.test(inside) || !isDomainName(inside)));
  return isName || isTenantAddress(text) || isDiscoveryAddress(text);
}

/** At least two labels, the last one of letters: `contoso.onmicrosoft.com`. */
export function isDomainName(text: string): boolean {
  return text.length <= 253 && /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text);
}

/** Names of B2C's user flows and custom policies: `B2C_1_signin`, `b2c_1a_signup`. */
export function isUserFlow(text: string): boolean {
  return /^b2c_1a?_[a-z0-9_-]{1,64}$/i.test(text);
}

function isTenantName(text: string): boolean {
  return isGuid(text) || isDomainName(text) || wellKnownTenants.some(name => name === text);
}

function isPathPart(text: string): boolean {
  return isTenantName(text) || isUserFlow(text) || text === 'v2.0';
}

/** `https://login.microsoftonline.com/{tenant}/v2.0`: a host that is a domain name, and behind it what may stand in a path. */
function isTenantAddress(text: string): boolean {
  const url = readPlainAddress(text);
  if (url === null || url.search !== '') return false;
  const parts = url.pathname.replace(/^\/|\/$/g, '').split('/');
  return parts.join('') === '' || parts.every(isPathPart);
}

/** A whole address of an OpenID configuration, wherever it is: the user has written it down as such. */
function isDiscoveryAddress(text: string): boolean {
  const url = readPlainAddress(text);
  if (url?.pathname.endsWith(discovery) !== true) return false;
  const [, value] = /^\?(?:p|appid)=([^&]+)$/i.exec(url.search) ?? [];
  return url.search === '' || (value !== undefined && (isGuid(value) || isUserFlow(value)));
}

function readPlainAddress(text: string): URL | null {
  const url = /^https:\/\/[^\s\\@#]+$/i.test(text) ? parseUrl(text) : null;
  return url !== null && isDomainName(url.hostname) ? url : null;
}
