import { say } from '../messages/message.js';
import type { RequiredClaim, TokenPolicy } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';
import { readAddress } from '../microsoft/read-address.js';
import type { PolicyRule, Report } from './rule.js';

/** Claims that have one value in a token of Microsoft Entra. */
const single = ['aud', 'azp', 'appid', 'tid', 'iss', 'ver'];

/** Demands that no token of Microsoft Entra meets together. */
export const unsatisfiableClaims: PolicyRule = {
  scope: 'policy',
  code: 'unsatisfiable-claims',
  summary: 'No token can pass.',
  severity: 'error',
  certainty: 'documented',
  *check({ policy }) {
    if (!onlyWorkforce(policy)) return;
    const claims = policy.requiredClaims.filter(({ name }) => single.includes(name ?? ''));
    const azp = claims.find(({ name }) => name === 'azp');
    const appid = claims.find(({ name }) => name === 'appid');
    const later = azp !== undefined && appid !== undefined && azp.start > appid.start ? azp : appid;
    if (azp !== undefined && appid !== undefined && later !== undefined)
      yield { ...later.element.openTag, message: say('unsatisfiable-claims-both', {}) };
    const first = new Map<string | null, RequiredClaim>();
    for (const claim of claims) {
      const report = judge(claim, first.get(claim.name), policy.audiences);
      if (!first.has(claim.name)) first.set(claim.name, claim);
      if (report !== null) yield { ...claim.element.openTag, ...report };
    }
  },
};

function judge(
  claim: RequiredClaim,
  earlier: RequiredClaim | undefined,
  audiences: readonly PolicyValue[],
): Omit<Report, 'start' | 'end'> | null {
  const name = claim.name ?? '';
  const values = literals(claim.values);
  if (values === null || values.length === 0) return null;
  if (values.length > 1 && claim.match === 'all')
    return { message: say('unsatisfiable-claims-all', { claim: name, count: values.length }) };
  const wanted = earlier === undefined ? null : literals(earlier.values);
  if (wanted !== null && wanted.length > 0 && !sharesOne(wanted, values))
    return { message: say('unsatisfiable-claims-twice', { claim: name }) };
  const listed = name === 'aud' ? literals(audiences) : null;
  // Some gateways leave one slash at the end of an audience aside.
  const bare = (list: readonly string[]): string[] => list.map(value => value.replace(/\/$/, ''));
  if (listed === null || listed.length === 0 || sharesOne(bare(listed), bare(values))) return null;
  return { message: say('unsatisfiable-claims-audience', { audiences: listed, claim: values }) };
}

/**
 * The distinct values; null where one of them is not known. What differs in case only may be equal for a gateway, and what differs in
 * what nobody sees is another mistake, with a rule of its own.
 */
function literals(values: readonly PolicyValue[]): string[] | null {
  if (!values.every(({ state }) => state === 'literal')) return null;
  return [...new Map(values.flatMap(({ value }) => (plain(value) === '' ? [] : [[plain(value), value.trim()] as const]))).values()];
}

function plain(value: string): string {
  return value
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .toLowerCase();
}

function sharesOne(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(others.map(plain));
  return some.some(one => known.has(plain(one)));
}

function onlyWorkforce({ kind, openidConfigs, issuerSigningKeys, attributes }: TokenPolicy): boolean {
  if (kind === 'validate-azure-ad-token') return attributes['authentication-endpoint'] === undefined;
  return (
    openidConfigs.length > 0 && issuerSigningKeys === 0 && openidConfigs.every(({ value }) => readAddress(value).family === 'workforce')
  );
}
