import { claimGroups } from './claim-groups.js';

/** Of what a claim tells. */
type ClaimTopic = 'issuer' | 'audience' | 'times' | 'client' | 'rights';

/** Which claims tell the same kind of thing; what is not listed tells of a person or is the issuer's own. Sources: see `claims.ts`. */
const topics: Readonly<Record<ClaimTopic, readonly string[]>> = {
  issuer: ['iss', 'idp', 'ver', ...claimGroups.tenant, ...claimGroups.userFlow],
  audience: ['aud'],
  times: ['iat', 'nbf', 'exp', 'auth_time'],
  client: [...claimGroups.client, ...claimGroups.grade, 'idtyp'],
  rights: [...claimGroups.scopes, ...claimGroups.roles, 'wids'],
};

/** The topic of a claim; null where it has none of these. */
export function topicOfClaim(name: string): ClaimTopic | null {
  return (Object.keys(topics) as ClaimTopic[]).find(topic => topics[topic].includes(name)) ?? null;
}
