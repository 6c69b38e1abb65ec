import { say } from '../messages/message.js';
import type { RequiredClaim, TokenPolicy } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';
import { readMetadataAddress } from './metadata-address.js';
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
  if (wanted !== null && wanted.length > 0 && !wanted.some(value => values.includes(value)))
    return { message: say('unsatisfiable-claims-twice', { claim: name }) };
  const listed = name === 'aud' ? literals(audiences) : null;
  // Some gateways leave one slash at the end of an audience aside.
  const plain = (value: string): string => value.replace(/\/$/, '');
  if (listed === null || listed.length === 0 || listed.some(value => values.some(other => plain(other) === plain(value)))) return null;
  return { message: say('unsatisfiable-claims-audience', { audiences: listed, claim: values }) };
}

/** The distinct values; null where one of them is not known. */
function literals(values: readonly PolicyValue[]): string[] | null {
  return values.every(({ state }) => state === 'literal') ? [...new Set(values.map(({ value }) => value))] : null;
}

function onlyWorkforce({ kind, openidConfigs, issuerSigningKeys, attributes }: TokenPolicy): boolean {
  if (kind === 'validate-azure-ad-token') return attributes['authentication-endpoint'] === undefined;
  return (
    openidConfigs.length > 0 &&
    issuerSigningKeys === 0 &&
    openidConfigs.every(({ value }) => readMetadataAddress(value).family === 'workforce')
  );
}
