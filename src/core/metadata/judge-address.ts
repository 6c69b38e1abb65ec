import { wellKnownTenants } from '../knowledge/clouds.js';
import { readAddress } from '../microsoft/read-address.js';
import { isDomainName, isUserFlow } from './fit-value.js';
import { isGuid } from '../microsoft/tenant.js';
import { parseUrl } from '../text/parse-url.js';
import { findInnerHost, type InnerHost } from './private-host.js';

/** Why nothing is requested at an address, and nobody asked about it. */
export type AddressRefusal = 'empty' | 'no-address' | 'not-https' | 'credentials' | 'too-long';

/**
 * What is to be done before an address is requested. `refused`: it never is. `expected`: a well-known document of a tenant on one of
 * Microsoft's login hosts, which a user's command may fetch without a question. `ask`: only after the user has seen the address,
 * with a warning where the host is an inner one. `address` is the form in which it would be requested.
 */
export type AddressJudgement =
  | { readonly kind: 'refused'; readonly reason: AddressRefusal }
  | { readonly kind: 'expected'; readonly address: string; readonly host: string }
  | { readonly kind: 'ask'; readonly address: string; readonly host: string; readonly inner: InnerHost | null };

/** More than a person reads in a question. */
const longestAddress = 1000;

const words: ReadonlySet<string> = new Set(wellKnownTenants);

/** Judges any text that stands in the place of an address of metadata or signing keys. Never throws. */
export function judgeAddress(text: string): AddressJudgement {
  if (text.trim() === '') return { kind: 'refused', reason: 'empty' };
  const url = parseUrl(text);
  if (url === null) return { kind: 'refused', reason: 'no-address' };
  if (url.protocol !== 'https:') return { kind: 'refused', reason: 'not-https' };
  if (url.username !== '' || url.password !== '') return { kind: 'refused', reason: 'credentials' };
  const { href, host } = url;
  const address = href.split('#', 1)[0] ?? href;
  if (address.length > longestAddress) return { kind: 'refused', reason: 'too-long' };
  return isExpected(url) ? { kind: 'expected', address, host } : { kind: 'ask', address, host, inner: findInnerHost(url.hostname) };
}

function isExpected({ hostname, port, pathname, search }: URL): boolean {
  return port === '' && search === '' && isMicrosoftHost(hostname) && isTenantPath(pathname);
}

/** Whether the host is one of Microsoft's login hosts; names of External ID's and B2C's tenants have one label. */
function isMicrosoftHost(hostname: string): boolean {
  const { family, cloud } = readAddress(hostname);
  return cloud !== null || (family !== 'other' && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.[a-z0-9]+\.com$/.test(hostname));
}

/**
 * `/{tenant}[/v2.0]/.well-known/openid-configuration`, `/{tenant}/discovery[/v2.0]/keys`, and the same behind a tenant's user flow
 * (B2C). A tenant is a GUID, a domain name or one of Microsoft's own words, so that the path says nothing that a stranger chose freely.
 */
function isTenantPath(pathname: string): boolean {
  const segments = pathname.split('/').slice(1);
  const prefixed = segments[0] === 'tfp' || segments[0] === 'te' ? segments.slice(1) : segments;
  const [tenant = '', ...rest] = prefixed;
  if (!isGuid(tenant) && !isDomainName(tenant) && !words.has(tenant)) return false;
  const behind = isUserFlow(rest[0] ?? '') ? rest.slice(1) : rest;
  return expectedEnds.has(behind.join('/'));
}

const expectedEnds: ReadonlySet<string> = new Set([
  '.well-known/openid-configuration',
  'v2.0/.well-known/openid-configuration',
  'discovery/keys',
  'discovery/v2.0/keys',
]);
