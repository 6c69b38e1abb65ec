import type { TokenPolicy } from '../policy/token-policy.js';
import type { Span } from '../text/span.js';
import { readAddress } from '../microsoft/read-address.js';

/** The attribute of a validate-azure-ad-token that names a tenant of that kind by its address; null where none does. */
export function unsupportedTenant(policy: TokenPolicy, family: 'external-id' | 'b2c'): { span: Span; attribute: string } | null {
  if (policy.kind !== 'validate-azure-ad-token') return null;
  for (const attribute of ['tenant-id', 'authentication-endpoint']) {
    const value = policy.attributes[attribute];
    if (value === undefined || readAddress(value.value).family !== family) continue;
    return { span: { start: value.start, end: value.end }, attribute };
  }
  return null;
}
