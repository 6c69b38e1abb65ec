import { say } from '../messages/message.js';
import { childElements } from '../policy/policy-tree.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { hasTemplate } from '../policy/list-entries.js';
import { isAudienceRead, isBroken } from '../judgement/around-policy.js';
import type { PolicyRule } from './rule.js';

/**
 * Nothing says for which API the token must be. Policies with keys of their own have an issuer of their own: silent. A misspelt or
 * misplaced list is said by `unknown-element` alone.
 */
export const noAudience: PolicyRule = {
  scope: 'policy',
  code: 'no-audience',
  severity: 'warning',
  certainty: 'documented',
  *check({ policy, ask, readAddress }) {
    // What a broken document seems to lack may stand behind the break.
    if (ask(isBroken) || hasTemplate(policy.element)) return;
    const { element, kind, openidConfigs, requiredClaims } = policy;
    const fromMicrosoft = kind === 'validate-azure-ad-token' || openidConfigs.some(({ value }) => readAddress(value).family !== 'other');
    if (!fromMicrosoft || childElements(element).some(({ name }) => /audience/i.test(name))) return;
    if (requiredClaims.some(({ name, values }) => name === 'aud' && values.length > 0) || ask(isAudienceRead)) return;
    const by = limit(policy);
    yield by === null
      ? { ...element.nameSpan, message: say('no-audience', { policy: kind }) }
      : { ...element.nameSpan, message: say('no-audience-ids', { by }), severity: 'hint' };
  },
};

/** What else limits the tokens: who asked for them. */
function limit({ element, requiredClaims }: TokenPolicy): string | null {
  const list = ['client-application-ids', 'backend-application-ids'].find(name => childElements(element, name).length > 0);
  if (list !== undefined) return list;
  const claim = requiredClaims.find(({ name, values }) => values.length > 0 && (name === 'azp' || name === 'appid'));
  return claim?.name ?? null;
}
