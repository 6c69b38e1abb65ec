import { b2cHostSuffix, clouds, externalIdHostSuffix, wellKnownTenants } from '../knowledge/clouds.js';

/** What an address says about who answers there. Only the text is looked at: placeholders may stand in it. */
export interface MetadataAddress {
  readonly family: 'workforce' | 'external-id' | 'b2c' | 'other';
  readonly host: string;
  /** The first segment of the path, as written; null where there is none. */
  readonly tenant: string | null;
  /** The version of the issuer that the document has; null where the address is not Microsoft's or does not tell. */
  readonly version: 1 | 2 | null;
}

const loginHosts: ReadonlySet<string> = new Set(clouds.flatMap(cloud => [...cloud.loginHosts, ...cloud.issuerHostsV1]));

/** Recognises the address of an OpenID configuration, of a tenant or of a sign-in host; the scheme may be missing. */
export function readMetadataAddress(address: string): MetadataAddress {
  const [, host = '', path = ''] = /^\s*(?:https?:\/\/)?([^/?#\s]*)([^?#]*)/i.exec(address) ?? [];
  const plain = host.toLowerCase().replace(/:443$/, '');
  const segments = path
    .split('/')
    .map(segment => segment.trim())
    .filter(segment => segment !== '');
  const tenant = segments[0] ?? null;
  const version = segments.some(segment => segment.toLowerCase() === 'v2.0') ? 2 : 1;
  if (plain.endsWith(externalIdHostSuffix)) return { family: 'external-id', host: plain, tenant, version };
  if (plain.endsWith(b2cHostSuffix)) return { family: 'b2c', host: plain, tenant, version: null };
  if (!loginHosts.has(plain)) return { family: 'other', host: plain, tenant, version: null };
  // Before b2clogin.com, B2C stood on the login host: /tfp/{tenant}/{policy}/… or ?p={policy}.
  const legacy = /^(tfp|te)$/i.test(tenant ?? '') || /[?&]p=/i.test(address) || segments.some(segment => /^b2c_1/i.test(segment));
  return legacy ? { family: 'b2c', host: plain, tenant, version: null } : { family: 'workforce', host: plain, tenant, version };
}

/** `common`, `organizations` and `consumers` stand in the place of a tenant. */
export function namesAnyTenant(tenant: string | null): boolean {
  return wellKnownTenants.some(({ name }) => name !== 'consumers' && name === tenant?.toLowerCase());
}
