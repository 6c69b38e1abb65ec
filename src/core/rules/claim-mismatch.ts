import { say, type Message } from '../messages/message.js';
import type { Reason } from '../gateway/reason.js';
import { checkClaimsApart } from '../gateway/claims-apart.js';
import type { PolicyAlone } from '../judgement/judged.js';
import { adviseGrant, explainOtherValue } from '../judgement/causes/explain-other-value.js';
import { contradictsIssuers } from '../judgement/trusted-issuers.js';
import type { RequiredClaim } from '../policy/token-policy.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import { findNotPlain } from '../policy/plain-text.js';
import type { PolicyRule } from './rule.js';

const mismatches: readonly Reason['code'][] = [
  'claim-not-accepted',
  'claim-needs-separator',
  'claim-needs-any',
  'claim-written-differently',
  'claim-not-text',
];

/** A required claim that is there, with other values. */
export const claimMismatch: PolicyRule = {
  scope: 'policy',
  code: 'claim-mismatch',
  severity: 'error',
  certainty: 'documented',
  silencedBy: { place: ['unsatisfiable-claims'] },
  *check(context) {
    if (context.reach === 'skipped') return;
    const { prediction } = context;
    const overall = prediction?.checks.find(({ check }) => check === 'claims')?.reason;
    for (const { claim, result } of context.once(checkClaimsApart)) {
      const { reason } = result;
      if (reason === null || !mismatches.includes(reason.code)) continue;
      // The gateway quotes the first claim that it refuses.
      const reported = overall?.code === reason.code && JSON.stringify(overall.values) === JSON.stringify(reason.values);
      const judged = (reported ? judgedCheck(context, 'claims', mismatches) : null) ?? { result: { ...result, message: null }, reason };
      const [why, ...more] = explain(context, reason);
      const issuer = explainIssuer(context, claim);
      const report = reportCheck(context, judged, claim.element.openTag, issuer ?? why, ...more);
      yield { ...report, data: { ...report.data, claim: claim.name } };
    }
  },
};

/** An issuer that no token has which the metadata lets pass: another token is no cure. */
function explainIssuer(context: PolicyAlone, claim: RequiredClaim): Message | null {
  const wants = contradictsIssuers(context, claim);
  const issuer = context.prediction?.checks.find(({ check }) => check === 'issuer')?.outcome;
  if ((wants !== 1 && wants !== 2) || issuer !== 'pass') return null;
  return say('claim-issuer-contradicts', { has: wants === 1 ? 2 : 1, wants });
}

/** What else the claim, its values and the rest of the token tell about the cure. */
function explain(context: PolicyAlone, reason: Reason): [why: Message | null, ...more: (Message | null)[]] {
  if (reason.code !== 'claim-not-accepted') return [null];
  const { name } = reason.values;
  const claims = context.facts.token?.claims ?? {};
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const why = typeof value === 'string' ? findNotPlain(value) : null;
  const plain = why === null ? null : say('value-not-plain', { why });
  const other = explainOtherValue(context, reason.values);
  return other === null ? [null, adviseGrant(context, reason.values), plain] : [other, plain];
}
