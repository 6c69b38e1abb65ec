import { contradictsIssuers, isWorkforceOnly } from '../judgement/trusted-issuers.js';
import type { PolicyAlone } from '../judgement/judged.js';
import { say } from '../messages/message.js';
import { singleClaims } from '../knowledge/claim-groups.js';
import type { RequiredClaim } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';
import { alwaysDiffer, isKnown, mostCompared, noneFits, readPieces, withoutSlash, type Pieces } from '../policy/value-pieces.js';
import type { PolicyRule, Report } from './rule.js';

/** Claims that hold a moment, in the token of any issuer. */
const moments = ['exp', 'nbf', 'iat'];

/** Demands that no token meets together, whatever the placeholders in them hold. */
export const unsatisfiableClaims: PolicyRule = {
  scope: 'policy',
  code: 'unsatisfiable-claims',
  severity: 'error',
  certainty: 'documented',
  *check(context) {
    const { requiredClaims } = context.policy;
    for (const claim of requiredClaims)
      if (wantsMoment(claim)) yield report(claim, 'moment', say('unsatisfiable-claims-moment', { claim: claim.name ?? '' }));
    if (!context.once(isWorkforceOnly)) return;
    const claims = requiredClaims.filter(({ name, separator }) => singleClaims.includes(name ?? '') && (separator ?? '') === '');
    const azp = claims.find(({ name }) => name === 'azp');
    const appid = claims.find(({ name }) => name === 'appid');
    const later = azp !== undefined && appid !== undefined && azp.start > appid.start ? azp : appid;
    if (azp !== undefined && appid !== undefined && later !== undefined) yield report(later, 'both', say('unsatisfiable-claims-both', {}));
    const first = new Map<string | null, RequiredClaim>();
    for (const claim of claims) {
      const found = judge(context, claim, first.get(claim.name));
      if (!first.has(claim.name)) first.set(claim.name, claim);
      if (found !== null) yield found;
    }
  },
};

function judge(context: PolicyAlone, claim: RequiredClaim, earlier: RequiredClaim | undefined): Report | null {
  const name = claim.name ?? '';
  const values = readAll(context, claim.values);
  const count = distinct(values);
  const few = values.slice(0, mostCompared);
  if (claim.match === 'all' && few.some((one, index) => few.slice(0, index).some(other => alwaysDiffer(one, other))))
    return report(claim, 'all', say('unsatisfiable-claims-all', { claim: name, count }));
  if (claim.match === 'all' && count > 1)
    return { ...report(claim, 'all', say('unsatisfiable-claims-all-unless', { claim: name, count })), severity: 'warning' };
  const wanted = earlier === undefined ? [] : readAll(context, earlier.values);
  if (noneFits(wanted, values)) return report(claim, 'twice', say('unsatisfiable-claims-twice', { claim: name }));
  if (contradictsIssuers(context, claim) === 'other')
    return report(claim, 'issuer', say('unsatisfiable-claims-issuer', { wanted: textsOf(claim.values) }));
  const { audiences } = context.policy;
  const bare = (list: readonly PolicyValue[]): Pieces[] => readAll(context, list.slice(0, mostCompared + 1)).map(withoutSlash);
  if (name !== 'aud' || !noneFits(bare(audiences), bare(claim.values))) return null;
  const texts = { audiences: textsOf(audiences), claim: textsOf(claim.values) };
  return report(claim, 'audience', say('unsatisfiable-claims-audience', texts));
}

function report({ name, element }: RequiredClaim, why: string, message: Report['message']): Report {
  return { ...element.openTag, message, data: { claim: name, why } };
}

function readAll({ facts }: PolicyAlone, values: readonly PolicyValue[]): Pieces[] {
  return values.map(value => readPieces(value, facts.namedValues)).filter(pieces => pieces.length > 0);
}

/** How many of the values are not written alike. */
function distinct(values: readonly Pieces[]): number {
  return new Set(values.map(pieces => (isKnown(pieces) ? pieces.join('') : JSON.stringify(pieces)))).size;
}

function textsOf(values: readonly PolicyValue[]): string[] {
  return [...new Set(values.map(({ value }) => value.trim()).filter(text => text !== ''))];
}

/** An expression that reads the token may well be equal to what it has. */
function wantsMoment({ name, values }: RequiredClaim): boolean {
  const written = values.filter(({ value }) => value.trim() !== '');
  return moments.includes(name ?? '') && written.length > 0 && !written.some(({ value }) => /jwt|claims/i.test(value));
}
