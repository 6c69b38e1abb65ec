import { firstPartyApis } from '../../knowledge/clouds.js';
import { claimGroups } from '../../knowledge/claim-groups.js';
import { say, type Message } from '../../messages/message.js';
import { isGuid } from '../../microsoft/tenant.js';
import type { PolicyAlone } from '../judged.js';
import { otherVersionOf, refusedIssuer } from '../refused-issuer.js';
import { findInOtherClaim, findOtherForm } from '../../token/elsewhere/find-elsewhere.js';
import { isFromEntra } from '../../token/recognise-provider.js';
import { adviseAudience, adviseOnIssuer, providerOf } from './provider-advice.js';

/** What the cause of a refused audience is called in the data of its finding, what is said of it, and what more. */
interface AudienceCause {
  readonly cause: string;
  /** In the place of the reason's own sentence; null where that says it. */
  readonly why: Message | null;
  readonly more: readonly (Message | null)[];
}

/** What the token's audiences have to do with the accepted ones, so that the cure can be named. */
export function explainAudience(context: PolicyAlone, audiences: readonly string[], accepted: readonly string[]): AudienceCause {
  const told = (cause: string, why: Message): AudienceCause => ({ cause, why, more: [] });
  for (const audience of audiences) {
    const api = firstPartyApis.find(known => known.audiences.includes(audience.replace(/\/$/, '').toLowerCase()));
    if (api !== undefined) return told('microsoft-api', say('audience-mismatch-microsoft', { audience, title: api.title }));
  }
  // Keycloak says so in the token; its audience is the realm itself (TokenUtil.TOKEN_TYPE_REFRESH, TOKEN_TYPE_OFFLINE).
  if (/^(?:Refresh|Offline)$/.test(String(context.facts.token?.claims['typ'] ?? '')))
    return told('refresh-token', say('audience-refresh-token', {}));
  const isEntra = isFromEntra(context.facts.token);
  const form = findOtherForm('aud', accepted, audiences);
  if (form !== null) {
    const { wanted, found, relation } = form;
    // The address that Microsoft Entra makes of a client id, and the id: two names of one API.
    if (
      isEntra &&
      /^api:\/\/[^/]+\/?$/i.test(wanted) !== /^api:\/\/[^/]+\/?$/i.test(found) &&
      /^(?:id-inside|inside-token)$/.test(relation)
    ) {
      if (isVersion1BesideVersion2(context))
        return told('version-1', say('audience-mismatch-version-1', { audience: found, accepted: wanted }));
      return told('form', say('audience-mismatch-form', { audience: found, accepted: wanted }));
    }
    switch (relation) {
      case 'space':
        return told('space', say('audience-mismatch-space', { audience: found }));
      case 'letters':
        return told('case', say('audience-mismatch-case', { audience: found, accepted: wanted }));
      case 'default-scope':
        return told('default-scope', say('audience-default-scope', { wanted, found }));
      case 'id-inside':
        return told('inside', say('audience-id-inside', { wanted, found, isEntra }));
      case 'name-inside':
        return told('inside', say('audience-name-inside', { wanted, found }));
      case 'inside-token':
        return told('inside', say('audience-inside-token', { wanted, found }));
      case 'same-id':
        return told('inside', say('audience-same-id', { wanted, found }));
      case 'scheme':
        return told('scheme', say('audience-scheme', { wanted, found }));
      default:
        return { cause: 'other', why: null, more: [] };
    }
  }
  const [only] = audiences;
  if (isEntra && only !== undefined && isGuid(only) && accepted.length > 0 && accepted.every(value => /^https?:\/\//i.test(value)))
    return told('id-for-address', say('audience-id-for-address', { found: only }));
  const elsewhere = explainOtherClaim(context, accepted);
  const more = [adviseOnIssuer(context) ?? adviseAudience(context)];
  if (elsewhere !== null) return { cause: 'claim', why: elsewhere, more };
  return { cause: 'other', why: adviseOnIssuer(context), more: adviseOnIssuer(context) === null ? more : [] };
}

/** Whether a version 1 token fails by its issuer, too, because the policy takes version 2: then one change cures both. */
function isVersion1BesideVersion2(context: PolicyAlone): boolean {
  const refused = refusedIssuer(context);
  return refused !== null && refused.form.version === 1 && otherVersionOf(refused) !== null;
}

/** The token has no audience at all: what is said in the place of the reason's own sentence, and what more. */
export function explainNoAudience(context: PolicyAlone, accepted: readonly string[]): Omit<AudienceCause, 'cause'> {
  const elsewhere = explainOtherClaim(context, accepted);
  const why = providerOf(context)?.noAudience?.value;
  if (elsewhere !== null) return { why: elsewhere, more: [] };
  return { why: null, more: [why === undefined ? null : say('audience-none', { why }), adviseAudience(context)] };
}

function explainOtherClaim(context: PolicyAlone, accepted: readonly string[]): Message | null {
  const claims = context.facts.token?.claims ?? {};
  const found = findInOtherClaim('aud', accepted, claims);
  if (found === null || found.isNested) return null;
  const noAudience = Object.hasOwn(claims, 'aud') ? null : (providerOf(context)?.noAudience?.value ?? null);
  const isClient = (claimGroups.client as readonly string[]).includes(found.claim);
  return say('audience-other-claim', { wanted: found.wanted, claim: found.claim, isClient, noAudience });
}
