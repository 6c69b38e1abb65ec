import { isEntraOnly, onlyVersion } from '../judgement/trusted-issuers.js';
import type { JudgedPolicy } from '../judgement/judged.js';
import { say } from '../messages/message.js';
import { isGuid } from '../microsoft/tenant.js';
import type { RequiredClaim } from '../policy/token-policy.js';
import type { PolicyRule } from './rule.js';

/**
 * What other issuers call a claim of Microsoft Entra. These names are reserved there, so that no claims mapping sends them. Source:
 * learn.microsoft.com/entra/identity-platform/reference-claims-mapping-policy-type (JWT restricted claim set)
 */
const foreign = ['scope', 'role', 'client_id'];

/** A required claim as other issuers have it, where Microsoft Entra sends another. */
export const foreignClaim: PolicyRule = {
  scope: 'policy',
  code: 'foreign-claim',
  severity: 'warning',
  certainty: 'documented',
  silencedBy: { place: ['unsatisfiable-claims', 'claim-missing', 'claim-mismatch'] },
  *check(context) {
    if (!isEntraOnly(context)) return;
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

function counterpartOf(name: string, context: JudgedPolicy): string | null {
  if (name !== 'client_id') return name === 'scope' ? 'scp' : 'roles';
  const version = context.once(onlyVersion);
  return version === null ? null : version === 2 ? 'azp' : 'appid';
}

/** Names of groups: neither ids nor texts that say that an id belongs here. On-premises groups come by name only where they were asked for. */
function namesIn({ values }: RequiredClaim): string[] {
  const literal = values.flatMap(({ state, value }) => (state === 'literal' && value.trim() !== '' ? [value.trim()] : []));
  return literal.filter(text => !isGuid(text) && !/^S-1-|\\|\bid\b|_id\b|guid|your/i.test(text));
}
