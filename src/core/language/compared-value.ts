import { checkClaimsApart } from '../gateway/claims-apart.js';
import type { CheckName, Outcome } from '../gateway/prediction.js';
import type { Judged, JudgedPolicy } from '../judgement/judged.js';
import type { PolicyValue } from '../policy/value.js';
import type { DecodedToken } from '../token/token.js';

/** What the token in force has where a value of a token policy is compared with it. */
export interface ComparedValue {
  readonly claim: string;
  /** As JSON writes it, a text without its quotes, shortened; null where the token does not have the claim. */
  readonly value: string | null;
  readonly check: CheckName;
  /** Of the whole check; of a required claim, of that claim. */
  readonly outcome: Outcome;
}

/** Of a claim no more than this is shown, in code units. */
const longest = 200;

/** The value of the token that the policy's value at the offset is compared with; null elsewhere, and without a token that can be read. */
export function findComparedValue({ policies, facts: { token } }: Judged, offset: number): ComparedValue | null {
  if (token?.status !== 'decoded') return null;
  const judged = policies.find(({ policy }) => policy.start <= offset && offset <= policy.end);
  if (judged?.prediction == null) return null;
  const { policy, prediction } = judged;
  const covers = ({ start, end }: PolicyValue): boolean => start <= offset && offset <= end;
  const compared = (claim: string, check: CheckName): ComparedValue | null => {
    const outcome = prediction.checks.find(each => each.check === check)?.outcome;
    return outcome === undefined ? null : { claim, value: writeClaim(token, claim), check, outcome };
  };
  if (policy.audiences.some(covers)) return compared('aud', 'audience');
  const tenant = policy.attributes['tenant-id'];
  const issuers = [...policy.issuers, ...policy.openidConfigs, ...(tenant === undefined ? [] : [tenant])];
  if (issuers.some(covers)) return compared('iss', 'issuer');
  if (policy.clientApplicationIds.some(covers)) return compared(token.claims['ver'] === '2.0' ? 'azp' : 'appid', 'application');
  return findClaim(judged, token, covers);
}

function findClaim(judged: JudgedPolicy, token: DecodedToken, covers: (value: PolicyValue) => boolean): ComparedValue | null {
  const found = judged.once(checkClaimsApart).find(({ claim }) => claim.values.some(covers));
  const name = found?.claim.name ?? null;
  return found === undefined || name === null
    ? null
    : { claim: name, value: writeClaim(token, name), check: 'claims', outcome: found.result.outcome };
}

function writeClaim({ claims }: DecodedToken, name: string): string | null {
  if (!Object.hasOwn(claims, name)) return null;
  const value = claims[name];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
