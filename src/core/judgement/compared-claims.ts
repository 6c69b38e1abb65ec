import { checkClaimsApart } from '../gateway/claims-apart.js';
import type { CheckName, Outcome } from '../gateway/prediction.js';
import { placeOfIssuers, placeOfList } from '../policy/policy-places.js';
import type { PolicyValue } from '../policy/value.js';
import type { Span } from '../text/span.js';
import type { JudgedPolicy } from './judged.js';
import { refusedIssuer } from './refused-issuer.js';

/** A claim, or a member of the header, that a token policy looks at. */
export interface ComparedClaim {
  readonly name: string;
  readonly part: 'header' | 'claims';
  readonly check: CheckName;
  readonly outcome: Outcome;
  /** What the policy accepts, as far as it is known; empty where any value will do, or where the clock decides. */
  readonly wanted: readonly string[];
  /** Where the policy says so; null where it says nothing of it. */
  readonly span: Span | null;
}

/** More accepted values than these nobody reads. */
const mostWanted = 50;

/**
 * What the token policy compares of the token of the facts, in the gateway's order: with what came of it, what is wanted, and where that
 * stands. Empty without a prediction.
 */
export function listComparedClaims(context: JudgedPolicy): ComparedClaim[] {
  const { prediction, policy, facts } = context;
  const { token } = facts;
  if (prediction === null || token === undefined || token.status !== 'decoded') return [];
  const outcomeOf = (name: CheckName): Outcome => prediction.checks.find(({ check }) => check === name)?.outcome ?? 'unresolved';
  const rows: ComparedClaim[] = [];
  if (Object.hasOwn(token.header, 'kid'))
    rows.push({ name: 'kid', part: 'header', check: 'signature', outcome: outcomeOf('signature'), wanted: [], span: null });
  rows.push(...listTimes(context));
  const audiences = policy.audiences;
  if (audiences.length > 0) {
    const own = textsOf(token.claims['aud']);
    const span = findEntry(audiences, own) ?? placeOfList(policy, 'audiences', audiences);
    rows.push({ name: 'aud', part: 'claims', check: 'audience', outcome: outcomeOf('audience'), wanted: write(audiences), span });
  }
  const accepted = refusedIssuer(context)?.accepted ?? [];
  const issuers = accepted.length > 0 ? accepted : write(policy.issuers);
  rows.push({
    name: 'iss',
    part: 'claims',
    check: 'issuer',
    outcome: outcomeOf('issuer'),
    wanted: issuers.slice(0, mostWanted),
    span: placeOfIssuers(policy),
  });
  const clients = policy.clientApplicationIds;
  if (clients.length > 0) {
    const name = Object.hasOwn(token.claims, 'azp') ? 'azp' : 'appid';
    const span = findEntry(clients, textsOf(token.claims[name])) ?? placeOfList(policy, 'client-application-ids', clients);
    rows.push({ name, part: 'claims', check: 'application', outcome: outcomeOf('application'), wanted: write(clients), span });
  }
  return [...rows, ...listRequired(context)];
}

/** Which of the two ends of its life is at fault is told by the clock. */
function listTimes({ facts, prediction }: JudgedPolicy): ComparedClaim[] {
  const claims = facts.token?.claims ?? {};
  const outcome = prediction?.checks.find(({ check }) => check === 'lifetime')?.outcome ?? 'unresolved';
  const [begins, ends] = [claims['nbf'], claims['exp']];
  const isEarly = typeof begins === 'number' && begins > facts.now;
  const isLate = typeof ends === 'number' && ends <= facts.now;
  return (['nbf', 'exp'] as const)
    .filter(name => Object.hasOwn(claims, name))
    .map(name => ({
      name,
      part: 'claims',
      check: 'lifetime',
      outcome: (name === 'nbf' ? isLate && !isEarly : isEarly && !isLate) ? 'pass' : outcome,
      wanted: [],
      span: null,
    }));
}

function listRequired(context: JudgedPolicy): ComparedClaim[] {
  const overall = context.prediction?.checks.find(({ check }) => check === 'claims')?.outcome ?? 'unresolved';
  const apart = new Map(context.once(checkClaimsApart).map(({ claim, result }) => [claim, result.outcome]));
  return context.policy.requiredClaims.flatMap((claim): ComparedClaim[] | ComparedClaim => {
    if (claim.name === null) return [];
    const { name, values, element } = claim;
    return { name, part: 'claims', check: 'claims', outcome: apart.get(claim) ?? overall, wanted: write(values), span: element.openTag };
  });
}

function write(values: readonly PolicyValue[]): string[] {
  return values.slice(0, mostWanted).map(({ value }) => value.trim());
}

function findEntry(values: readonly PolicyValue[], own: readonly string[]): Span | undefined {
  return values.find(({ value }) => own.includes(value.trim()));
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(each => typeof each === 'string');
}
