import { b2cHostSuffix, clouds, externalIdHostSuffix, tenantTemplate } from '../knowledge/clouds.js';
import { findClouds } from '../metadata/microsoft-address.js';
import { errorRemarks as remarks } from '../messages/english/error-remarks.js';
import type { ErrorValues } from './explanation.js';
import { undoEscapes } from './undo-escapes.js';

/** What can be said beyond the code when the text holds the issuers themselves. Empty where nothing can. */
export function compareIssuers({ issuer: printed, validIssuers }: ErrorValues): readonly string[] {
  if (printed === undefined) return [];
  const issuer = undoEscapes(printed);
  const own = [...describeIssuer(issuer), ...(validIssuers === undefined ? describeCloud(issuer) : [])];
  const compared = (validIssuers ?? []).map(valid => comparePair(issuer, undoEscapes(valid))).filter(remark => remark !== null);
  return [...new Set([...own, ...compared])];
}

function* describeIssuer(issuer: string): Iterable<string> {
  const host = hostOf(issuer);
  if (isExternalId(host)) yield isVersion2(issuer) ? remarks['external-id']() : remarks['external-id-version-1']();
  if (host?.endsWith(b2cHostSuffix)) yield remarks.b2c();
  if (/\/tfp\//i.test(issuer)) yield remarks['b2c-policy-in-issuer']();
}

/** Where the text does not say what the policy accepts, a national cloud is worth a word: the policies' own default is the public one. */
function describeCloud(issuer: string): readonly string[] {
  const [cloud, ...others] = findClouds(hostOf(issuer) ?? '');
  const isPlain = cloud === undefined || others.length > 0 || cloud === clouds[0];
  return isPlain ? [] : [remarks.cloud({ title: cloud.title, host: cloud.loginHost })];
}

function comparePair(issuer: string, valid: string): string | null {
  if (issuer === valid) return null;
  if (issuer.trim() === valid.trim()) return remarks.space({ valid });
  if (issuer.replace(/\/$/, '') === valid.replace(/\/$/, '')) return remarks.slash({ valid });
  if (issuer.toLowerCase() === valid.toLowerCase()) return remarks.letters({ valid });
  if (valid.toLowerCase().includes(tenantTemplate)) return remarks.template({ valid });
  const [own, other] = [tenantOf(issuer), tenantOf(valid)];
  if (own === null || other === null) return null;
  if (own !== other) return remarks['other-tenant']({ own, other });
  return compareHosts(issuer, valid, own);
}

/** Two issuers of one tenant. */
function compareHosts(issuer: string, valid: string, tenant: string): string {
  const [host, validHost] = [hostOf(issuer), hostOf(valid)];
  if (isExternalId(host) && isExternalId(validHost) && host !== validHost) return remarks['external-id-name']({ valid });
  if (isExternalId(host) && !isExternalId(validHost)) return remarks['external-id-against-workforce']({ tenant });
  if (!isExternalId(host) && isExternalId(validHost)) return remarks['workforce-against-external-id']();
  const [own, other] = [cloudOf(host), cloudOf(validHost)];
  if (own !== undefined && other !== undefined && own !== other) return remarks['other-cloud']({ own, other });
  if (isVersion2(issuer) === isVersion2(valid)) return remarks['other-host']({ tenant, host: host ?? 'another host' });
  return isVersion2(issuer) ? remarks['version-2-token']({ tenant }) : remarks['version-1-token']({ tenant });
}

function isExternalId(host: string | null): boolean {
  return host?.endsWith(externalIdHostSuffix) === true;
}

/** The cloud that alone has this host; undefined for any other host. */
function cloudOf(host: string | null): string | undefined {
  const found = findClouds(host ?? '');
  return found.length === 1 ? found[0]?.title : undefined;
}

function isVersion2(issuer: string): boolean {
  return /\/v2\.0\/?$/.test(issuer);
}

function tenantOf(issuer: string): string | null {
  return /\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/i.exec(issuer)?.[1]?.toLowerCase() ?? null;
}

function hostOf(issuer: string): string | null {
  return /^https:\/\/([^/]+)/i.exec(issuer)?.[1]?.toLowerCase() ?? null;
}
