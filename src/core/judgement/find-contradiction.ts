import type { Facts } from '../facts.js';
import { singleClaims } from '../knowledge/claim-groups.js';
import { readAddress } from '../microsoft/read-address.js';
import { readTenantId } from '../microsoft/tenant.js';
import { knowValue } from '../policy/known-value.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';
import { noneFits, readPieces, withoutSlash, type Pieces } from '../policy/value-pieces.js';
import { isWorkforceOnly } from './trusted-issuers.js';

/** What two token policies demand that no token has together, with the values of each. */
interface Contradiction {
  readonly why: 'tenant' | 'audience' | 'claim' | 'application';
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** Whether two token policies that read the same token demand what no token has: said only where that is certain, whatever is not known of their values. */
export function findContradiction(one: TokenPolicy, other: TokenPolicy, facts: Facts): Contradiction | null {
  const source = readSource(one);
  if (source === null || source !== readSource(other)) return null;
  const [tenants, otherTenants] = [readTenants(one, facts), readTenants(other, facts)];
  if (tenants !== null && otherTenants !== null && !tenants.some(tenant => otherTenants.includes(tenant)))
    return { why: 'tenant', one: tenants, other: otherTenants };
  // The claims of other issuers may be lists.
  if (![one, other].every(policy => isWorkforceOnly({ policy, facts }))) return null;
  const compare = (why: Contradiction['why'], some: readonly PolicyValue[], others: readonly PolicyValue[]): Contradiction | null =>
    noneFits(readAll(some, facts), readAll(others, facts)) ? { why, one: textsOf(some), other: textsOf(others) } : null;
  return (
    compare('audience', one.audiences, other.audiences) ??
    compare('application', one.clientApplicationIds, other.clientApplicationIds) ??
    compareClaims(one, other, compare)
  );
}

function compareClaims(
  one: TokenPolicy,
  other: TokenPolicy,
  compare: (why: 'claim', some: readonly PolicyValue[], others: readonly PolicyValue[]) => Contradiction | null,
): Contradiction | null {
  for (const claim of one.requiredClaims) {
    if (!singleClaims.includes(claim.name ?? '') || (claim.separator ?? '') !== '') continue;
    for (const second of other.requiredClaims) {
      if (second.name !== claim.name || (second.separator ?? '') !== '') continue;
      const found = compare('claim', claim.values, second.values);
      if (found !== null) return found;
    }
  }
  return null;
}

/** Where a token policy reads its token; null where that is not plain. */
function readSource({ kind, attributes }: TokenPolicy): string | null {
  const { 'header-name': header, 'query-parameter-name': query, 'token-value': value } = attributes;
  const given = [header, query, value].filter(source => source !== undefined);
  if (given.length > 1 || given.some(({ state }) => state !== 'literal')) return null;
  if (query !== undefined) return `?${query.value.trim()}`;
  if (header !== undefined) return header.value.trim().toLowerCase();
  return value === undefined && kind === 'validate-azure-ad-token' ? 'authorization' : null;
}

/** The ids of all tenants that a token policy takes; null where one is not known. */
function readTenants(policy: TokenPolicy, facts: Facts): string[] | null {
  const { kind, attributes, openidConfigs, issuers, issuerSigningKeys } = policy;
  const known = (value: PolicyValue): string => {
    const { namedValues } = facts;
    const text = knowValue(value, namedValues);
    return text.known ? text.text : '';
  };
  if (kind === 'validate-azure-ad-token') {
    const tenant = attributes['tenant-id'];
    const id = tenant === undefined ? null : readTenantId(known(tenant).trim());
    return id === null ? null : [id];
  }
  if (issuerSigningKeys > 0 || openidConfigs.length === 0) return null;
  const ids = [...openidConfigs, ...issuers].map(value => readAddress(known(value)).tenantId);
  return ids.every(id => id !== null) ? [...new Set(ids)] : null;
}

function readAll(values: readonly PolicyValue[], { namedValues }: Facts): Pieces[] {
  return values.map(value => withoutSlash(readPieces(value, namedValues))).filter(pieces => pieces.length > 0);
}

function textsOf(values: readonly PolicyValue[]): string[] {
  return [...new Set(values.map(({ value }) => value.trim()).filter(text => text !== ''))];
}
