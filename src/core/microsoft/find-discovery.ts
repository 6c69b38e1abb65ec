import { readAddress } from './read-address.js';
import { discoveryPath } from './write-address.js';

/**
 * The address of the OpenID configuration that belongs to the address of an issuer or of a set of keys, the query kept; null where that
 * is not certain.
 */
export function findDiscovery(address: string): string | null {
  const path = address.split(/[?#]/)[0] ?? '';
  const query = address.slice(path.length);
  if (path.toLowerCase().endsWith(`${discoveryPath}/`)) return path.slice(0, -1) + query;
  if (/\/v2\.0\/?$/i.test(path)) return path.replace(/\/?$/, discoveryPath) + query;
  const { family, host } = readAddress(address);
  if (family === 'other') return null;
  const keys = /^(.*)\/discovery(\/v2\.0)?\/keys\/?$/i.exec(path);
  if (keys !== null) return `${keys[1] ?? ''}${keys[2] ?? ''}${discoveryPath}${query}`;
  return host.startsWith('sts.') && /^https:\/\/[^/]+\/[^/]+\/?$/i.test(path) ? path.replace(/\/?$/, discoveryPath) : null;
}
