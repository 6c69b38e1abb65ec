import { b2cHostSuffix, externalIdHostSuffix } from '../../knowledge/clouds.js';
import { isExternalIdHost, isGuid, isWorkforceHost, parseUrl } from '../../metadata/microsoft-address.js';
import { readMetadata } from '../../metadata/read-metadata.js';

type Metadata = Readonly<Record<string, unknown>>;

/** An OpenID configuration at hand whose host is to be believed. */
export interface Evidence {
  readonly address: string;
  readonly host: string;
  readonly segments: readonly string[];
  readonly issuer: string;
  /** The tenant that the issuer shows, in lower case. */
  readonly guid: string;
}

/**
 * The documents at hand that show a tenant's id: on Microsoft's login hosts, and on the other hosts that the policy itself or the
 * user names. Sorted by address, so that what is made of them does not depend on the order in which they came.
 */
export function listEvidence(metadata: Metadata, namedHosts: readonly string[]): Evidence[] {
  const found: Evidence[] = [];
  for (const address of Object.keys(metadata).sort()) {
    // It may be written into a policy: nothing that an attribute would have to escape.
    if (!/^[\w:/.~%-]+$/.test(address)) continue;
    const url = parseUrl(address);
    if (url === null || url.protocol !== 'https:' || !url.pathname.endsWith('/.well-known/openid-configuration')) continue;
    const host = url.hostname;
    if (!isWorkforceHost(host) && !isExternalIdHost(host) && !host.endsWith(b2cHostSuffix) && !namedHosts.includes(host)) continue;
    const issuer = readMetadata(metadata[address])?.issuer ?? null;
    const guid = issuer === null ? undefined : parseUrl(issuer)?.pathname.split('/').find(isGuid);
    if (issuer === null || guid === undefined) continue;
    const segments = url.pathname.split('/').filter(segment => segment !== '' && segment !== 'tfp');
    found.push({ address, host, segments, issuer, guid: guid.toLowerCase() });
  }
  return found;
}

/** The id of a tenant that is known by its name, as a document under that name shows it; null where none at hand does. */
export function findTenantOf(name: string | null, namedHosts: readonly string[], metadata: Metadata): string | null {
  if (name === null) return null;
  const wanted = name.toLowerCase();
  // `contoso.onmicrosoft.com` and `contoso.ciamlogin.com` are the same initial name.
  const label = /^([a-z0-9-]+)\.(?:onmicrosoft|ciamlogin)\.com$/.exec(wanted)?.[1];
  const hosts = label === undefined ? [] : [`${label}${externalIdHostSuffix}`];
  const found = listEvidence(metadata, namedHosts).filter(
    ({ host, segments }) => segments[0]?.toLowerCase() === wanted || hosts.includes(host),
  );
  const guids = new Set(found.map(({ guid }) => guid));
  return guids.size === 1 ? (found[0]?.guid ?? null) : null;
}

/**
 * The version 2 documents at hand that show a tenant to be one of External ID. That they do is evidence; what stands in a policy
 * afterwards is the address of such a document only where somebody trustworthy named its host.
 */
export function listExternalIdEvidence(guid: string, namedHosts: readonly string[], metadata: Metadata): Evidence[] {
  const issuer = `https://${guid}${externalIdHostSuffix}/${guid}/v2.0`;
  return listEvidence(metadata, namedHosts).filter(
    found => found.issuer === issuer && found.segments[1] === 'v2.0' && !isWorkforceHost(found.host),
  );
}
