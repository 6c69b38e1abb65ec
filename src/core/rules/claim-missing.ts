import { checkClaimsApart } from '../gateway/claims-apart.js';
import { explainMissing } from '../judgement/causes/explain-missing.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** A required claim that the token does not have. */
export const claimMissing: PolicyRule = {
  scope: 'policy',
  code: 'claim-missing',
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
      const report = reportCheck(context, judged, claim.element.openTag, explainMissing(context, claim, name));
      yield { ...report, data: { ...report.data, claim: name } };
    }
  },
};
