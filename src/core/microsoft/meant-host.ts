import { b2cHostSuffix, clouds, externalIdHostSuffix } from '../knowledge/clouds.js';
import { nearestName } from '../text/nearest-name.js';
import { readAddress } from './read-address.js';

/**
 * What is wrong with the host of a metadata address: it is spelt nearly as one of Microsoft's; it is the name of a tenant; it is that of Azure AD
 * B2C, and no user flow is named, without which B2C has no document (https://github.com/AzureAD/microsoft-identity-web/issues/456).
 */
export interface HostFault {
  readonly kind: 'misspelt' | 'tenant-name' | 'user-flow';
  readonly host: string;
  /** The host that was meant; for a missing user flow the same. */
  readonly meant: string;
  /** The whole address that was meant; null where a part of it is not known. */
  readonly suggestion: string | null;
}

const knownHosts: readonly string[] = clouds.flatMap(({ loginHosts, issuerHostsV1 }) => [...loginHosts, ...issuerHostsV1]);
const suffixes = [externalIdHostSuffix, b2cHostSuffix].map(suffix => suffix.slice(1));
const tenantSuffix = '.onmicrosoft.com';

/**
 * Finds it. `userFlow` is the one that a token names, if any. Placeholders in the path are signs of Unicode's private use. Null where nothing shows.
 */
export function judgeHost(address: string, userFlow: string | null): HostFault | null {
  const [, host = '', path = ''] = /^https:\/\/([a-z0-9.-]+)(\/[!-~\ue000-\uf8ff]*)$/i.exec(address) ?? [];
  if (host === '') return null;
  const low = host.toLowerCase();
  const read = readAddress(address);
  if (low.endsWith(tenantSuffix)) {
    const name = low.slice(0, -tenantSuffix.length);
    const meant = /^\/B2C_1/i.test(path) ? `${name}${b2cHostSuffix}` : (clouds[0]?.loginHost ?? '');
    return { kind: 'tenant-name', host, meant, suggestion: `https://${meant}/${host}${path}` };
  }
  if (read.family === 'b2c' && low.endsWith(b2cHostSuffix) && read.userFlow === null && /^\/[!-.0-~]+\/v2\.0\/\.well-known\//i.test(path)) {
    const suggestion = userFlow === null ? null : `https://${host}${path.replace(/^(\/[^/]+)/, `$1/${userFlow}`)}`;
    return { kind: 'user-flow', host, meant: host, suggestion };
  }
  if (read.family !== 'other') return null;
  const meant = findMeant(low);
  return meant === null ? null : { kind: 'misspelt', host, meant, suggestion: `https://${meant}${path}` };
}

function findMeant(host: string): string | null {
  const whole = nearestName(host, knownHosts);
  if (whole !== null && differ(host, whole) <= 2) return whole;
  const labels = host.split('.');
  const end = labels.slice(-2).join('.');
  const suffix = labels.length < 3 ? null : nearestName(end, suffixes);
  return suffix === null || differ(end, suffix) > 1 ? null : `${labels.slice(0, -2).join('.')}.${suffix}`;
}

/** How many letters one text has more often than the other: letters that change places do not count. */
function differ(one: string, other: string): number {
  const rest = [...other];
  const extra = [...one].filter(letter => {
    const at = rest.indexOf(letter);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return Math.max(extra.length, rest.length);
}
