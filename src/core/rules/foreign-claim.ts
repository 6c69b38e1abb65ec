import { isEntraOnly, onlyVersion } from '../judgement/trusted-issuers.js';
import type { PolicyAlone } from '../judgement/judged.js';
import { say } from '../messages/message.js';
import { isGuid } from '../microsoft/tenant.js';
import { knowValue } from '../policy/known-value.js';
import type { RequiredClaim } from '../policy/token-policy.js';
import type { PolicyValue } from '../policy/value.js';
import { recogniseIssuer } from '../token/recognise-provider.js';
import { isBroken } from '../judgement/around-policy.js';
import type { PolicyRule, Report } from './rule.js';

/**
 * What other issuers call a claim of Microsoft Entra. These names are reserved there, so that no claims mapping sends them. Source:
 * learn.microsoft.com/entra/identity-platform/reference-claims-mapping-policy-type (JWT restricted claim set)
 */
const foreign = ['scope', 'role', 'client_id'];

/** A required claim as other issuers have it, where Microsoft Entra sends another; an audience, where Amazon Cognito sends none. */
export const foreignClaim: PolicyRule = {
  scope: 'policy',
  code: 'foreign-claim',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['unsatisfiable-claims', 'claim-missing', 'claim-mismatch', 'audience-mismatch'] },
  *check(context) {
    if (isCognitoOnly(context)) yield* reportAudiences(context);
    if (!context.once(isEntraOnly)) return;
    for (const claim of context.policy.requiredClaims) {
      const { name, element } = claim;
      if (name !== null && foreign.includes(name)) {
        const counterpart = counterpartOf(name, context);
        const message = say('foreign-claim', { claim: name, counterpart });
        yield { ...element.openTag, message, data: { claim: name, counterpart } };
      }
      const names = name === 'groups' ? namesIn(claim) : [];
      if (names.length > 0)
        yield { ...element.openTag, message: say('foreign-claim-group-names', { names }), severity: 'information', data: { claim: name } };
    }
  },
};

/** Whether every token that can pass comes from Amazon Cognito. */
function isCognitoOnly({ policy, facts, readAddress }: PolicyAlone): boolean {
  const { openidConfigs, issuerSigningKeys } = policy;
  const isCognito = (url: PolicyValue): boolean => {
    const known = knowValue(url, facts.namedValues);
    // Most addresses are Microsoft's, which a look at the host tells.
    if (!known.known || readAddress(known.text).family !== 'other') return false;
    return recogniseIssuer(known.text.trim().replace(/\/\.well-known\/openid-configuration$/, ''))?.name === 'cognito';
  };
  return issuerSigningKeys === 0 && openidConfigs.length > 0 && openidConfigs.every(isCognito);
}

/** Access tokens of Cognito have no audience, ID tokens have: information only, because a policy may mean those. */
function* reportAudiences({ ask, policy }: PolicyAlone): Iterable<Report> {
  // While the document breaks, what says that ID tokens are meant may still follow.
  if (ask(isBroken)) return;
  const meansIdTokens = policy.requiredClaims.some(
    ({ name, values }) => name === 'token_use' && values.some(({ value }) => value === 'id'),
  );
  if (meansIdTokens) return;
  const claim = policy.requiredClaims.find(({ name }) => name === 'aud')?.element;
  const place = policy.audiences[0] ?? claim?.openTag;
  if (place !== undefined)
    yield {
      start: place.start,
      end: place.end,
      message: say('foreign-claim-cognito-audience', {}),
      severity: 'information',
      data: { claim: 'aud' },
    };
}

function counterpartOf(name: string, context: PolicyAlone): string | null {
  if (name !== 'client_id') return name === 'scope' ? 'scp' : 'roles';
  const version = context.once(onlyVersion);
  return version === null ? null : version === 2 ? 'azp' : 'appid';
}

/** Names of groups: neither ids nor texts that say that an id belongs here. On-premises groups come by name only where they were asked for. */
function namesIn({ values }: RequiredClaim): string[] {
  const literal = values.flatMap(({ state, value }) => (state === 'literal' && value.trim() !== '' ? [value.trim()] : []));
  return literal.filter(text => !isGuid(text) && !/^S-1-|\\|\bid\b|_id\b|guid|your/i.test(text));
}
