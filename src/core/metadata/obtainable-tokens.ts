import { firstPartyApis, microsoftAccountTenant, publicCloud } from '../knowledge/clouds.js';
import { findPublicClient } from '../knowledge/public-clients.js';
import { readAddress, type MicrosoftAddress } from '../microsoft/read-address.js';
import { isGuid, readTenantId } from '../microsoft/tenant.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';

/** An access token that Microsoft Entra ID can be asked for. */
interface ObtainableToken {
  /** `{GUID}/.default` or `api://…/.default`. */
  readonly scope: string;
  /** The workforce tenant's id, in lower case. */
  readonly tenant: string;
}

/** Why there is none: the policy trusts External ID alone, names no workforce tenant, or no API of one's own. */
type NothingObtainable = 'external-id' | 'no-tenant' | 'no-api';

/** More than these nobody chooses from. */
const mostTokens = 20;

/** An application's address, so much of it as is surely one text to everybody: no `..`, no query, no signs that anything else reads. */
const applicationAddress = /^api:\/\/[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** How long such an address may be: it is read in a question. */
const longestAddress = 255;

/** The form of the ids that Microsoft gave to its first services: Graph, Exchange, SharePoint, Power BI and their like. */
const oldServiceId = /-0000-(?:0000-c000|0ff1-ce00)-000000000000$/;

/**
 * Names of Microsoft's own, as they would stand behind `api://`, in lower case: what a workload's token is exchanged with is one of them
 * (learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust).
 */
const microsoftNames: ReadonlySet<string> = new Set([
  'azureadtokenexchange',
  ...firstPartyApis.flatMap(({ audiences }) => audiences.map(audience => audience.replace(/^https:\/\//, ''))),
]);

/**
 * The tokens that these token policies would take by their tenant and audience, each once: for a workforce tenant of the public cloud that
 * the policy names by its id, and for audiences that are a GUID or an application's address, never an API of Microsoft's own. Only what the
 * policy itself writes out counts: no named value gets into a request this way. A tenant that an address of External ID names is none.
 *
 * @param issuer that of the token in force: it tells, too, which tenant is one of External ID
 */
export function listObtainableTokens(policies: readonly TokenPolicy[], issuer: string | null): ObtainableToken[] | NothingObtainable {
  const addresses = policies.map(listAddresses);
  const external = [...addresses.flat(), readAddress(issuer ?? '')].filter(isExternalId);
  const externalIds = new Set(external.map(({ tenantId }) => tenantId));
  const named = addresses.map(read => [...new Set(read.flatMap(tenantOf))]);
  const tenants = named.map(ids => ids.filter(id => !externalIds.has(id)).slice(0, mostTokens));
  const found = policies.flatMap((policy, index) =>
    listScopes(policy).flatMap(scope => (tenants[index] ?? []).map((tenant): ObtainableToken => ({ scope, tenant }))),
  );
  const once = new Map(found.map(token => [`${token.scope} ${token.tenant}`, token]));
  if (once.size > 0) return [...once.values()].slice(0, mostTokens);
  if (tenants.some(({ length }) => length > 0)) return 'no-api';
  return named.some(({ length }) => length > 0) || addresses.flat().some(isExternalId) ? 'external-id' : 'no-tenant';
}

function isExternalId({ family }: MicrosoftAddress): boolean {
  return family === 'external-id';
}

/** What the policy says about whom it trusts, as addresses. */
function listAddresses({ kind, attributes, openidConfigs }: TokenPolicy): MicrosoftAddress[] {
  if (kind === 'validate-jwt') return openidConfigs.flatMap(literal).map(url => readAddress(url));
  const endpoint = attributes['authentication-endpoint'];
  const [host = null] = endpoint === undefined ? [publicCloud.loginHost] : literal(endpoint);
  const [tenant = null] = attributes['tenant-id'] === undefined ? [] : literal(attributes['tenant-id']);
  if (host === null || tenant === null || !isGuid(tenant)) return [];
  const bare = host.replace(/^https:\/\//i, '').replace(/\/$/, '');
  return [readAddress(`https://${bare}/${tenant}/v2.0`)];
}

/** The workforce tenant at an address; none where it is another cloud's, a word, a name, or that of personal accounts. */
function tenantOf({ scheme, family, cloud, tenant, version }: MicrosoftAddress): string[] {
  const id = readTenantId(tenant);
  const isWorkforce = scheme === 'https' && family === 'workforce' && cloud?.name === publicCloud.name && version !== null;
  return isWorkforce && id !== null && id !== microsoftAccountTenant ? [id] : [];
}

function listScopes({ audiences }: TokenPolicy): string[] {
  const apis = [...new Set(audiences.flatMap(literal).filter(isOwnApi))];
  // The id alone names the same application, also where it has no address.
  const ids = new Set(apis.filter(isGuid).map(id => `api://${id.toLowerCase()}`));
  const needed = apis.filter(api => !ids.has(api.toLowerCase()));
  return needed.slice(0, mostTokens).map(api => `${api}/.default`);
}

function isOwnApi(audience: string): boolean {
  const isApi = isGuid(audience) || (audience.length <= longestAddress && applicationAddress.test(audience));
  const parts = audience
    .replace(/^api:\/\//, '')
    .toLowerCase()
    .split('/');
  return isApi && !parts.some(part => microsoftNames.has(part) || oldServiceId.test(part) || findPublicClient(part) !== undefined);
}

function literal({ state, value }: PolicyValue): string[] {
  return state === 'literal' ? [value.trim()] : [];
}
