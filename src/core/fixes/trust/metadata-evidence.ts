import { isPublishedByMicrosoft, isSignInHost, readAddress, type MicrosoftAddress } from '../../microsoft/read-address.js';
import { configurationUnder, discoveryPath, externalIdHost, externalIdIssuer } from '../../microsoft/write-address.js';
import { readMetadata } from '../../metadata/read-metadata.js';

type Metadata = Readonly<Record<string, unknown>>;

/** An OpenID configuration at hand whose host is to be believed. */
interface Evidence {
  readonly address: string;
  readonly read: MicrosoftAddress;
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
    const read = readAddress(address);
    if (read.scheme !== 'https' || !address.endsWith(discoveryPath)) continue;
    if (!isPublishedByMicrosoft(read) && !namedHosts.includes(read.host)) continue;
    const issuer = readMetadata(metadata[address])?.issuer ?? null;
    const guid = issuer === null ? null : readAddress(issuer).tenantId;
    if (issuer !== null && guid !== null) found.push({ address, read, issuer, guid });
  }
  return found;
}

/** The id of a tenant that is known by its name, as a document under that name shows it; null where none at hand does. */
export function findTenantOf(name: string | null, namedHosts: readonly string[], metadata: Metadata): string | null {
  if (name === null) return null;
  const wanted = name.toLowerCase();
  // `contoso.onmicrosoft.com` and `contoso.ciamlogin.com` are the same initial name.
  const label = /^([a-z0-9-]+)\.onmicrosoft\.com$/.exec(wanted)?.[1];
  const host = label === undefined ? wanted : externalIdHost(label);
  const found = listEvidence(metadata, namedHosts).filter(
    ({ read }) => read.tenant?.toLowerCase() === wanted || (read.family === 'external-id' && read.host === host),
  );
  const guids = new Set(found.map(({ guid }) => guid));
  return guids.size === 1 ? (found[0]?.guid ?? null) : null;
}

/**
 * The version 2 documents at hand that show a tenant to be one of External ID. That they do is evidence; what stands in a policy
 * afterwards is the address of such a document only where somebody trustworthy named its host.
 */
export function listExternalIdEvidence(guid: string, namedHosts: readonly string[], metadata: Metadata): Evidence[] {
  return listEvidence(metadata, namedHosts).filter(
    ({ address, read, issuer }) =>
      issuer === externalIdIssuer(guid, 2) &&
      !isSignInHost(read) &&
      address.toLowerCase() === configurationUnder(`https://${read.host}/${read.tenant ?? ''}`, 2).toLowerCase(),
  );
}
