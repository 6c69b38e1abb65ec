import { say, type Message } from '../../messages/message.js';
import type { PolicyAlone } from '../judged.js';
import type { RequiredClaim } from '../../policy/token-policy.js';
import { knowValue } from '../../policy/known-value.js';
import { findInOtherClaim, findOtherName } from '../../token/elsewhere/find-elsewhere.js';
import { isFromEntra } from '../../token/recognise-provider.js';
import type { JsonObject } from '../../token/token.js';
import { findScopeOrRole } from './scope-or-role.js';
import { providerOf } from './provider-advice.js';

/** Why a required claim is missing, as far as its name, its values and the rest of the token tell, and what to do. */
export function explainMissing(context: PolicyAlone, claim: RequiredClaim, name: string): Message {
  const { token } = context.facts;
  const claims: JsonObject = token?.claims ?? {};
  const has = (other: string): boolean => Object.hasOwn(claims, other);
  const isEntra = isFromEntra(token);
  const both = findScopeOrRole(context);
  if (both !== null && both.lacks === name) return say('claim-and', { ...both, offered: both.condition !== null });
  if (isEntra && /^(?:azp|appid|azpacr|appidacr)$/.test(name)) {
    const other = { azp: 'appid', azpacr: 'appidacr', appid: 'azp', appidacr: 'azpacr' }[name] ?? '';
    if (has(other)) return say('claim-missing-version', { name, has: other, version: name.startsWith('azp') ? 1 : 2 });
  }
  const other = findOtherName(name, claims);
  // What a caller without a user has in the place of scopes is no other name for them, and the reverse.
  if (other !== null && !(isEntra && other.how === 'counterpart' && /^(?:scp|roles|groups)$/.test(name)))
    return say('claim-other-name', { name, has: other.claim, how: other.how, title: isEntra ? null : titleOf(context) });
  if (isEntra) {
    if (name === 'scp') return say('claim-missing-scp', { app: has('roles') || claims['idtyp'] === 'app' });
    if (name === 'roles') return say('claim-missing-roles', { user: has('scp') });
    if (name === 'groups') return say('claim-missing-groups', { overage: has('hasgroups') || has('_claim_names') });
  }
  const wanted = claim.values.flatMap(value => {
    const known = knowValue(value, context.facts.namedValues);
    return known.known ? [known.text] : [];
  });
  const elsewhere = findInOtherClaim(name, wanted, claims);
  if (elsewhere !== null) {
    const { wanted: value, claim: found, isNested } = elsewhere;
    return say('claim-other-claim', { name, wanted: value, claim: found, isNested });
  }
  if (isEntra) return say('claim-missing', { name });
  return explainGrant(context, name) ?? say('claim-missing-plain', { name });
}

/** Scopes and roles of issuers that are not Microsoft's. */
function explainGrant(context: PolicyAlone, name: string): Message | null {
  const provider = providerOf(context);
  if (provider === null || provider.name === 'own') return null;
  const { title, scopes, roles } = provider;
  if (name === 'scp' || name === 'scope')
    return say('claim-missing-not-granted', { name, title, own: scopes.value === null ? [] : [scopes.value.claim], what: 'scopes' });
  if (name === 'roles' || name === 'role' || name === 'groups' || name === 'permissions')
    return say('claim-missing-not-granted', { name, title, own: roles.value.map(({ claim }) => claim), what: 'roles' });
  return null;
}

function titleOf(context: PolicyAlone): string | null {
  const provider = providerOf(context);
  return provider === null || provider.name === 'own' ? null : provider.title;
}
