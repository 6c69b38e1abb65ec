import { say } from '../messages/message.js';
import { judgedCheck } from '../judgement/judged-check.js';
import { reportCheck } from './check-rule.js';
import type { PolicyRule } from './rule.js';

/** A token for Microsoft Graph: nobody else can verify it, so every other complaint about it has this one cause. */
export const graphToken: PolicyRule = {
  scope: 'policy',
  code: 'graph-token',
  severity: 'error',
  certainty: 'documented',
  *check(context) {
    const { policy, facts } = context;
    if (facts.token?.kind !== 'graph') return;
    const signature = judgedCheck(context, 'signature', [
      'signature-wrong-graph',
      'signature-wrong',
      'signing-key-not-found',
      'documents-missing',
    ]);
    const audience = judgedCheck(context, 'audience', ['audience-not-accepted']);
    const judged = signature?.result.outcome === 'fail' ? signature : (audience ?? signature);
    if (judged === null) return;
    const report = reportCheck(context, judged, policy.element.nameSpan, say('graph-token', {}));
    // Missing keys change nothing: only Graph can verify this signature.
    yield judged.result.outcome === 'unresolved' ? { ...report, severity: 'warning' } : report;
  },
};
