import { b2cHostSuffix, clouds, externalIdHostSuffix } from '../../core/knowledge/clouds.js';

const loginHosts: ReadonlySet<string> = new Set(clouds.flatMap(cloud => [...cloud.loginHosts, ...cloud.issuerHostsV1]));

/** Whether an address is on one of Microsoft's login hosts, on the usual port. What is no address is on none. */
export function isMicrosoftLogin(address: string): boolean {
  const host = hostOf(address);
  if (host === null) return false;
  return loginHosts.has(host) || [externalIdHostSuffix, b2cHostSuffix].some(suffix => host.endsWith(suffix) && host.length > suffix.length);
}

/** Host and, where it is not the usual one, port of an address, lower case; null for what is no address. */
export function hostOf(address: string): string | null {
  try {
    return new URL(address).host;
  } catch {
    return null;
  }
}
