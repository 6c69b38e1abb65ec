import { say, type Message } from '../messages/message.js';
import type { DecodedToken, JsonObject, TokenProblem } from '../token/token.js';
import { checkClaimsApart } from '../gateway/claims-apart.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** A required claim that the token does not have. */
export const claimMissing: PolicyRule = {
  scope: 'policy',
  code: 'claim-missing',
  summary: 'The token lacks a claim that the policy requires.',
  severity: 'error',
  certainty: 'documented',
  silencedBy: { policy: ['id-token'], place: ['unsatisfiable-claims'] },
  *check(context) {
    const overall = judgedCheck(context, 'claims', ['claims-missing']);
    if (overall === null || context.reach === 'skipped') return;
    let first = true;
    for (const { claim, result } of context.once(checkClaimsApart)) {
      const { reason } = result;
      if (reason?.code !== 'claims-missing') continue;
      const name = reason.values.names[0] ?? '';
      // The gateway lists all missing claims in one text: it is quoted once.
      const judged = first ? overall : { result: { ...result, message: null }, reason };
      first = false;
      const report = reportCheck(context, judged, claim.element.openTag, explain(name, context.facts.token));
      yield { ...report, data: { ...report.data, claim: name } };
    }
  },
};

/** Why this claim is missing, as far as its name and the rest of the token tell. */
function explain(name: string, token: DecodedToken | TokenProblem | undefined): Message {
  const claims: JsonObject = token?.claims ?? {};
  const has = (other: string): boolean => Object.hasOwn(claims, other);
  if ((name === 'azp' || name === 'azpacr') && has(name === 'azp' ? 'appid' : 'appidacr'))
    return say('claim-missing-version', { name, has: name === 'azp' ? 'appid' : 'appidacr', version: 1 });
  if ((name === 'appid' || name === 'appidacr') && has(name === 'appid' ? 'azp' : 'azpacr'))
    return say('claim-missing-version', { name, has: name === 'appid' ? 'azp' : 'azpacr', version: 2 });
  if (name === 'scp') return say('claim-missing-scp', { app: has('roles') || claims['idtyp'] === 'app' });
  if (name === 'roles') return say('claim-missing-roles', { user: has('scp') });
  if (name === 'groups') return say('claim-missing-groups', { overage: has('hasgroups') || has('_claim_names') });
  const letters = Object.keys(claims).find(other => other.toLowerCase() === name.trim().toLowerCase());
  return letters === undefined ? say('claim-missing', { name }) : say('claim-missing-letters', { name, has: letters });
}
