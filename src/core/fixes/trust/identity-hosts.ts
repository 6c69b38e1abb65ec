import type { Facts } from '../../facts.js';

/** The hosts that the user named as the tenant's own, in lower case; what is no host name is left out. */
export function listIdentityHosts({ identityHosts }: Facts): string[] {
  return (identityHosts ?? []).map(host => host.trim().toLowerCase()).filter(host => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host));
}
